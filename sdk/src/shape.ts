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
  /** Only records after this cursor. */
  after?: string | null | undefined;
  /** Only records before this cursor. */
  before?: string | null | undefined;
  /** Whether deleted records take part. */
  deleted?: DeletedRecords | undefined;
  /** So many from the start, at most 500. Default 50. */
  first?: number | null | undefined;
  /** So many from the end, at most 500. */
  last?: number | null | undefined;
}

/** A condition on the records of a list. */
export interface Quantified<Filter> {
  /** All meet this; true for an empty list. */
  every?: Filter | null | undefined;
  /** None meets this. */
  none?: Filter | null | undefined;
  /** At least one meets this. */
  some?: Filter | null | undefined;
}

/** Conditions on what is one value of a few, or is known by being the same. */
export interface Equality<Value> {
  /** Equal. */
  eq?: Value | null | undefined;
  /** One of these. */
  in?: readonly Value[] | null | undefined;
  /** true: empty; false: not empty. */
  isNull?: boolean | null | undefined;
  /** Not equal; an empty value is different from every value. */
  notEq?: Value | null | undefined;
  /** None of these; an empty value is none of them. */
  notIn?: readonly Value[] | null | undefined;
}

/** The same on values with labels. */
export interface LabelledEquality<Value> extends Equality<Value> {
  /** Its label in the reader's language holds this text, whatever the case; a value that is no longer in the list has none. */
  labelContains?: string | null | undefined;
}

/** What a record is looked for by: exactly one of these. */
export interface UpsertBy<Field> {
  /** The key of this source, in `externalIds` of the input. */
  externalId?: string | null | undefined;
  /** This field: one that is unique, or the one that tells duplicates. */
  field?: Field | null | undefined;
}

/** Fields of the same type. */
export type Alike<Name extends string, Type> = { readonly [Each in Name]: Type };

/** What an input may give of a record. */
export type Takes<Of, Name extends keyof Of, Type> = { -readonly [Each in Name]?: Type | null | undefined };

/** What an input must give of a record. */
export type Needs<Of, Name extends keyof Of, Type> = { -readonly [Each in Name]: Type };

/** A record of one of several types: the fields that all of them have, and `on` for those that only some have. */
export interface ReferenceShape<Common extends Shape, Types> {
  readonly fields: Common['fields'] & Typename<keyof Types>;
  readonly links: Common['links'] & Branches<Types>;
  readonly types: Types;
}
export interface Typename<Name> {
  /** The type of the record. Always answered where `on` is selected. */
  readonly __typename: Name;
}
export interface Branches<Types> {
  /** Fields of one type: `{ Lead: { company: true }, Contact: { account: { accountName: true } } }`. */
  readonly on: { readonly fields: object; readonly links: Types & object };
}

/** The type behind a link, whether it is a list or may be null. */
export type Target<Link> = Link extends readonly (infer Item)[] ? Target<Item> : Link extends Shape ? Link : never;

type ArgsOf<Of extends Shape> = Of extends { readonly args: infer Args }
  ? object extends Args
    ? { /** What the list is asked for. */ readonly args?: Args }
    : { /** What the list is asked for. */ readonly args: Args }
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
export interface NoSuchName<Name> {
  readonly unknown: Name;
}

/** What the compiler says where a selection is empty. */
export interface SelectSomething {
  readonly [unselected]: 'Select at least one field.';
}

/**
 * The selection with every name that the type does not have turned into a complaint: a typo is an error where it stands. So is
 * a selection of nothing, which GraphQL does not know.
 */
export type Exact<Given, Of extends Shape> = Given extends unknown
  ? [keyof Given] extends ['args']
    ? SelectSomething
    : {
        readonly [Name in keyof Given]: Name extends keyof Of['fields']
          ? true
          : Name extends keyof Of['links']
            ? Exact<Given[Name], Target<Of['links'][Name]>>
            : Name extends keyof Of & 'args'
              ? ExactInput<Given[Name], Of['args']>
              : NoSuchName<Name>;
      }
  : never;

/** What a selection gives: exactly the fields chosen. Mapped over the record, so that its comments come along. */
export type Selected<Of extends Shape, Given> = {
  readonly [Name in keyof Of['fields'] as Name extends keyof Given ? Name : never]: Of['fields'][Name];
} & {
  readonly [Name in keyof Of['links'] as Name extends keyof Given ? Name : never]: Linked<Of['links'][Name], Given[Name & keyof Given]>;
};

type Linked<Link, Given> = Link extends readonly (infer Item)[]
  ? readonly Linked<Item, Given>[]
  : Link extends Shape
    ? Link extends { readonly types: infer Types }
      ? 'on' extends keyof Given
        ? OneOf<Types, Selected<Link, Omit<Given, 'on'>>, Given['on']>
        : Selected<Link, Given>
      : Selected<Link, Given>
    : Link;

/** A union by `__typename`: a type that `on` names has the fields chosen there, the others only what all have. */
type OneOf<Types, Common, On> =
  | { [Name in keyof Types & keyof On]: Common & Typename<Name> & Selected<Target<Types[Name]>, On[Name]> }[keyof Types & keyof On]
  | ([Exclude<keyof Types, keyof On>] extends [never] ? never : Common & Typename<Exclude<keyof Types, keyof On>>);

/** What a call answers: what was selected, or `Otherwise` where nothing was. */
export type Answer<Of extends Shape, Given, Otherwise = Of['fields']> = [Given] extends [Unselected]
  ? Otherwise
  : Selected<Of, NoInfer<Given>>;

declare const unselected: unique symbol;
export interface Unselected {
  readonly [unselected]: true;
}
/** Nothing was selected. It has the names of a selection, since editors propose what the default has. */
export type All<Of extends Shape> = Select<Of> & Unselected;

/** `select`, checked to the last name. */
export interface Choice<Of extends Shape, Given> {
  /** The fields to answer; the thing's own without relations, unless given. */
  readonly select?: (Given & Exact<Given, Of> & Select<Of>) | undefined;
}
