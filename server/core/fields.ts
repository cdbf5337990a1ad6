import 'reflect-metadata';
import { ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLID, GraphQLString, type GraphQLScalarType } from 'graphql';
import { Field as GraphQLField } from 'type-graphql';
import type { EnumOf } from './enums.js';
import { bindNow } from './read/statement.js';
import { fieldTypes, scalarOf } from './field-types.js';
import { pascalCase, snakeCase } from './names.js';
import type { Picklist } from './picklist.js';
import { addField, classOf, commonInterface, leadsToRecord, type Field, type FieldKind, type Target, type TextFormat } from './registry.js';

/**
 * The field decorators: one line declares the column, the entity property, the GraphQL field and the registry's entry,
 * from which inputs, filters, orders, groups, aggregates, checks and the change log follow.
 */
interface Options {
  readonly description: string;
  /** Never null; a create input must give it unless there is a default. */
  readonly required?: boolean;
  /** False: no input sets it. */
  readonly writable?: boolean;
  /** Set when the record is made, never changed. */
  readonly fixed?: boolean;
  /** Required, but the platform knows a value when a create input gives none. */
  readonly filledIn?: boolean;
  /** SQL over the row being written (`new.…`, and `base_currency` where it holds money); makes the field computed and read-only. */
  readonly formula?: string;
  /** Kept up by the platform; a change of it alone is no change of the record. */
  readonly derived?: boolean;
  /** An administrator's import may bring its value along from another system. */
  readonly historical?: boolean;
  /** SQL for what readers see of it, where that is not what is stored. */
  readonly shown?: Field['shown'];
  /** The fields that an order by this one goes by. */
  readonly sortedBy?: Field['sortedBy'];
}

interface TextOptions extends Options {
  readonly max?: number;
  readonly default?: string;
  /** Normalizes and checks the text: a VAT number, an IBAN. */
  readonly format?: TextFormat;
}

interface NumberOptions extends Options {
  readonly range?: readonly [min: number, max: number];
  /** Greater than 0. */
  readonly positive?: boolean;
  readonly default?: number;
}

interface MoneyOptions extends Options {
  readonly range?: Field['range'];
  readonly decimals?: number;
}

interface DateOptions extends Options {
  /** The field whose day must not lie after this one. */
  readonly notBefore?: string;
  /** The day does not lie in the future. */
  readonly isPast?: boolean;
}

interface LookupOptions extends Options {
  /** `nested: true` lets a form of the target edit the list: nested creates, updates and deletes in its inputs. */
  readonly inverse?: Field['inverse'];
  readonly tree?: boolean;
  readonly inputKey?: string;
}

/** A line of text. Default length 255 characters. */
export const text = (options: TextOptions) => declare('text', { max: 255, ...options });
/** Text of several lines, up to 32,000 characters; filtered by content, never sorted. */
export const textarea = (options: TextOptions) => declare('textarea', { max: 32_000, ...options });
/** An e-mail address, up to 100 characters. */
export const email = (options: TextOptions) => declare('email', { max: 100, ...options });
/** A telephone number as people write it, up to 30 characters. */
export const phone = (options: TextOptions) => declare('phone', { max: 30, ...options });
/** A web address, up to 255 characters, with or without its scheme. */
export const url = (options: TextOptions) => declare('url', { max: 255, ...options });
/** A whole number of 32 bits. */
export const integer = (options: NumberOptions) => declare('integer', { range: [-2_147_483_648, 2_147_483_647], ...options });
/** An exact decimal number. */
export const decimal = (options: NumberOptions) => declare('decimal', options);
export const boolean = (options: Options & { default?: boolean }) => declare('boolean', options);
/** A calendar day without a time. */
export const date = (options: DateOptions) => declare('date', options);
/** A moment in time, in milliseconds. */
export const instant = (options: Options & SystemOptions) => declare('instant', options);
/** Whole seconds since the moment that another field holds, as of each reading. Filters and orders go by that field. */
export const secondsSince = (name: string, options: Options) =>
  declare('integer', {
    ...options,
    writable: false,
    queryable: false,
    virtual: true,
    shown: ({ statement }, alias, fields) =>
      `(SELECT least(2147483647, greatest(0, floor(extract(epoch FROM ${statement.bind(bindNow, 'timestamptz')} - s.at))))::int FROM (SELECT ${alias}.${fields.get(name)!.column}) s(at) WHERE s.at IS NOT NULL)`,
  });
