import type { GraphQLScalarType } from 'graphql';
import type { EnumOf } from './enums.js';
import type { FaultKey } from './messages.js';
import type { Picklist } from './picklist.js';
import type { Compilation } from './read/scope.js';
import { pascalCase, snakeCase } from './names.js';

/** What a field holds; `field-types.ts` says what each kind means in PostgreSQL, GraphQL and JSON. */
export type FieldKind =
  | 'id'
  | 'text'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'picklist'
  | 'enum'
  | 'json'
  | 'currency'
  | 'timeZone'
  | 'language'
  | 'externalIds'
  | 'lookup'
  | 'reference';

/** A class that declares a module, or its name where the file can't import it. */
export type RecordClass = abstract new () => object;
export type Target = string | (() => RecordClass);

/** One field of a record, as its decorator declared it. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** The column that holds it; in a custom field the key inside `custom`. */
  readonly column: string;
  readonly description: string;
  /** Never null; a create input must give it unless there is a default. */
  readonly required: boolean;
  /** May stand in create and update inputs. */
  readonly writable: boolean;
  /** Its output type is non-null. Only what no setting can ever hide: ids, versions, creation time. */
  readonly nonNull: boolean;
  /** Longest text, in characters (code points). */
  readonly max?: number;
  /** Bounds of a number. */
  readonly range?: readonly [min: number, max: number];
  /** A decimal that must be greater than 0. */
  readonly positive?: boolean;
  /** Most decimals of an amount of money. Default: as many as its currency has. */
  readonly decimals?: number;
  readonly default?: string | number | boolean;
  /** How the text is written. */
  readonly format?: TextFormat;
  /** Set when the record is made, never changed. */
  readonly fixed?: boolean;
  /** Required, but the platform knows a value when a create input gives none: the owner, the currency. */
  readonly filledIn?: boolean;
  readonly picklist?: Picklist;
  readonly enum?: EnumOf;
  /** What a list or an object looks like on the wire; of the kind `json`. */
  readonly scalar?: GraphQLScalarType;
  readonly target?: Target;
  /** The modules that a reference may lead to, by name; the name of a record interface stands for all modules that have it. */
  readonly targets?: readonly string[];
  /** The column beside `column` that holds the module of a reference's record, by the prefix of its ids. */
  readonly moduleColumn?: string;
  /** The list on the target that leads back here; `*` in its name stands for the plural of this module. */
  readonly inverse?: Inverse;
  /** A lookup to its own module that must not form a cycle. */
  readonly tree?: boolean;
  /** A lookup that inputs name by this field of the target instead of by id (a stage by its key). */
  readonly inputKey?: string;
  /** SQL over the row being written (`new.`); the field is computed by the database and read-only. */
  readonly formula?: string;
  /** SQL for what readers see of it, over a row by its alias; without it they see what is stored. */
  readonly shown?: (compilation: Compilation, alias: string, fields: ReadonlyMap<string, Field>) => string;
  /** No column holds it: it is worked out by `shown` each time it is read. */
  readonly virtual?: boolean;
  /** The fields that an order by this one goes by. */
  readonly sortedBy?: readonly string[];
  /** A day that must not lie before that of another field of the record. */
  readonly notBefore?: string;
  /** A day that does not lie in the future. */
  readonly isPast?: boolean;
  /** Kept up by the platform: a change of it alone is no change of the record (no version, no modifiedAt, off the feed). */
  readonly derived?: boolean;
  /** Set by the platform; but an administrator's import may bring along what another system had. */
  readonly historical?: boolean;
  /** False: may not stand in filters, orders, groups and aggregates. */
  readonly queryable: boolean;
  /** Set by the platform on every record. */
  readonly system: boolean;
  /** Lives in the `custom` document of the row. */
  readonly custom: boolean;
}

/** One way to write a text. */
export interface TextFormat {
  /** The text as it is stored. */
  readonly normalize: (text: string) => string;
  /** The message in `faults` for a normalized text that is wrong; null where it is not. */
  readonly issueOf: (text: string) => FaultKey | null;
}

