import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql';
import { sql } from 'kysely';
import { refusalOf, type RootAccess } from './access.js';
import type { Context, RequestContext, Viewer, WriteContext } from './context.js';
import { coerceVariables } from './coerce.js';
import { knownFailure } from './database/failures.js';
import { transactionDb } from './database/typed-sql.js';
import { dryRunOf, isDryRun, type DryRunRoot } from './dry-run.js';
import {
  CrmError,
  declareError,
  defineError,
  fault,
  Forbidden,
  Internal,
  localized,
  TooComplex,
  Unauthenticated,
  withoutStacks,
} from './errors.js';
import { claimKey, keepAnswer, KEY_PATH, withoutSecrets, type KeyedMutation, type Kept, type Replay } from './idempotency.js';
import { say } from './messages.js';
import { mutationCost } from './mutation-cost.js';
import { closedRoot, isOpenField } from './open-fields.js';
import type { CostlyField } from './read/compile.js';
import { explainRoots } from './read/explain.js';
import type { Variables } from './read/input.js';
import { planQuery, type Model, type RootPlan } from './read/plan.js';
import { createRecordLoader } from './read/record-loader.js';
import { runPlan } from './read/run.js';
import { selectedFields } from './read/selection.js';

/** A result whose data may be JSON text already. */
export interface Result {
  readonly data?: RawJson | Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Record<string, unknown>;
}

/** JSON in pieces that go into the answer as they are. */
export class RawJson {
  /** @param isOwn whether nobody needs the pieces once they have been sent */
  constructor(
    readonly pieces: readonly (Buffer | string)[],
    readonly isOwn = false,
  ) {}
}

const MAX_ATTEMPTS = 5;

/** Apollo's code; ours where Apollo leaves it to us. */
const notResolved = declareError({
  code: 'OPERATION_RESOLUTION_FAILURE',
  status: 400,
  description: 'It is not clear which operation of the document to run, or it is of a kind that is not served.',
  retryable: false,
});
/** What a request asks for beside its operation. */
export interface OperationOptions {
  /** How each root field is read: for administrators. */
  readonly explain?: boolean;
}

export const MustStandAlone = defineError<{ field: string }>('MUST_STAND_ALONE', {
  status: 400,
  description: 'The mutation is a transaction of its own: nothing may stand beside it in the operation.',
});

/** Runs one operation: a query by its compiled statements, a mutation in one transaction. */
export async function executeOperation(
  request: RequestContext,
  document: DocumentNode,
  operationName: string | null | undefined,
  rawVariables: Readonly<Record<string, unknown>>,
  { explain = false }: OperationOptions = {},
): Promise<Result> {
  const result = await runOperation(request, document, operationName, rawVariables, explain);
  return result.errors ? { ...result, errors: result.errors.map((error) => localized(error, request.language)) } : result;
}

async function runOperation(
  request: RequestContext,
  document: DocumentNode,
  operationName: string | null | undefined,
  rawVariables: Readonly<Record<string, unknown>>,
  explain: boolean,
): Promise<Result> {
  const operation = getOperationAST(document, operationName);
  if (!operation)
    return {
      errors: [new CrmError(notResolved, say('texts.document.operationName'), {})],
    };
  const coerced = coerceVariables(request.model.schema, operation, rawVariables, request.services.filterLimits);
  if (coerced.error) {
    // Whoever may not ask learns nothing of what the inputs should have been.
    const closed = request.viewer ? null : closedRoot(request.model.schema, document, request.hasOpenSchema);
    return { errors: [closed === null ? coerced.error : atPath(Unauthenticated({}), [closed])] };
  }
  const roots = rootsOf(request.model, document, operation, coerced.variables);
  const isDry = operation.operation === 'mutation' && isDryRun(roots, coerced.variables);
  const refused = refusedRoot(request, operation, roots) ?? (typeof isDry === 'object' ? atPath(isDry.error, [isDry.key]) : null);
  if (refused) return { errors: [refused] };
  if (explain) {
    const reason = unexplained(request, operation);
    if (reason) return { errors: [reason] };
  }
  const base = {
    ...request,
    document,
    operation,
    variables: coerced.variables,
    plan: null,
    transaction: null,
    isDryRun: isDry === true,
    hidden: [],
    afterCommit: [],
  };
  if (operation.operation === 'mutation') {
    const { idempotencyKey: key } = request;
    return runMutation(base, key === null || isDry === true ? null : { key, document, operationName, variables: rawVariables });
  }
  if (operation.operation === 'subscription') return { errors: [new CrmError(notResolved, say('texts.document.noSubscriptions'), {})] };
  try {
    return await (roots.some(isIntrospection) ? introspect(base, roots, explain) : runQuery(base, explain));
  } catch (error) {
    return { errors: [asGraphQLError(base, error)] };
  }
}

