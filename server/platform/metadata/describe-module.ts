import { createHash } from 'node:crypto';
import { getNamedType, isEnumType, isInputObjectType, isNonNullType, isObjectType, OperationTypeNode } from 'graphql';
import type { GraphQLField, GraphQLFieldMap, GraphQLInputFieldMap, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { refusalOf } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { fieldType } from '../../core/field-types.js';
import { idName, inputName, labelName, partName } from '../../core/fields.js';
import { label, pluralLabel, say, textOf, type Message } from '../../core/messages.js';
import { camelCase, pascalCase, screamingCase } from '../../core/names.js';
import type { Root } from '../../core/read/compile.js';
import type { Model } from '../../core/read/plan.js';
import { leadsToRecord, type Field, type Module, type Summary } from '../../core/registry.js';
import { aggregateName } from '../../core/schema/declare-groups.js';
import { nestedName, targetName } from '../../core/schema/declare-types.js';
import { readEnumeration } from '../enumeration.resolver.js';
import { picklistsOf } from '../picklists/read-picklists.js';
import { RecordVerb } from './enums.js';
import type { FieldInfo, LookupInfo, ModuleInfo, MutationInfo, ReferenceInfo, RelatedListInfo, SummaryInfo } from './module-info.js';

/** Whom metadata is for: everything that it depends on, but the values of picklists. */
export interface Asking {
  readonly model: Model;
  readonly viewer: Viewer;
  readonly language: string;
}

/** A module has some 20 KB, and is described anew for each language and kind of caller. */
const DESCRIBED = 500;
const described = new WeakMap<Model, LRUCache<string, ModuleInfo>>();

/** The modules of which the caller may see a field, in the order of the registry. */
export const describeModules = (asking: Asking): ModuleInfo[] =>
  [...asking.model.registry.modules.values()].filter((module) => isSeen(asking, module)).map((module) => describe(asking, module));

/** A module by its name; null where there is none that the caller may see. */
export function describeModule(asking: Asking, name: string): ModuleInfo | null {
  const module = asking.model.registry.modules.get(name);
  return module && isSeen(asking, module) ? describe(asking, module) : null;
}

/** A short text that differs where the value does. */
export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

const visibleFields = ({ viewer }: Asking, module: Module): Field[] =>
  [...module.fields.values()].filter((field) => !viewer.access.isHidden(module, field));
const isSeen = (asking: Asking, module: Module): boolean => visibleFields(asking, module).length > 0;

function describe(asking: Asking, module: Module): ModuleInfo {
  const { model, viewer, language } = asking;
  const { access, isAdministrator, credential, uniqueFields } = viewer;
  const rights = [isAdministrator, credential.kind, credential.isReadOnly];
  const key = JSON.stringify([module.name, language, access.key, rights, uniqueFields.get(module.name) ?? []]);
  const known = described.get(model) ?? new LRUCache({ max: DESCRIBED });
  described.set(model, known);
  let made = known.get(key);
  if (!made) {
    const told = new Description(asking, module).module();
    known.set(key, (made = { ...told, digest: digestOf(told) }));
  }
  return made;
}

/** One module on its way into words. */
class Description {
  private readonly schema: GraphQLSchema;
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly creates: GraphQLInputFieldMap;
  private readonly updates: GraphQLInputFieldMap;
  private readonly filters: GraphQLInputFieldMap;
  private readonly orders: GraphQLInputFieldMap;
  private readonly groups: ReadonlySet<string>;

  constructor(
    private readonly asking: Asking,
    private readonly described: Module,
  ) {
    const { name } = described;
    this.schema = asking.model.schema;
    this.fields = new Map(visibleFields(asking, described).map((field) => [field.name, field]));
    this.creates = this.inputs(this.inputType('CreateInput'));
    this.updates = this.inputs(this.inputType('UpdateInput'));
    this.filters = this.inputs(`${name}Filter`);
    this.orders = this.inputs(`${name}Order`);
    const groups = this.schema.getType(`${name}GroupField`);
    this.groups = new Set(isEnumType(groups) ? groups.getValues().map((value) => value.name) : []);
  }

  module(): Omit<ModuleInfo, 'digest'> {
    const { name, description, prefix, plural, singleton, order, unique, oneOf, displayName, duplicateCheck, summaries } = this.described;
    const type = (suffix: string): string | null => this.schema.getType(`${name}${suffix}`)?.name ?? null;
    return {
      name,
      label: this.say(label(name)),
      pluralLabel: this.say(pluralLabel(name)),
      description,
      prefix,
      singular: camelCase(name),
      plural,
      isSingleton: singleton,
      oneQuery: this.query(singleton ? 'singleton' : 'one'),
      listQuery: this.query('list'),
      mutations: this.mutations(),
      createInput: this.inputType('CreateInput'),
      updateInput: this.inputType('UpdateInput'),
      filterType: type('Filter'),
      orderType: type('Order'),
      displayName: this.visible(displayName?.name),
      duplicateCheck: this.visible(duplicateCheck?.name),
      order: order.filter((one) => this.fields.has(one)),
      unique: unique.filter((names) => names.every((one) => this.fields.has(one))),
      oneOf: oneOf.map((field) => field.name).filter((one) => this.fields.has(one)),
      fields: [...this.fields.values()].map((field) => this.field(field)),
      relatedLists: this.relatedLists(),
      summaries: summaries.flatMap((summary) => this.summary(summary)),
      picklists: [...new Set([...this.fields.values()].flatMap(({ picklist }) => picklist?.name ?? []))],
    };
  }

  private field(field: Field): FieldInfo {
    const { name, kind, description, range } = field;
    const hasId = leadsToRecord(field);
    const input = inputName(field);
    const [created, updated] = [this.creates[input], this.updates[input]];
    const conditions = this.filters[hasId ? idName(field) : name];
    return {
      name,
      label: field.custom ? name : this.say(label(this.described.name, name)),
      description,
      kind: screamingCase(kind),
      type: String(this.outputs(this.described.name)[name]!.type),
      idName: hasId ? idName(field) : null,
      labelName: kind === 'picklist' ? labelName(field) : null,
      inputName: created || updated ? input : null,
      inputType: nameOf(created ?? updated),
      isCreatable: created !== undefined,
      isNeeded: created !== undefined && isNonNullType(created.type),
      isUpdatable: updated !== undefined,
      isRequired: field.required,
      isComputed: field.formula !== undefined || field.virtual === true,
      isSystem: field.system,
      isCustom: field.custom,
      isUnique: this.isUnique(name),
      maxLength: field.max ?? null,
      minimum: range ? String(range[0]) : null,
      maximum: range ? String(range[1]) : null,
      isPositive: field.positive ?? false,
      defaultValue: field.default ?? null,
      notBefore: this.visible(field.notBefore),
      lookup: kind === 'lookup' ? this.lookup(field) : null,
      reference: kind === 'reference' ? this.reference(field) : null,
      enumeration: field.enum ? readEnumeration(field.enum, this.asking.language) : null,
      picklist: picklistOf(field),
      filterType: nameOf(conditions),
      operators: conditions ? Object.keys(this.inputs(getNamedType(conditions.type).name)) : [],
      orderType: nameOf(this.orders[name]),
      groupField: this.groups.has(screamingCase(name)) ? screamingCase(name) : null,
      aggregates: fieldType(field).aggregates.filter((part) => aggregateName(field) in this.outputs(partName(this.described.name, part))),
    };
  }

  private lookup(field: Field): LookupInfo {
    const target = this.asking.model.registry.target(field);
    // Modules share the fields of their base class.
    const list = [...target.relatedLists.values()].find(({ via, module }) => via === field && module === this.described.name);
    return { module: target.name, list: list?.name ?? null, inputKey: field.inputKey ?? null, isTree: field.tree ?? false };
  }

  private reference(field: Field): ReferenceInfo {
    const targets = this.asking.model.registry.targets(field);
    const list = [...targets[0]!.relatedLists.values()].find(({ via }) => via === field);
    return { modules: targets.map(({ name }) => name), list: list?.name ?? null, filterType: `${targetName(field)}Filter` };
  }

  private isUnique(name: string): boolean {
    const { unique, name: module } = this.described;
    const own = this.asking.viewer.uniqueFields.get(module) ?? [];
    return own.includes(name) || unique.some((names) => names.length === 1 && names[0] === name);
  }

  private relatedLists(): RelatedListInfo[] {
    const { registry } = this.asking.model;
    return [...this.described.relatedLists.values()]
      .map((list) => ({ ...list, target: registry.module(list.module) }))
      .filter(({ target, via }) => !this.asking.viewer.access.isHidden(target, via))
      .map(({ name, description, module, via, target }) => {
        const modules = pluralLabel(module);
        const called = name === target.plural ? modules : say(`labels.${this.described.name}.${via.inverse!.name}`, { modules });
        const [createType, updateType] = [nameOf(this.creates[name]), nameOf(this.updates[name])];
        return {
          name,
          label: this.say(called),
          description,
          module,
          via: via.name,
          createType,
          updateType,
          isNeeded: via.inverse!.needed ?? false,
        };
      });
  }

  private summary({ name, type, description, figures, of: ofAll }: Summary): SummaryInfo[] {
    const types = this.outputs(type);
    const shown = Object.entries(figures)
      .filter(([, { of }]) => [...ofAll, ...of].every((path) => this.isPathSeen(path)))
      .map(([figure, { description: means }]) => ({
        name: figure,
        label: this.say(label(type, figure)),
        description: means,
        type: String(types[figure]!.type),
      }));
    return shown.length > 0 ? [{ name, label: this.say(label(this.described.name, name)), description, figures: shown }] : [];
  }

  private query(kind: Root['kind']): string | null {
    const queries = this.schema.getQueryType()!.getFields();
    for (const [name, root] of this.asking.model.roots)
      if (root.kind === kind && 'module' in root && root.module === this.described.name && queries[name])
        return this.mayCall(OperationTypeNode.QUERY, queries[name]) ? name : null;
    return null;
  }

  /** Those that answer with the payloads of the module, and those that are named after it: `inviteUser`. */
  private mutations(): MutationInfo[] {
    const { name, plural } = this.described;
    const many = pascalCase(plural);
    const named = new RegExp(`^([a-z]+)(?:${name}|${many})$`);
    const payloads = ['Payload', 'BulkPayload', 'UpsertPayload', 'UpsertBulkPayload'].map((suffix) => name + suffix);
    return Object.values(this.schema.getMutationType()?.getFields() ?? {})
      .filter((mutation) => payloads.includes(getNamedType(mutation.type).name) || named.test(mutation.name))
      .filter((mutation) => this.mayCall(OperationTypeNode.MUTATION, mutation))
      .map((mutation) => {
        const verb = named.exec(mutation.name)?.[1]?.toUpperCase();
        return {
          name: mutation.name,
          description: mutation.description ?? '',
          verb: verb && verb in RecordVerb.values ? verb : null,
          isForMany: mutation.name.endsWith(many),
          arguments: mutation.args.map((one) => ({ name: one.name, type: String(one.type), description: one.description ?? '' })),
          type: getNamedType(mutation.type).name,
        };
      });
  }

  private mayCall(operation: OperationTypeNode, { name, extensions }: GraphQLField<unknown, unknown>): boolean {
    return !refusalOf(this.asking.viewer, operation, name, extensions['access'] ?? {});
  }

  private isPathSeen(path: string): boolean {
    const [name, field] = path.split('.') as [string, string];
    const module = this.asking.model.registry.module(name);
    return !this.asking.viewer.access.isHidden(module, module.fields.get(field)!);
  }

  private visible(name: string | undefined): string | null {
    return name !== undefined && this.fields.has(name) ? name : null;
  }

  private say(message: Message): string {
    return textOf(message, this.asking.language);
  }

  /** The fields of an input; none where the schema has no use for it. */
  /** The name of an input; of records that are only written in the form of another, of the input there: all of them have the same. */
  private inputType(suffix: 'CreateInput' | 'UpdateInput'): string | null {
    const { name } = this.described;
    const parents = [...this.asking.model.registry.modules.values()].filter(({ nestedLists }) =>
      nestedLists.some((list) => list.module === name),
    );
    const names = [name, ...parents.map((parent) => nestedName(name, parent.name))].map((one) => `${one}${suffix}`);
    return names.find((one) => this.schema.getType(one)) ?? null;
  }

  private inputs(name: string | null): GraphQLInputFieldMap {
    const type = name === null ? null : this.schema.getType(name);
    return isInputObjectType(type) ? type.getFields() : {};
  }

  private outputs(name: string): GraphQLFieldMap<unknown, unknown> {
    const type = this.schema.getType(name);
    return isObjectType(type) ? type.getFields() : {};
  }
}

/** Read when it is asked for, all of an operation at once. */
const picklistOf = ({ picklist }: Field): FieldInfo['picklist'] =>
  picklist ? async (_args, context) => (await picklistsOf(context)).get(picklist.name) ?? null : null;

const nameOf = (field: { readonly type: Parameters<typeof getNamedType>[0] } | undefined): string | null =>
  field ? (getNamedType(field.type) as GraphQLNamedType).name : null;