/** The list on a lookup's target that leads back to the records that point at it. */
export interface Inverse {
  readonly name: string;
  readonly description: string;
  /** A form of the target edits this list: its inputs create, change and delete the records in it, or only create them. */
  readonly nested?: boolean | 'create';
  /** The records in it are parts of the target: they go to the bin and come back with it, and a copy of it has copies of them. */
  readonly parts?: boolean;
  /** A record is never without one. */
  readonly needed?: boolean;
  /**
   * Related lists whose records' own entries a list of a module includes, by the name of that module: `{ Account: ['contacts'] }`
   * adds those of an account's contacts.
   */
  readonly includes?: Readonly<Record<string, readonly string[]>>;
}

/** Figures about a record that no column holds: they are counted, out of records of other modules, when they are asked for. */
export interface Summary {
  /** The field of the record that answers them. */
  readonly name: string;
  readonly description: string;
  /** The name of their type; summaries of the same figures share it. */
  readonly type: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Fields that all of its figures tell of, beside their own. */
  readonly of: readonly string[];
  /** `FROM …`: one row, in which the SQL of the figures stands. */
  readonly from: (reading: SummaryReading) => string;
}

export interface Figure {
  readonly kind: 'integer' | 'decimal';
  readonly sql: string;
  readonly description: string;
  /** Fields that it tells of, `Deal.amount`: where one of them is hidden, so is the figure. */
  readonly of: readonly string[];
}

export interface SummaryReading {
  /** The alias of the record's row. */
  readonly alias: string;
  /** The organisation, as a parameter. */
  readonly org: string;
  /** What stands for the table of a module in FROM: the rows that the reader may see, those in the bin left out. */
  readonly rows: (module: string) => string;
}

/** A list on a record of the rows of another module that point at it. */
export interface RelatedList {
  readonly name: string;
  readonly description: string;
  readonly module: string;
  /** The lookup or reference of `module` that points here. */
  readonly via: Field;
  /** Related lists of the same record whose records' entries are listed as well. */
  readonly includes: readonly RelatedList[];
}

export interface RecordOptions {
  /** Before the underscore in ids: `account_0192…`. */
  readonly prefix: string;
  readonly name: string;
  readonly plural: string;
  readonly description: string;
  /** Defaults to the name in snake case. */
  readonly table?: string;
  /** False: readable only through other records; no root fields. */
  readonly roots?: boolean;
  /** The single record of the organisation itself. */
  readonly singleton?: boolean;
  /** The order of its lists unless another is asked for: these fields, ascending. Default: newest first. */
  readonly order?: readonly string[];
  /** Whoever refers to a record holds it until that is written: it is only deleted once nothing refers to it. */
  readonly held?: boolean;
  /** Field combinations that no two records of an organisation share. */
  readonly unique?: readonly (readonly string[])[];
  /** The field that tells a record from its duplicates: upsert and import look for it (modules.md 0.2). */
  readonly duplicateCheck?: string;
  /** Many records are called alike: an import does not look for them by `duplicateCheck` unless it is told to. */
  readonly sharesNames?: boolean;
  /** The field that stands for the record where there is room for one line. Default: `duplicateCheck`. */
  readonly displayName?: string;
  /** Records in the bin take no part in `unique`: what they have may be had again. */
  readonly uniqueOutsideBin?: boolean;
  /** Its lookups whose records it links: it goes to the bin with any of them, and comes back with that one. */
  readonly links?: readonly string[];
  /** Extra indexes, organisation first added by itself. */
  readonly indexes?: readonly (readonly string[])[];
  readonly summaries?: readonly Summary[];
  /** Lookups of which a record has exactly one; all of them are fixed. */
  readonly oneOf?: readonly string[];
  /** Fields of a base class that are set when the record is made, and never changed. */
  readonly fixed?: readonly string[];
  /** What the database does beyond the fields: functions by name, and triggers of this table by name. */
  readonly sql?: RecordSql;
  /** False: changes of its records leave nothing in the change log. For what only counts and reports. */
  readonly logged?: boolean;
  /** Only whoever made a record sees it, and administrators. */
  readonly isPrivate?: boolean;
  /** Its records can be brought in from files, although other systems have no keys for them. */
  readonly isImportable?: boolean;
  /** Written by the platform alone, row by row as time goes by; an administrator's import may bring along another system's. */
  readonly isHistory?: boolean;
}