/** Why an operation is not explained to the caller. */
function unexplained({ viewer }: RequestContext, { operation }: OperationDefinitionNode): CrmError | null {
  if (!viewer) return Unauthenticated({});
  if (!viewer.isAdministrator) return Forbidden({ reason: say('faults.administratorsOnly', { field: 'extensions.explain' }) });
  return operation === 'query' ? null : fault('extensions.explain', 'CONTRADICTION', say('faults.explainQueries'));
}

/** Why the caller may not run an operation: the first of its root fields that is not for them. Nothing has happened yet. */
function refusedRoot(
  { viewer, hasOpenSchema, model: { schema } }: RequestContext,
  operation: OperationDefinitionNode,
  roots: readonly GuardedRoot[],
): GraphQLError | null {
  for (const { key, name, given } of roots) {
    const refuse = (error: CrmError): GraphQLError => atPath(error, [key]);
    if (!viewer) {
      if (isOpenField(schema, operation.operation, name, hasOpenSchema)) continue;
      return refuse(Unauthenticated({}));
    }
    const refusal = refusalOf(viewer, operation.operation, name, given);
    if (refusal) return refuse(refusal);
  }
  // What belongs to no organisation yet can not commit or fail together with anything; and one request is one guess.
  const alone = operation.operation === 'mutation' ? roots.find(({ given }) => given.isOpen) : undefined;
  if (alone && roots.filter(({ name }) => name !== '__typename').length > 1)
    return atPath(MustStandAlone({ field: alone.name }), [alone.key]);
  return null;
}

interface GuardedRoot extends DryRunRoot {
  readonly given: RootAccess;
  /** The selections that are merged; their arguments are the same. */
  readonly nodes: readonly FieldNode[];
}

const guarded = new WeakMap<OperationDefinitionNode, readonly GuardedRoot[]>();

function rootsOf(
  { schema }: Model,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly GuardedRoot[] {
  const known = guarded.get(operation);
  if (known) return known;
  const type = operation.operation === 'mutation' ? schema.getMutationType()! : schema.getQueryType()!;
  const roots = selectedFields({ schema, fragments: fragmentsOf(document), variables }, type, [operation.selectionSet]).map(
    ({ key, name, nodes }) => ({
      key,
      name,
      nodes,
      dryRun: dryRunOf(type.getFields()[name], nodes[0]!),
      given: type.getFields()[name]?.extensions['access'] ?? {},
    }),
  );
  // With @skip or @include it depends on the variables which they are.
  if (operation.selectionSet.selections.every((one) => one.kind === Kind.FIELD && !one.directives?.length)) guarded.set(operation, roots);
  return roots;
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));

type Base = Omit<Context, 'records'>;

/** Binds a loader to the context it loads for. */
function contextOf(base: Base): Context {
  const context: Context = { ...base, records: createRecordLoader(() => context) };
  return context;
}