/** A currency by its ISO 4217 code. */
export const currency = (options: Options) => declare('currency', options);
/** A time zone by its IANA name. */
export const timeZone = (options: TextOptions) => declare('timeZone', { max: 100, ...options });
/** One of the languages that the product speaks, by its tag. */
export const language = (options: TextOptions) => declare('language', { max: 35, ...options });

/** The keys that other systems know the record by. */
export const externalIds = (options: Options) => declare('externalIds', options);

/** A value of a picklist of the organisation. Beside `x` stands `xLabel`, in the reader's language. */
export const picklist = (list: Picklist, options: Options & { default?: string }) => (prototype: object, name: string) => {
  declare('picklist', { ...options, picklist: list })(prototype, name);
  GraphQLField(() => GraphQLString, { nullable: true, description: `The label of \`${name}\` in the reader's language.` })(
    prototype,
    `${name}Label`,
  );
};

/** A value of an enum of the program. */
export const enumeration = (type: EnumOf, options: Options & { default?: string }) => declare('enum', { ...options, enum: type });

/** A list or an object: read and written whole, in no filter or order. Inputs take it where a scalar says what it looks like. */
export const json = (options: Options & { scalar?: GraphQLScalarType }) =>
  declare('json', { ...options, writable: options.scalar !== undefined && (options.writable ?? true), queryable: false });

/**
 * An amount of money in the record's own currency, beside `xInBaseCurrency`. Filters, orders, sums and groups over it
 * always mean the base currency of the organisation.
 */
export const money = (options: MoneyOptions) => (prototype: object, name: string) => {
  const column = snakeCase(name);
  const rounded = options.formula && roundedMoney(options, options.formula, 'new.currency');
  declare('money', { ...options, ...(rounded && { formula: rounded }) })(prototype, name);
  declare('decimal', {
    description: `\`${name}\` in the organisation's base currency, at the record's exchange rate.`,
    formula: roundedMoney(options, `new.${column} / new.exchange_rate`, 'base_currency'),
    column: baseColumn(column),
    queryable: false,
  })(prototype, `${name}InBaseCurrency`);
};

/** Decimals of a price: 0.0125 for a piece is 125.00 for ten thousand. */
export const PRICE_DECIMALS = 6;

/** The price of one: an amount of money with more decimals than its currency has. */
export const price = (options: Omit<MoneyOptions, 'decimals'>) => money({ ...options, decimals: PRICE_DECIMALS });

/** SQL that rounds what was worked out. What somebody gives is refused instead, where it has more decimals. */
export const roundedMoney = ({ decimals }: Pick<Field, 'decimals'>, value: string, currency: string): string =>
  decimals === undefined ? `round(${value}, crm_decimals(${currency}))` : `crm_price(${value}, ${decimals}, ${currency})`;

/** The column that holds a money column's amount in base currency. */
export const baseColumn = (column: string): string => `${column}_base`;

interface SystemOptions {
  readonly system?: boolean;
  readonly nonNull?: boolean;
  readonly column?: string;
  readonly queryable?: boolean;
}

/** The id of a record; every base class has it once. */
export const id = (options: { description: string }) => (prototype: object, name: string) => {
  PrimaryKey({ type: 'uuid' })(prototype, name);
  GraphQLField(() => GraphQLID, { description: options.description })(prototype, name);
  addField(prototype, complete('id', name, { ...options, required: true, writable: false, nonNull: true, system: true }));
};

/**
 * A reference to one record: gives the record under its own name and its id as `xId`, in output and inputs.
 *
 * @param target the record class by thunk, or its name from inside the core
 */