export interface RecordSql {
  readonly functions: Readonly<Record<string, string>>;
  readonly triggers: Readonly<Record<string, string>>;
}

/** Traits of a module, derived once from its fields, so that code for any module need not look for fields by name. */
export interface Traits {
  /** It extends `CrmRecord`: people work with its records, and an organization may add fields. */
  readonly isRecord: boolean;
  readonly hasOwner: boolean;
  /** Amounts in a currency, with an exchange rate. */
  readonly hasMoney: boolean;
  /** Keys of other systems: its records can be upserted. */
  readonly hasExternalIds: boolean;
  /** Its records can be brought in from files. */
  readonly isImportable: boolean;
}

/** A module: what its record file declares, and what follows from other modules' lookups. */
export interface Module
  extends
    Required<
      Pick<
        RecordOptions,
        | 'prefix'
        | 'name'
        | 'plural'
        | 'description'
        | 'table'
        | 'roots'
        | 'singleton'
        | 'held'
        | 'logged'
        | 'isPrivate'
        | 'isHistory'
        | 'sharesNames'
      >
    >,
    Traits {
  readonly type: RecordClass;
  readonly fields: ReadonlyMap<string, Field>;
  readonly relatedLists: ReadonlyMap<string, RelatedList>;
  /** Those that the inputs of this module edit. */
  readonly nestedLists: readonly RelatedList[];
  readonly order: readonly string[];
  readonly unique: readonly (readonly string[])[];
  readonly uniqueOutsideBin: boolean;
  readonly links: readonly string[];
  readonly duplicateCheck: Field | null;
  readonly displayName: Field | null;
  readonly indexes: readonly (readonly string[])[];
  readonly summaries: readonly Summary[];
  readonly oneOf: readonly Field[];
  readonly sql: RecordSql;
}

/** All modules, as one organisation sees them: the standard ones and its own additions. */
export interface Registry {
  /** Part of every plan's key; differs when the fields differ. */
  readonly version: string;
  readonly modules: ReadonlyMap<string, Module>;
  module(name: string): Module;
  byPrefix(prefix: string): Module | undefined;
  /** The module that a lookup leads to. */
  target(field: Field): Module;
  /** The modules that a lookup or a reference may lead to; none for other fields. */
  targets(field: Field): readonly Module[];
  /** The same modules with more fields in `custom`, for one organisation. */
  extend(version: string, customFields: Readonly<Record<string, readonly Field[]>>): Registry;
}

/** Whether no two records ever share a value of a field, whatever the organisation says. */
export const isAlwaysUnique = ({ unique }: Module, { name }: Field): boolean => unique.some((key) => key.length === 1 && key[0] === name);

const ownFields = new Map<object, Field[]>();
const declared = new Map<string, { type: RecordClass; options: RecordOptions }>();

/** Called by the field decorators. */
export function addField(prototype: object, field: Field): void {
  const fields = ownFields.get(prototype) ?? [];
  fields.push(field);
  ownFields.set(prototype, fields);
}

/** Whether a field leads to a record: to one of its module, or to one of several modules. */
export const leadsToRecord = ({ kind }: Pick<Field, 'kind'>): boolean => kind === 'lookup' || kind === 'reference';

/** Whether a field ties a record to another one, so that it is deleted and restored with that. */
export const isTie = ({ links }: Pick<Module, 'links'>, field: Field): boolean =>
  leadsToRecord(field) && ((field.inverse?.parts ?? false) || links.includes(field.name));

/** Whether records are parts of others, and never alone. */
export const isPart = ({ fields }: Pick<Module, 'fields'>): boolean => [...fields.values()].some(({ inverse }) => inverse?.parts);

