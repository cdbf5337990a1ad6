import type { DeletedRecords } from './records/shared.js';

/**
 * What the schema says of an object type, for the compiler only: its plain fields, its links to other object types, and the
 * arguments that lead to it. Generated for every type; nothing of it is there at run time.
 */
export interface Shape {
  readonly fields: object;
  readonly links: object;
  readonly args?: object;
}

/** What every list takes, beside its own filter and order. */
export interface ListArguments {
  readonly after?: string | null;
  readonly before?: string | null;
  readonly deleted?: DeletedRecords;
  readonly first?: number | null;
  readonly last?: number | null;
}

/** A condition on the records of a list. */
export interface Quantified<Filter> {
  /** All meet this; true for an empty list. */
  readonly every?: Filter | null;
  /** None meets this. */
  readonly none?: Filter | null;
  /** At least one meets this. */
  readonly some?: Filter | null;
}

/** Conditions on what is one value of a few, or is known by being the same. */
export interface Equality<Value> {
  readonly eq?: Value | null;
  readonly in?: readonly Value[] | null;
  readonly isNull?: boolean | null;
  readonly notEq?: Value | null;
  readonly notIn?: readonly Value[] | null;
}

/** The same on values with labels. */
export interface LabelledEquality<Value> extends Equality<Value> {
  readonly labelContains?: string | null;
}

/** What a record is looked for by: exactly one of these. */
export interface UpsertBy<Field> {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: Field | null;
}

/** Fields of the same type. */
export type Alike<Name extends string, Type> = { readonly [Each in Name]: Type };

/** What an input may give of a record. */
export type Takes<Of, Name extends keyof Of, Type> = { readonly [Each in Name]?: Type | null };

/** What an input must give of a record. */
export type Needs<Of, Name extends keyof Of, Type> = { readonly [Each in Name]: Type };

/** The type behind a link, whether it is a list or may be null. */
export type Target<Link> = Link extends readonly (infer Item)[] ? Target<Item> : Link extends Shape ? Link : never;

type ArgsOf<Of extends Shape> = Of extends { readonly args: infer Args }
  ? object extends Args
    ? { readonly args?: Args }
    : { readonly args: Args }
  : unknown;

/** A selection of the fields of a type: `{ dealName: true, account: { accountName: true }, contacts: { args: { first: 3 }, nodes: { id: true } } }`. */
export type Select<Of extends Shape> = { readonly [Name in keyof Of['fields']]?: true } & {
  readonly [Name in keyof Of['links']]?: Select<Target<Of['links'][Name]>>;
} & ArgsOf<Of>;

type ExactInput<Given, Wanted> = Given extends readonly (infer Item)[]
  ? Wanted extends readonly (infer WantedItem)[]
    ? readonly ExactInput<Item, WantedItem>[]
    : Wanted
  : Given extends object
    ? { readonly [Name in keyof Given]: Name extends KeyOf<Wanted> ? ExactInput<Given[Name], ValueOf<Wanted, Name>> : NoSuchName<Name> }
    : Given;

type KeyOf<Type> = Type extends object ? keyof Type : never;
type ValueOf<Type, Name extends PropertyKey> = Type extends Readonly<Partial<Record<Name, infer Value>>> ? NonNullable<Value> : never;
/** What the compiler says where a name is not known: `Type 'true' is not assignable to type 'NoSuchName<"firstNam">'`. */
interface NoSuchName<Name> {
  readonly unknown: Name;
}

/** The selection with every name that the type does not have turned into a complaint: a typo is an error where it stands. */
export type Exact<Given, Of extends Shape> = {
  readonly [Name in keyof Given]: Name extends keyof Of['fields']
    ? true
    : Name extends keyof Of['links']
      ? Exact<Given[Name], Target<Of['links'][Name]>>
      : Name extends keyof Of & 'args'
        ? ExactInput<Given[Name], Of['args']>
        : NoSuchName<Name>;
};

/** What a selection gives: exactly the fields chosen. */
export type Selected<Of extends Shape, Given> = {
  readonly [Name in keyof Given & (keyof Of['fields'] | keyof Of['links'])]: Name extends keyof Of['fields']
    ? Of['fields'][Name]
    : Name extends keyof Of['links']
      ? Linked<Of['links'][Name], Given[Name]>
      : never;
};

type Linked<Link, Given> = Link extends readonly (infer Item)[]
  ? readonly Linked<Item, Given>[]
  : Link extends Shape
    ? Selected<Link, Given>
    : Link;

/** What a call answers: what was selected, or `Otherwise` where nothing was. */
export type Answer<Of extends Shape, Given, Otherwise = Of['fields']> = [Given] extends [never] ? Otherwise : Selected<Of, NoInfer<Given>>;

/** `select`, checked to the last name. */
export interface Choice<Of extends Shape, Given> {
  /** The fields to answer; the thing's own without relations, unless given. */
  readonly select?: Given & Exact<Given, Of>;
}