export const lookup = (target: Target, options: LookupOptions & SystemOptions) => (prototype: object, name: string) => {
  const field = complete('lookup', name, { ...options, target, column: `${snakeCase(name)}_id` });
  ManyToOne({ entity: () => classOf(target) as never, fieldName: field.column, nullable: !field.required })(prototype, name);
  GraphQLField(() => classOf(target), { nullable: true, description: options.description })(prototype, name);
  GraphQLField(() => GraphQLID, { nullable: true, description: `The id of \`${name}\`, without reading it.` })(prototype, `${name}Id`);
  addField(prototype, field);
};

/**
 * A reference to a record of one of several modules: gives the record under its own name, as the interface that all of them
 * have, and its id as `xId`, in output and inputs. Stored as the module and the id, with one index.
 *
 * @param targets names of modules, or the name of an interface (`CrmRecord`) for all modules that have it
 */
export const reference =
  (targets: readonly string[], options: Omit<LookupOptions, 'tree' | 'inputKey'>) => (prototype: object, name: string) => {
    const [column, moduleColumn] = [`${snakeCase(name)}_id`, `${snakeCase(name)}_module`];
    const field = complete('reference', name, { ...options, targets, column, moduleColumn });
    Property({ type: 'uuid', fieldName: column, nullable: !field.required })(prototype, name);
    GraphQLField(() => commonInterface(targets), { nullable: true, description: options.description })(prototype, name);
    GraphQLField(() => GraphQLID, { nullable: true, description: `The id of \`${name}\`, without reading it.` })(prototype, `${name}Id`);
    addField(prototype, field);
  };

type Declared = Options &
  SystemOptions &
  Partial<
    Pick<
      Field,
      | 'max'
      | 'range'
      | 'positive'
      | 'decimals'
      | 'format'
      | 'default'
      | 'picklist'
      | 'enum'
      | 'scalar'
      | 'target'
      | 'targets'
      | 'moduleColumn'
      | 'inverse'
      | 'tree'
      | 'inputKey'
      | 'notBefore'
      | 'isPast'
      | 'virtual'
    >
  >;

/** The base class's own fields use this to mark what the platform sets. */
export const system = (kind: 'integer' | 'instant', options: Options & SystemOptions) =>
  declare(kind, { ...options, system: true, writable: false });

function declare(kind: FieldKind, options: Declared) {
  return (prototype: object, name: string): void => {
    const field = complete(kind, name, options);
    Property({
      type: fieldTypes[kind].sql,
      fieldName: field.column,
      nullable: !field.required,
      ...((field.formula ?? field.virtual) && { persist: false }),
    })(prototype, name);
    GraphQLField(() => scalarOf(field), { nullable: !field.nonNull, description: options.description })(prototype, name);
    addField(prototype, field);
  };
}

/** A field of a custom field of one organisation, which lives in `custom` and has no class. */
export const customField = (kind: FieldKind, name: string, options: Declared): Field => ({
  ...complete(kind, name, { ...options, column: name }),
  custom: true,
});

function complete(kind: FieldKind, name: string, options: Declared): Field {
  return {
    queryable: true,
    system: false,
    nonNull: false,
    custom: false,
    required: false,
    column: snakeCase(name),
    ...options,
    name,
    kind,
    writable: !options.formula && (options.writable ?? true),
  };
}

/** The input and output name of the id that a lookup or a reference holds. */
export const idName = (field: Field): string => `${field.name}Id`;

/** The name under which inputs set a field: lookups by id, or by the target's key where they say so. */
export const inputName = (field: Field): string => (leadsToRecord(field) && !field.inputKey ? idName(field) : field.name);

/** Whether a create input must name the field: what the session, a default or the database fills in need not be. */
export const isNeeded = (field: Field): boolean => field.required && field.default === undefined && !field.filledIn;

/** What an organisation can make unique, and records can be looked for by. */
export const canBeUnique = (field: Field): boolean =>
  !field.system && !field.custom && field.writable && ['text', 'email', 'phone', 'url', 'integer'].includes(field.kind);

/** The output name of a picklist's label. */
export const labelName = (field: Field): string => `${field.name}Label`;

/** The argument-free name of the aggregate type's part: `sum` of Account → `AccountSum`. */
export const partName = (module: string, part: string): string => `${module}${pascalCase(part)}`;
