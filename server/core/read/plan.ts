import { LRUCache } from 'lru-cache';
import { getArgumentValues, Kind, typeFromAST, visit } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { AccessShape } from '../access.js';
import { statementName } from '../database/transactions.js';
import { CrmError } from '../errors.js';
import { prefixOf } from '../ids.js';
import type { Registry } from '../registry.js';
import { compileByIds, compileRoot, type Compiled, type CompileRequest, type CostlyField, type Root } from './compile.js';
import { cursorShape } from './cursor.js';
import { FilterMeter, type FilterLimits } from './filter-meter.js';
import { shapeOf, type Variables } from './input.js';
import { selectedFields, type Selected } from './selection.js';
import { compileWriter, type Writer } from './writer.js';

/** A root field ready to run: its statement, its parameters and the program that writes its answer. */
export interface Plan extends Compiled {
  readonly writer: Writer;
  /** What connections know the statement by. */
  readonly name: string;
  /** Reads the ids asked for, where the root is a list of ids. */
  readonly ids: ((variables: Variables) => readonly unknown[]) | null;
}

/** All an organisation's schema offers to the compiler. */
export interface Model {
  readonly schema: GraphQLSchema;
  readonly registry: Registry;
  /** Root fields that are compiled, by name; others are resolved. */
  readonly roots: ReadonlyMap<string, Root>;
}

/** A document as far as reading it again would cost. */
interface Prepared {
  /** Part of the keys of its plans. */
  readonly id: number;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variableTypes: ReadonlyMap<string, GraphQLInputType>;
  /** Variables that give a page size; their values are part of the plan. */
  readonly pageSizes: ReadonlySet<string>;
}

/** The plans of an operation's root fields in the order of the response. */
export interface OperationPlan {
  readonly roots: readonly RootPlan[];
  /** The list that costs most. */
  readonly costliest: CostlyField | null;
  /** The cost of a run, in points. It depends on the lengths of lists in filters. */
  costOf(variables: Variables): number;
}

export interface RootPlan {
  readonly key: string;
  /** A compiled root; null for one that must be resolved. */
  readonly plan: Plan | null;
  /** A fault found while compiling: it belongs to this root alone. */
  readonly error: unknown;
  readonly typename: boolean;
  /** What it costs where it is not compiled. */
  readonly resolvedCost: number;
}

const prepared = new WeakMap<OperationDefinitionNode, WeakMap<GraphQLSchema, Prepared>>();
let preparedDocuments = 0;

/** Memory for the plans of all documents, schemas and access shapes. */
const MAX_PLAN_BYTES = 64 * 1024 * 1024;
const plans = new LRUCache<string, OperationPlan | Plan>({
  maxSize: MAX_PLAN_BYTES,
  sizeCalculation: (plan, key) => sizeOf(plan) + 2 * key.length,
});

function prepare(document: DocumentNode, operation: OperationDefinitionNode, schema: GraphQLSchema): Prepared {
  let perSchema = prepared.get(operation);
  if (!perSchema) prepared.set(operation, (perSchema = new WeakMap()));
  let known = perSchema.get(schema);
  if (!known) {
    const fragments = new Map(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
    );
    const pageSizes = new Set<string>();
    visit(document, {
      Argument: (argument) => {
        if (['first', 'last'].includes(argument.name.value) && argument.value.kind === Kind.VARIABLE)
          pageSizes.add(argument.value.name.value);
      },
    });
    const variableTypes = new Map(
      (operation.variableDefinitions ?? []).map(({ variable, type }) => [
        variable.name.value,
        typeFromAST(schema, type as never) as GraphQLInputType,
      ]),
    );
    known = { id: preparedDocuments++, fragments, variableTypes, pageSizes };
    perSchema.set(schema, known);
  }
  return known;
}

/** What of the variables' values decides the text of the statements. */
function variablesShape({ variableTypes, pageSizes }: Prepared, registry: Registry, variables: Variables): string {
  const leafShape = (typeName: string, value: unknown): string => {
    if (typeName === 'Cursor') return cursorShape(value);
    // Only the prefixes of modules: a caller's own text must not become part of a key.
    return typeName === 'ID' ? (registry.byPrefix(prefixOf(value) ?? '')?.prefix ?? '?') : 's';
  };
  let shape = '';
  for (const [name, type] of variableTypes) {
    shape += `${name}=${pageSizes.has(name) ? String(variables[name]) : shapeOf(type, variables[name], leafShape)};`;
  }
  return shape;
}

