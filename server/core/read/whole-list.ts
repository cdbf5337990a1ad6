import { getOperationAST, Kind, validate, type DocumentNode } from 'graphql';
import { coerceVariables } from '../coerce.js';
import type { Context } from '../context.js';
import { fault } from '../errors.js';
import { say, type FaultKey } from '../messages.js';
import type { FieldKind } from '../registry.js';
import { compileRoot } from './compile.js';
import { FilterMeter } from './filter-meter.js';
import { jsonText } from './json-bytes.js';
import type { Constant, Leaf, Output, SummaryOutput } from './output.js';
import { runOf } from './run.js';
import { selectedFields } from './selection.js';

/** A list to be read as a whole: a statement without a page, and what its rows mean. */
export interface WholeList {
  /** The root field that it is read from: `accounts`. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | null)[];
  /** The leaves of the selection: `account.owner.lastName`. */
  readonly columns: readonly { readonly name: string; readonly kind: FieldKind }[];
  /** What the API answers for them, as text. */
  valuesOf(row: readonly (string | null)[]): (string | null)[];
  /** The record as the API answers it. */
  objectOf(row: readonly (string | null)[]): object;
}

/**
 * The list that a query asks for, without its pages: one root field, `nodes` of it, and in those plain fields, also through
 * look-ups. It is read with the rights that the caller has now.
 */
export function planWholeList(
  context: Context,
  document: DocumentNode,
  operationName: string | null,
  rawVariables: Readonly<Record<string, unknown>>,
): WholeList {
  const { model, viewer, services } = context;
  const refuse = (key: FaultKey) => fault('document', 'INVALID_FORMAT', say(`faults.${key}`));
  const invalid = validate(model.schema, document)[0];
  if (invalid) throw fault('document', 'INVALID_FORMAT', invalid.message);
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') throw refuse('queryDocument');
  const { variables, error } = coerceVariables(model.schema, operation, rawVariables, services.filterLimits);
  if (error) throw error;
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const reading = { schema: model.schema, fragments, variables };
  const parent = model.schema.getQueryType()!;
  const [selected, ...others] = selectedFields(reading, parent, [operation.selectionSet]);
  const root = selected && model.roots.get(selected.name);
  if (root?.kind !== 'list' || others.length > 0) throw refuse('oneList');
  const { text, binders, output } = compileRoot(
    { reading, registry: model.registry, access: viewer!.access, meter: new FilterMeter(services.filterLimits), isWhole: true },
    parent,
    root,
    selected!,
  );
  const [nodes, ...rest] = output.kind === 'list' ? output.connection.parts : [];
  if (nodes?.kind !== 'nodes' || rest.length > 0) throw refuse('onlyNodes');
  const leaves = leavesOf(nodes.fields, [], () => refuse('onlyNodes'));
  const run = runOf({ ...context, variables }, viewer!);
  return {
    name: selected!.name,
    text,
    values: binders.map((binder) => binder(run)),
    columns: leaves.map(({ path, leaf }) => ({ name: path.join('.'), kind: leaf.kind === 'leaf' ? (leaf.holds ?? 'text') : 'text' })),
    valuesOf: (row) => leaves.map(({ leaf }) => (leaf.kind === 'leaf' ? textOf(leaf, row) : (JSON.parse(leaf.json) as string | null))),
    objectOf: (row) => objectOf(nodes.fields, row),
  };
}

type Plain = Constant | (Leaf & { readonly summary?: SummaryOutput });

function leavesOf(fields: readonly Output[], path: readonly string[], refusal: () => Error): { path: string[]; leaf: Plain }[] {
  return fields.flatMap((field) => {
    const at = [...path, field.key];
    // A record that may be of several modules has no columns of its own: its id has.
    if (field.kind === 'connection' || field.kind === 'choice') throw refusal();
    if (field.kind === 'record') return leavesOf(field.fields, at, refusal);
    if (field.kind === 'summary')
      return field.fields.map((leaf) => ({ path: [...at, leaf.key], leaf: leaf.kind === 'leaf' ? { ...leaf, summary: field } : leaf }));
    return [{ path: at, leaf: field }];
  });
}

/** The figures of a summary, each as text. */
const figuresOf = ({ cell }: SummaryOutput, row: readonly (string | null)[]): (string | null)[] =>
  (JSON.parse(row[cell]!) as (string | number | null)[]).map((one) => (one === null ? null : String(one)));

function textOf(
  { cell, format, prefix, summary }: Leaf & { readonly summary?: SummaryOutput },
  row: readonly (string | null)[],
): string | null {
  const text = (summary ? figuresOf(summary, row) : row)[cell] ?? null;
  if (text === null) return null;
  if (format === 'id') return `${prefix ?? ''}_${text}`;
  if (format === 'instant') return jsonText.instant(text);
  return format === 'json' ? JSON.stringify(JSON.parse(text)) : text;
}

const objectOf = (fields: readonly Output[], row: readonly (string | null)[]): object =>
  Object.fromEntries(
    fields.map((field): [string, unknown] => {
      if (field.kind === 'constant') return [field.key, JSON.parse(field.json)];
      if (field.kind === 'record')
        return [field.key, field.presence !== null && row[field.presence] == null ? null : objectOf(field.fields, row)];
      if (field.kind === 'summary') return [field.key, objectOf(field.fields, figuresOf(field, row))];
      if (field.kind === 'connection' || field.kind === 'choice') return [field.key, null];
      const text = textOf(field, row);
      return [field.key, text !== null && (field.format === 'plain' || field.format === 'json') ? JSON.parse(text) : text];
    }),
  );