/** Whether records cannot be without the one that a lookup leads to, and do not go to the bin with it by themselves: records that people own, and parts of them. */
function restrictsDelete(links: readonly string[], fields: readonly Field[], field: Field): boolean {
  const isOwned = fields.some(({ name, inverse }) => name === 'owner' || inverse?.parts);
  const { required, writable, system, name } = field;
  return isOwned && leadsToRecord(field) && required && writable && !system && name !== 'owner' && !isTie({ links }, field);
}

/** The lookups by which records refuse that one of a module is deleted. */
export const restrictingLookups = (
  registry: Pick<Registry, 'modules' | 'targets'>,
  target: Module,
): { readonly module: Module; readonly via: Field }[] =>
  [...registry.modules.values()].flatMap((module) => {
    const fields = [...module.fields.values()];
    return fields
      .filter((field) => restrictsDelete(module.links, fields, field) && registry.targets(field).some(({ type }) => type === target.type))
      .map((via) => ({ module, via }));
  });

const interfaces = new Map<string, RecordClass>();
let rootInterface: RecordClass | undefined;

/** Called for each class that stands for records of several modules. */
export function addInterface(name: string, type: RecordClass): void {
  interfaces.set(name, type);
}

/** Called for the interface of everything that has an id. No class extends it. */
export function addRootInterface(type: RecordClass): void {
  rootInterface = type;
}

/** The classes that stand for records of several modules. */
export const recordInterfaces = (): RecordClass[] => [...interfaces.values()];

/** The type of the record that a reference leads to: the most specific interface that all of its modules have. */
export function commonInterface(targets: readonly string[]): RecordClass {
  const types = targets.map((name) => interfaces.get(name) ?? classOf(name));
  const common = recordInterfaces().filter((one) => types.every((type) => type === one || type.prototype instanceof one));
  return common.find((one) => !common.some((other) => other.prototype instanceof one)) ?? rootInterface!;
}

/** Called by `@record`. */
export function addRecord(type: RecordClass, options: RecordOptions): void {
  declared.set(options.name, { type, options });
}

/** The class that declares `target`; known once every record file is loaded. */
export function classOf(target: Target): RecordClass {
  if (typeof target === 'function') return target();
  const found = declared.get(target);
  if (!found) throw new Error(`No record is called ${target}. Is its file imported in server/modules/index.ts?`);
  return found.type;
}

/** What a class's `@record` says. */
export function recordOptions(type: RecordClass): RecordOptions {
  const found = [...declared.values()].find((entry) => entry.type === type);
  if (!found) throw new Error(`${type.name} has no @record.`);
  return found.options;
}

/** Every field that a class and its bases declare, bases first. */
export function fieldsOf(type: RecordClass): Field[] {
  const chain: Field[][] = [];
  for (let proto: object | null = type.prototype as object; proto; proto = Object.getPrototypeOf(proto) as object | null) {
    chain.unshift(ownFields.get(proto) ?? []);
  }
  return chain.flat();
}

/** Builds the registry of the given record classes, in that order. */
export function createRegistry(types: readonly RecordClass[]): Registry {
  const modules = new Map<string, Module>();
  for (const type of types) {
    const options = recordOptions(type);
    const fields = new Map(
      fieldsOf(type).map((field) => [field.name, options.fixed?.includes(field.name) ? { ...field, fixed: true } : field]),
    );
    const named = (name: string | undefined): Field | null => fields.get(name ?? '') ?? null;
    modules.set(options.name, {
      type,
      prefix: options.prefix,
      name: options.name,
      plural: options.plural,
      description: options.description,
      table: options.table ?? snakeCase(options.name),
      roots: options.roots ?? true,
      singleton: options.singleton ?? false,
      held: options.held ?? false,
      logged: options.logged ?? true,
      isPrivate: options.isPrivate ?? false,
      isHistory: options.isHistory ?? false,
      order: options.order ?? [],
      unique: options.unique ?? [],
      uniqueOutsideBin: options.uniqueOutsideBin ?? false,
      links: options.links ?? [],
      sharesNames: options.sharesNames ?? false,
      duplicateCheck: named(options.duplicateCheck),
      displayName: named(options.displayName ?? options.duplicateCheck),
      indexes: options.indexes ?? [],
      summaries: options.summaries ?? [],
      oneOf: (options.oneOf ?? []).map((name) => fields.get(name)!),
      sql: options.sql ?? { functions: {}, triggers: {} },
      ...traitsOf(options, fields),
      fields,
      relatedLists: new Map(),
      nestedLists: [],
    });
  }
  return freezeRegistry('base', modules);
}