/** @param surcharge points of what is read elsewhere */
async function runQuery(base: Base, explain: boolean, surcharge = 0): Promise<Result> {
  const { model, viewer, variables, services } = base;
  if (!viewer) return resolve(contextOf(base));
  const plan = planQuery(model, viewer.access, base.document, base.operation, variables, services.filterLimits);
  const { refused, extensions } = pay(base, viewer, plan.costOf(variables) + surcharge, plan.costliest);
  if (refused) return { errors: [refused], extensions };
  const context = contextOf({ ...base, plan });
  const explained = async (result: Result): Promise<Result> => {
    if (!explain) return result;
    // What failed has no statement that could be looked at.
    const failed = new Set(result.errors?.map(({ path }) => path?.[0]));
    const read = plan.roots.filter(({ key }) => !failed.has(key));
    return { ...result, extensions: { ...result.extensions, explain: await explainRoots(context, viewer, read) } };
  };
  if (plan.roots.some((root) => !root.plan && !root.error && !root.typename))
    return explained(withExtensions(await resolve(context), extensions, context.hidden));
  return explained(await runCompiled(context, plan.roots, extensions));
}

const isIntrospection = ({ name }: GuardedRoot): boolean => name === '__schema' || name === '__type';

/** Points of an operation that reads the schema, whether its answer is stored or not. */
const INTROSPECTION = 1000;

/** Reads the schema, and whatever else the operation selects. */
async function introspect(base: Base, roots: readonly GuardedRoot[], explain: boolean): Promise<Result> {
  const { model, viewer, services, operation, variables, address } = base;
  const answer = (): Promise<Buffer> => {
    const { document } = onlyRoots(
      base,
      roots.filter(({ name }) => name.startsWith('__')),
    );
    const operationName = operation.name?.value ?? null;
    return services.introspector.answer({ schema: model.schema, document, operationName, variables, caller: viewer?.org ?? address });
  };
  const others = roots.filter(({ name }) => !name.startsWith('__'));
  if (others.length > 0) {
    const result = await runQuery({ ...base, ...onlyRoots(base, others) }, explain, INTROSPECTION);
    if (!result.data) return result;
    const data = { ...plainData(result.data), ...(JSON.parse((await answer()).toString()) as object) } as Record<string, unknown>;
    return { ...result, data: Object.fromEntries(roots.map(({ key }) => [key, data[key]])) };
  }
  const { refused, extensions } = viewer ? pay(base, viewer, INTROSPECTION) : { refused: null, extensions: {} };
  return refused ? { errors: [refused], extensions } : withExtensions({ data: new RawJson([await answer()]) }, extensions, []);
}

const plainData = (data: RawJson | Record<string, unknown>): object =>
  data instanceof RawJson ? (JSON.parse(data.pieces.join('')) as object) : data;

/** The operation as if it selected some of its root fields only. */
function onlyRoots({ document, operation }: Base, roots: readonly GuardedRoot[]): Pick<Base, 'document' | 'operation'> {
  const selected: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: roots.flatMap(({ nodes }) => nodes) },
  };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { operation: selected, document: { ...document, definitions: [selected, ...fragments] } };
}

/** Takes the cost of an operation before anything of it runs: refused where it is too much, alone or after what the caller ran before. */
function pay(
  { services, maxCost: limit }: Base,
  viewer: Viewer,
  requested: number,
  costliest: CostlyField | null = null,
): { refused: GraphQLError | null; extensions: Record<string, unknown> } {
  if (requested > limit)
    return {
      refused: TooComplex({ cost: requested, limit, ...(costliest && { costliest }) }),
      extensions: { cost: { requested, limit, remaining: null, resetAt: null } },
    };
  const { remaining = null, resetAt = null, refusal: refused = null } = services.limiter.spend(viewer, requested) ?? {};
  return { refused, extensions: { cost: { requested, limit, remaining, resetAt } } };
}