/** The plans of a query, compiled once for each schema, access shape and shape of variables. */
export function planQuery(
  model: Model,
  access: AccessShape,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  limits: FilterLimits,
): OperationPlan {
  const ready = prepare(document, operation, model.schema);
  const shape = ready.variableTypes.size === 0 ? '' : variablesShape(ready, model.registry, variables);
  const key = `${ready.id}|${access.key}|${shape}`;
  const known = plans.get(key) as OperationPlan | undefined;
  if (known) return known;
  const reading = { schema: model.schema, fragments: ready.fragments, variables };
  const meter = new FilterMeter(limits);
  const parent = model.schema.getQueryType()!;
  const selections = selectedFields(reading, parent, [operation.selectionSet]);
  const isWalked = selections.some(({ name }) => name !== '__typename' && !model.roots.has(name));
  const request: CompileRequest = { reading, registry: model.registry, access, meter, isWalked };
  const roots = selections.map((selected): RootPlan => {
    const base = { key: selected.key, plan: null, error: null, typename: selected.name === '__typename', resolvedCost: 1 };
    const root = model.roots.get(selected.name);
    if (!root) return { ...base, resolvedCost: (parent.getFields()[selected.name]?.extensions['cost'] as number | undefined) ?? 1 };
    try {
      return { ...base, plan: planRoot(request, root, selected) };
    } catch (error) {
      // An operation that is too large as a whole is refused as a whole.
      if (error instanceof CrmError && error.code === 'COST_EXCEEDED') throw error;
      return { ...base, error };
    }
  });
  const costliest = roots
    .flatMap(({ plan: compiled }) => compiled?.costliest ?? [])
    .reduce<CostlyField | null>((most, one) => (one.cost > (most?.cost ?? 0) ? one : most), null);
  const cost = roots.reduce((sum, { plan: compiled, resolvedCost }) => sum + (compiled?.cost ?? resolvedCost), meter.conditions);
  const plan = { roots, costliest, costOf: (given: Variables) => cost + meter.membersIn(given) };
  // A fault may come from a value that is not part of the key: it must not stick to it.
  if (!roots.some(({ error }) => error)) plans.set(key, plan);
  return plan;
}

/** The plan under a key of its own, made when it is not there. */
export function rememberedPlan(key: string, make: () => Plan): Plan {
  const known = plans.get(key) as Plan | undefined;
  if (known) return known;
  const plan = make();
  plans.set(key, plan);
  return plan;
}

/** Bytes that a plan takes in memory (measured): code, text, and for each binder the closures and the part of the document that it holds. */
const BYTES_OF_OPERATION = 1_000;
const BYTES_OF_PLAN = 8_000;
const BYTES_PER_CHARACTER = 6;
const BYTES_PER_BINDER = 1_800;

function sizeOf(plan: OperationPlan | Plan): number {
  if ('roots' in plan) return plan.roots.reduce((sum, root) => sum + (root.plan ? sizeOf(root.plan) : 0), BYTES_OF_OPERATION);
  return BYTES_OF_PLAN + BYTES_PER_CHARACTER * plan.text.length + BYTES_PER_BINDER * plan.binders.length;
}

/** The plan of one root field alone, for the path where graphql-js resolves its neighbours. */
export function planRoot(request: CompileRequest, root: Root, selected: Selected): Plan {
  const parent = request.reading.schema.getQueryType()!;
  const compiled = compileRoot(request, parent, root, selected);
  const ids = root.kind === 'nodes' ? nodesIds(request, selected) : null;
  return { ...compiled, writer: compileWriter(compiled.output), name: statementName(compiled.text), ids };
}

/** The plan that reads given records of one module for a selection. */
export function planByIds(request: CompileRequest, moduleName: string, selected: Selected): Plan {
  const sets = selected.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const compiled = compileByIds({ ...request, isWalked: true }, request.registry.module(moduleName), sets, [selected.key]);
  return { ...compiled, writer: compileWriter(compiled.output), name: statementName(compiled.text), ids: null };
}

function nodesIds({ reading }: CompileRequest, selected: Selected): (variables: Variables) => readonly unknown[] {
  const field = reading.schema.getQueryType()!.getFields()[selected.name]!;
  return (variables) => {
    const { ids } = getArgumentValues(field, selected.nodes[0]!, variables);
    return [ids].flat();
  };
}