function traitsOf({ isImportable }: RecordOptions, fields: ReadonlyMap<string, Field>): Traits {
  const [hasOwner, hasMoney, hasExternalIds] = ['owner', 'exchangeRate', 'externalIds'].map((name) => fields.has(name)) as [
    boolean,
    boolean,
    boolean,
  ];
  return { isRecord: hasOwner, hasOwner, hasMoney, hasExternalIds, isImportable: isImportable ?? hasExternalIds };
}

function freezeRegistry(version: string, modules: Map<string, Module>): Registry {
  const byType = new Map([...modules.values()].map((module) => [module.type, module]));
  const prefixes = new Map([...modules.values()].map((module) => [module.prefix, module]));
  const module = (name: string): Module => {
    const found = modules.get(name);
    if (!found) throw new Error(`No module is called ${name}.`);
    return found;
  };
  const target = (field: Field): Module => {
    const found = byType.get(classOf(field.target!));
    if (!found) throw new Error(`The target of ${field.name} is not a module.`);
    return found;
  };
  const expanded = new Map<readonly string[], readonly Module[]>();
  const targetsOf = (names: readonly string[]): readonly Module[] => {
    const known = expanded.get(names);
    if (known) return known;
    const found = names.flatMap((name) => {
      const base = interfaces.get(name);
      return base ? [...modules.values()].filter(({ type }) => type.prototype instanceof base) : [module(name)];
    });
    expanded.set(names, found);
    return found;
  };
  const targets = (field: Field): readonly Module[] =>
    field.kind === 'lookup' ? [target(field)] : field.targets ? targetsOf(field.targets) : [];
  for (const source of modules.values()) {
    for (const field of source.fields.values()) {
      const { inverse } = field;
      for (const module of inverse ? targets(field) : []) {
        const name = inverse!.name === '*' ? source.plural : inverse!.name.replace('*', pascalCase(source.plural));
        const { description } = inverse!;
        (module.relatedLists as Map<string, RelatedList>).set(name, { name, description, module: source.name, via: field, includes: [] });
      }
    }
  }
  for (const source of modules.values()) {
    for (const list of source.relatedLists.values()) {
      const included = (list.via.inverse?.includes?.[source.name] ?? []).map((name) => source.relatedLists.get(name)!);
      (list.includes as RelatedList[]).push(...included);
    }
  }
  for (const source of modules.values()) {
    for (const field of source.fields.values()) {
      if (!field.inverse?.nested) continue;
      const module = target(field);
      const list = [...module.relatedLists.values()].find(({ via }) => via === field)!;
      if (module === source || module.nestedLists.some((other) => other.module === source.name))
        throw new Error(`${module.name}.${list.name} can't be nested: a form edits one list of another module.`);
      (module.nestedLists as RelatedList[]).push(list);
    }
  }
  return {
    version,
    modules,
    module,
    target,
    targets,
    byPrefix: (prefix) => prefixes.get(prefix),
    extend(extension, customFields) {
      const extended = new Map<string, Module>();
      for (const [name, base] of modules) {
        const more = customFields[name] ?? [];
        extended.set(name, {
          ...base,
          fields: new Map([...base.fields, ...more.map((field) => [field.name, field] as const)]),
          relatedLists: new Map(),
          nestedLists: [],
        });
      }
      return freezeRegistry(extension, extended);
    },
  };
}
