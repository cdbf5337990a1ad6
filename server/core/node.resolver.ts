import { GraphQLID, GraphQLInt, GraphQLString, getOperationAST, validate, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, ObjectType, Query, Resolver } from 'type-graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import { costs } from './access.js';
import { coerceVariables } from './coerce.js';
import type { Context } from './context.js';
import { readDocument } from './read-document.js';
import { fault, Unauthenticated } from './errors.js';
import { readRoot } from './execute.js';
import { prefixOf } from './ids.js';
import { say } from './messages.js';
import { planQuery } from './read/plan.js';
import { Node, TYPE_KEY } from './record.js';

@ObjectType({ description: 'What an operation would cost.' })
class CostEstimate {
  @Field(() => GraphQLInt, {
    description:
      'Points it may cost: rows by page sizes, 1 for each condition and member of a list in filters, and 50 to 100 for totals and conditions on relations.',
  })
  cost!: number;
  @Field(() => GraphQLInt, { description: 'Points one operation may cost.' }) limit!: number;
}

/** A record that graphql-js is to walk, with its type, which the id that was asked for says. */
const typed = ({ model }: Context, record: unknown, id: string): unknown =>
  record && Object.assign(record, { [TYPE_KEY]: model.registry.byPrefix(prefixOf(id)!)!.name });

/** Root fields that belong to no module. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id; null when there is none.' })
  node(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => GraphQLID, { description: 'The id.' }) id: string,
  ): Promise<unknown> {
    return readRoot(context, info).then((record) => typed(context, record, id));
  }

  @Query(() => [Node], { nullable: 'itemsAndList', description: 'Up to 500 things by their ids, in that order; null where there is none.' })
  nodes(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('ids', () => [GraphQLID], { description: 'The ids.' }) ids: string[],
  ): Promise<unknown> {
    return readRoot(context, info).then((records) => (records as unknown[]).map((record, index) => typed(context, record, ids[index]!)));
  }

  // It is validated and compiled, as if it were to run.
  @costs(100)
  @Query(() => CostEstimate, { nullable: true, description: 'What a query would cost, without running it.' })
  estimateCost(
    @Ctx() context: Context,
    @Arg('document', () => GraphQLString, { description: 'The query, as text.' }) text: string,
    @Arg('operationName', () => GraphQLString, { nullable: true, description: 'Which of its operations.' }) operationName: string | null,
    @Arg('variables', () => GraphQLJSONObject, { nullable: true, description: 'Its variables.' }) variables: Record<string, unknown> | null,
  ): CostEstimate {
    const { model, viewer, maxCost, services } = context;
    if (!viewer) throw Unauthenticated({});
    const document = readDocument(context, text);
    const invalid = validate(model.schema, document)[0];
    if (invalid) throw fault('document', 'INVALID_FORMAT', invalid.message);
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'query') throw fault('document', 'INVALID_FORMAT', say('faults.queryDocument'));
    const coerced = coerceVariables(model.schema, operation, variables ?? {}, services.filterLimits);
    if (coerced.error) throw coerced.error;
    const plan = planQuery(model, viewer.access, document, operation, coerced.variables, services.filterLimits);
    const failed = plan.roots.find(({ error }) => error);
    if (failed) throw failed.error;
    return { cost: plan.costOf(coerced.variables), limit: maxCost };
  }
}