/** Every root field is one statement, all under way at once; their bytes are the answer. */
async function runCompiled(context: Context, roots: readonly RootPlan[], extensions: Record<string, unknown>): Promise<Result> {
  const errors: GraphQLError[] = [];
  const answers = await Promise.all(
    roots.map(async ({ plan, error, typename, key }) => {
      if (typename) return TYPENAME;
      try {
        if (!plan) throw error;
        return await runPlan(context, context.viewer!, plan);
      } catch (failure) {
        errors.push(atPath(asGraphQLError(context, failure), [key]));
        return NULL;
      }
    }),
  );
  const pieces = answers.flatMap((answer, index) => [`${index > 0 ? ',' : ''}${JSON.stringify(roots[index]!.key)}:`, answer]);
  const hidden = roots.flatMap(({ plan }) => plan?.hidden ?? []);
  return withExtensions({ data: new RawJson(['{', ...pieces, '}'], true), ...(errors.length > 0 && { errors }) }, extensions, hidden);
}

const TYPENAME = '"Query"';
const NULL = 'null';

const withExtensions = (result: Result, extensions: Record<string, unknown>, hidden: readonly (readonly string[])[]): Result => ({
  ...result,
  extensions: { ...extensions, ...(hidden.length > 0 && { hidden }) },
});

/** The path of everything that is not compiled: graphql-js resolves, and module roots inside it still run their plans. */
async function resolve(context: Context): Promise<Result> {
  const { schema } = context.model;
  const result: ExecutionResult = await execute({
    schema,
    document: context.document,
    operationName: context.operation.name?.value,
    variableValues: context.variables,
    contextValue: context,
  });
  return {
    ...(result.data !== undefined && { data: result.data }),
    ...(result.errors && { errors: result.errors.map((error) => maskedError(context, error)) }),
  };
}

/** Resolves a compiled root field among others that are not: the same plan, its text parsed. */
export async function readRoot(context: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const root = context.plan?.roots.find(({ key }) => key === info.path.key);
  if (!root || !context.viewer) throw Unauthenticated({});
  if (!root.plan) throw root.error;
  context.hidden.push(...root.plan.hidden);
  return JSON.parse((await runPlan(context, context.viewer, root.plan)).toString()) as unknown;
}

/**
 * A mutation operation is one transaction: its root fields commit together, or the first error undoes them all. Lost
 * races (deadlocks, serialisation, a value that somebody else took meanwhile) are run again from the start before the
 * caller hears of them. A dry run is undone although it succeeded. With a key that has an answer already, nothing runs.
 */
async function runMutation(base: Base, keyed: KeyedMutation | null): Promise<Result> {
  const { viewer, services, requestId, metrics } = base;
  const roots = rootsOf(base.model, base.document, base.operation, base.variables);
  const open = roots.find(({ given }) => given.isOpen);
  if (keyed && open)
    return { data: null, errors: [atPath(fault(KEY_PATH, 'CONTRADICTION', say('faults.keyNotTaken', { field: open.name })), [open.key])] };
  if (!viewer || open) return runAlone(base);
  const transactions = roots.some(({ given }) => given.writesSecrets) ? services.systemTransactions : services.transactions;
  const { refused, extensions } = pay(
    base,
    viewer,
    roots.reduce((sum, { nodes, name }) => {
      const declared = base.model.schema.getMutationType()!.getFields()[name]?.extensions;
      return sum + mutationCost(nodes[0]!, base.variables, declared);
    }, 0),
  );
  if (refused) return { errors: [refused], extensions };
  for (let attempt = 1; ; attempt++) {
    const afterCommit: (() => void)[] = [];
    try {
      const result = await transactions.run(
        { org: viewer.org, actor: viewer.userId, cause: requestId, metrics },
        async (transaction) => {
          const context = contextOf({ ...base, transaction, hidden: [], afterCommit });
          const claim = keyed && (await claimKey(transaction, viewer, keyed));
          if (claim?.isFirst === false) return replay(claim, extensions);
          const resolved = await resolve(context);
          if (resolved.errors) return { ...resolved, data: null, extensions };
          if (base.isDryRun) await checkDeferred(context);
          if (keyed) await keepAnswer(transaction, viewer, keyed, keptOf(context, roots, resolved.data as object));
          return withExtensions(resolved, { ...extensions, ...(base.isDryRun && { dryRun: true }) }, context.hidden);
        },
        ({ errors }) => !errors && !base.isDryRun,
      );
      if (!result.errors) for (const act of afterCommit) act();
      if (!isLostRace(result.errors) || attempt === MAX_ATTEMPTS) return result;
    } catch (error) {
      return { data: null, errors: [asGraphQLError(base, error)], extensions };
    }
    await new Promise((done) => setTimeout(done, 10 * attempt + Math.random() * 20 * attempt));
  }
}

