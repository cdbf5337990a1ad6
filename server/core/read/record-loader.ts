import DataLoader from 'dataloader';
import { BREAK, visit, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { TooComplex } from '../errors.js';
import { wireId } from '../ids.js';
import { FilterMeter } from './filter-meter.js';
import { planByIds, rememberedPlan, type Plan } from './plan.js';
import { runPlan } from './run.js';

/** Reads records that a resolver knows by their ids, as their selections ask: one statement for all of one selection. */
export interface RecordLoader {
  /** The record in the form of the selection, keyed by response keys; null where it may not be seen. */
  load(module: string, rowId: string, info: GraphQLResolveInfo): Promise<object | null>;
}

export function createRecordLoader(context: () => Context): RecordLoader {
  const loaders = new Map<FieldNode, DataLoader<string, object | null>>();
  return {
    load(module, rowId, info) {
      const node = info.fieldNodes[0]!;
      let loader = loaders.get(node);
      if (!loader) {
        const plan = planFor(context(), module, info);
        context().hidden.push(...plan.hidden);
        loader = new DataLoader((ids) => read(context(), module, plan, ids), { cache: false, maxBatchSize: 1000 });
        loaders.set(node, loader);
      }
      return loader.load(rowId);
    },
  };
}

/** Selections whose plans are remembered; the number is part of their keys. */
const remembered = new WeakMap<FieldNode, number>();
let rememberedSelections = 0;

function planFor(context: Context, module: string, info: GraphQLResolveInfo): Plan {
  const { model, viewer, variables, services } = context;
  const node = info.fieldNodes[0]!;
  const fragments = new Map(Object.entries(info.fragments));
  const make = (): Plan =>
    planByIds(
      {
        reading: { schema: model.schema, fragments, variables },
        registry: model.registry,
        access: viewer!.access,
        meter: new FilterMeter(services.filterLimits),
      },
      module,
      { key: String(info.path.key), name: info.fieldName, nodes: info.fieldNodes },
    );
  // Only a selection without variables has a text that holds for every request.
  if (info.fieldNodes.length > 1 || fragments.size > 0 || (!remembered.has(node) && usesVariables(node))) return make();
  const id = remembered.get(node) ?? rememberedSelections++;
  remembered.set(node, id);
  return rememberedPlan(`selection ${id}|${model.registry.version}|${viewer!.access.key}`, make);
}

/** Whether a selection mentions a variable. */
function usesVariables(node: FieldNode): boolean {
  let found = false;
  visit(node, {
    Variable() {
      found = true;
      return BREAK;
    },
  });
  return found;
}

async function read(context: Context, module: string, plan: Plan, ids: readonly string[]): Promise<(object | null)[]> {
  const { model, viewer, maxCost } = context;
  const cost = plan.cost * ids.length;
  if (cost > maxCost) throw TooComplex({ cost, limit: maxCost });
  const definition = model.registry.module(module);
  const writer = plan.writer;
  const byWireId: Plan = {
    ...plan,
    writer: (rows) =>
      writer(
        rows,
        ids.map((id) => wireId(definition, id)),
      ),
  };
  return JSON.parse((await runPlan(context, viewer!, byWireId, ids)).toString()) as (object | null)[];
}
