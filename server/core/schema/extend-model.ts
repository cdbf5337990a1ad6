import { extendSchema, parse, type GraphQLNamedType } from 'graphql';
import { fieldType, filterName, scalarOf, type Aggregate } from '../field-types.js';
import { isNeeded, labelName, partName } from '../fields.js';
import { screamingCase } from '../names.js';
import type { Model } from '../read/plan.js';
import type { Field, Module, Registry } from '../registry.js';
import { isBucketed, periodName } from '../read/buckets.js';
import { finishModel } from './build-schema.js';
import { nestedName } from './declare-types.js';

/**
 * The model with more fields, which live in `custom`: what one organisation added to the standard modules. The schema
 * of `base` stays as it is.
 *
 * @param version part of every plan's key: another one for every other set of fields
 * @param customFields by module; made by `customField`, of any kind but id, money and lookup
 */
export function extendModel(base: Model, version: string, customFields: Readonly<Record<string, readonly Field[]>>): Model {
  const registry = base.registry.extend(version, customFields);
  const extensions = Object.entries(customFields).flatMap(([name, fields]) =>
    fields.flatMap((field) => extensionsOf(registry, registry.module(name), field)),
  );
  return finishModel(extendSchema(base.schema, parse(extensions.join('\n'))), registry);
}

/** Everywhere `declareTypes` would have put the field. */
function extensionsOf(registry: Registry, module: Module, field: Field): string[] {
  const { name, description } = field;
  if (['id', 'money', 'lookup'].includes(field.kind)) throw new Error(`${module.name}.${name}: a custom field can't be of kind ${field.kind}.`);
  const type = typeName(field);
  const { sortable, groupable, aggregates } = fieldType(field);
  const extend = (keyword: string, suffix: string, line: string): string =>
    `extend ${keyword} ${module.name}${suffix} { ${JSON.stringify(description)} ${line} }`;
  /** The inputs of the module: its own, and those of the forms that edit its records. */
  const inputs = ['', ...nestedSuffixes(registry, module)];
  const label = field.kind === 'picklist' ? [`${labelName(field)}: String`] : [];
  return [
    ...[`${name}: ${type}${field.nonNull ? '!' : ''}`, ...label].map((line) => extend('type', '', line)),
    ...(field.writable
      ? inputs.flatMap((suffix) => [
          extend('input', `${suffix}CreateInput`, `${name}: ${type}${isNeeded(field) ? '!' : ''}`),
          extend('input', `${suffix}UpdateInput`, `${name}: ${type}`),
        ])
      : []),
    ...(field.queryable ? [extend('input', 'Filter', `${name}: ${filterName(field)}`)] : []),
    ...(field.queryable && sortable ? [extend('input', 'Order', `${name}: SortOrder`)] : []),
    ...(field.queryable ? aggregates.map((part) => extend('type', partName('', part), `${name}: ${aggregateName(part, field)}`)) : []),
    ...(field.queryable ? aggregates.flatMap((part) => groupsOf(part, field).map(([suffix, line]) => extend('input', suffix, line))) : []),
    ...(field.queryable && groupable
      ? [
          extend('enum', 'GroupField', screamingCase(name)),
          extend('input', 'GroupKeyOrder', `${name}: SortOrder`),
          ...[`${name}: ${type}`, ...label, ...(isBucketed(field) ? [`${periodName(field)}: GroupPeriod`] : [])].map((line) => extend('type', 'GroupKey', line)),
        ]
      : []),
  ];
}

const nestedSuffixes = (registry: Registry, module: Module): string[] =>
  [...module.fields.values()].flatMap((field) => (field.inverse?.nested ? [nestedName('', registry.target(field).name)] : []));
/** Where a figure stands in orders of groups and conditions on them; the sum and the average share theirs, as do the extremes. */
function groupsOf(part: Aggregate, field: Field): [suffix: string, line: string][] {
  const { name } = field;
  if (part === 'countDistinct') return [['GroupCountOrder', `${name}: SortOrder`], ['GroupCountHaving', `${name}: IntFilter`]];
  if (part === 'sum') return [['GroupNumberOrder', `${name}: SortOrder`], ['GroupNumberHaving', `${name}: DecimalFilter`]];
  if (part === 'min') return [['GroupRangeOrder', `${name}: SortOrder`], ['GroupRangeHaving', `${name}: ${filterName(field)}`]];
  return [];
}

const typeName = (field: Field): string => field.enum?.name ?? (scalarOf(field) as GraphQLNamedType).name;

function aggregateName(part: Aggregate, field: Field): string {
  if (part === 'countDistinct') return 'Int';
  if (part === 'avg') return 'Decimal';
  return part === 'sum' && field.kind === 'integer' ? 'Long' : typeName(field);
}