/** The answer that a key has, byte for byte. */
const replay = ({ answer, withheld }: Replay, extensions: Record<string, unknown>): Result => ({
  data: new RawJson([answer]),
  extensions: { ...extensions, idempotency: { isReplay: true, withheld } },
});

/** What is kept of an answer. Only what writes secrets answers with some. */
function keptOf(context: Context, roots: readonly GuardedRoot[], data: object): Kept {
  if (!roots.some(({ given }) => given.writesSecrets)) return { answer: JSON.stringify(data), withheld: [] };
  const { schema } = context.model;
  return withoutSecrets({ schema, fragments: fragmentsOf(context.document), variables: context.variables }, context.operation, data);
}

/** What only a commit would find wrong, a dry run finds before it is undone. */
async function checkDeferred({ transaction }: Context): Promise<void> {
  await sql`SET CONSTRAINTS ALL IMMEDIATE`.execute(transactionDb(transaction!));
}

/** Before sign-in there is no organisation to have a transaction in; the mutations that are open make their own. */
async function runAlone(base: Base): Promise<Result> {
  const result = await resolve(contextOf(base));
  return result.errors ? { ...result, data: null } : result;
}

const isLostRace = (errors: readonly GraphQLError[] | undefined): boolean =>
  errors?.some(({ originalError }) => ['40001', '40P01', '23505'].includes((originalError as { code?: string } | undefined)?.code ?? '')) ??
  false;

/** The context of a mutation that writes. */
export function writeContext(context: Context): WriteContext {
  if (!context.viewer || !context.transaction) throw Unauthenticated({});
  return context as WriteContext;
}

/** What the caller is told: errors of the catalogue as they are, known failures by their code, all else masked and logged. */
function asGraphQLError(context: Pick<RequestContext, 'reportFault'>, error: unknown): GraphQLError {
  if (error instanceof CrmError) return error;
  const known = knownFailure(error);
  if (known) return known;
  return Internal({ errorId: context.reportFault(error) });
}

function maskedError(context: RequestContext, error: GraphQLError): GraphQLError {
  const { originalError } = error;
  // graphql-js wraps what is not of its own Error class: a driver's failure of another realm.
  const thrown = (originalError as { thrownValue?: unknown } | undefined)?.thrownValue ?? originalError ?? error;
  if (typeof error.extensions['code'] === 'string') return error;
  // A variable with a default may be null where an argument may not; graphql-js says so without a code.
  const argument = /^Argument "(\w+)" (?:of|has)/.exec(error.message)?.[1];
  const masked = argument ? fault(argument, 'REQUIRED', say('faults.null', { name: argument })) : asGraphQLError(context, thrown);
  const { nodes, path = null } = error;
  const { message, extensions } = masked;
  return withoutStacks(
    () => new GraphQLError(message, { ...(nodes && { nodes }), path, originalError: originalError ?? null, extensions }),
  );
}

const atPath = (error: GraphQLError, path: readonly string[]): GraphQLError =>
  withoutStacks(() => new GraphQLError(error.message, { path: [...path], originalError: error, extensions: error.extensions }));
