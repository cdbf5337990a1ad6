import { GraphQLBoolean, GraphQLID, GraphQLInt, type GraphQLResolveInfo } from 'graphql';
import { Args, createParameterDecorator, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { access, type RootAccess } from './access.js';
import type { Context } from './context.js';
import { DryRun } from './dry-run.js';
import { DeletedRecords, OnError } from './enums.js';
import { wireId } from './ids.js';
import { camelCase, pascalCase, withArticle } from './names.js';
import { fieldsOf, recordOptions, type RecordClass, type RecordOptions } from './registry.js';
import { cloneRecord } from './write/clone.js';
import { upsertRecords, type UpsertBy } from './write/upsert.js';
import { moduleTypes } from './schema/declare-types.js';
import type { ClassRef } from './schema/type-builder.js';
import { createRecords, updateRecords, type Change, type Place, type Reference } from './write/operations.js';
import type { OnErrorMode, Outcome } from './write/outcome.js';
import { deleteRecords, restoreRecords } from './write/recycle.js';
import { readRoot, writeContext } from './execute.js';

type Method = (...parameters: never[]) => unknown;

/** A parameter of a resolver's method: its place is its index. */
type Parameter = (prototype: object, method: string, index: number) => void;

/** An argument as GraphQL coerced it: type-graphql's own instances would lose an organisation's own fields. */
export const arg = (name: string, type: () => object, description: string, nullable = false, defaultValue?: unknown): Parameter =>
  createParameterDecorator(({ args }) => args[name] as unknown, {
    arg: { name, typeFunc: type, options: { nullable, description, ...(defaultValue !== undefined && { defaultValue }) } },
  });

/** Adds a root field to a resolver class, the way a decorated method would be. */
function addMethod(type: ClassRef, name: string, method: Method, root: MethodDecorator, parameters: readonly Parameter[]): void {
  const prototype = type.prototype as object;
  Object.defineProperty(prototype, name, { value: method, configurable: true, writable: true });
  parameters.forEach((parameter, index) => parameter(prototype, name, index));
  root(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
}

/** The resolver of a module that is read only: `account(id)` and `accounts(…)`. */
export function reads(type: RecordClass): ClassRef {
  const options = recordOptions(type);
  const resolver = { [`${options.name}Reads`]: class {} }[`${options.name}Reads`] as ClassRef;
  Resolver()(resolver);
  addReads(resolver, options, type);
  return resolver;
}

/** What a module's resolver can do by itself. */
export type Verb = 'create' | 'update' | 'delete' | 'restore';

/**
 * The resolver of a module with its five operations, each for one record and for many, and with `clone` where its records
 * have owners. Subclass it to add verbs.
 *
 * @param guard who may write
 * @param verbs only these, where others would make no sense or need more than the record itself
 * @param isForMany false: only for one record at a time
 */
export function crud(
  type: RecordClass,
  guard: RootAccess = {},
  { verbs = ['create', 'update', 'delete', 'restore'], isForMany = true }: { verbs?: readonly Verb[]; isForMany?: boolean } = {},
): ClassRef {
  const options = recordOptions(type);
  const resolver = { [`${options.name}Crud`]: class {} }[`${options.name}Crud`] as ClassRef;
  Resolver()(resolver);
  addReads(resolver, options, type);
  if (options.singleton) addUpdateOfOne(resolver, options, guard);
  else addWrites(resolver, options, guard, (verb, many) => verbs.includes(verb) && (isForMany || !many));
  if (fieldsOf(type).some(({ name }) => name === 'owner')) {
    addClone(resolver, options, guard);
    addUpsert(resolver, options, guard);
  }
  return resolver;
}

/** Declares a mutation for those who may write. */
const guardedMutation =
  (guard: RootAccess) =>
  (description: string, ref: () => object): MethodDecorator =>
  (prototype, method, descriptor) => {
    Mutation(ref, { description: guard.isForAdministrators ? `${description} For administrators.` : description })(
      prototype,
      method,
      descriptor,
    );
    access(guard)(prototype, method, descriptor);
  };

const compiled = (context: Context, info: GraphQLResolveInfo): Promise<unknown> => readRoot(context, info);

function addReads(resolver: ClassRef, options: RecordOptions, type: RecordClass): void {
  if (options.roots === false) return;
  const one = camelCase(options.name);
  const query = (description: string, ref: () => object) => Query(ref, { nullable: true, description });
  if (options.singleton) {
    addMethod(
      resolver,
      one,
      compiled,
      query(options.description, () => type),
      [Ctx(), Info()],
    );
    return;
  }
  addMethod(
    resolver,
    one,
    compiled,
    query(`The ${one} with this id; null when there is none.`, () => type),
    [
      Ctx(),
      Info(),
      arg('id', () => GraphQLID, `The id of the ${one}.`),
      arg('deleted', () => DeletedRecords.values, 'Whether a deleted one may be the answer.', false, 'WITHOUT'),
    ],
  );
  addMethod(
    resolver,
    options.plural,
    compiled,
    query(
      `The ${options.plural}, ${options.order ? `by ${options.order.join(', ')}` : 'newest first'} unless ordered otherwise.`,
      () => moduleTypes(options.name).connection,
    ),
    [Ctx(), Info(), Args(() => moduleTypes(options.name).listArgs)],
  );
}

const expectedVersionArg = (): Parameter =>
  arg('expectedVersion', () => GraphQLInt, 'Refuse with CONFLICT unless the record still has this version.', true);

/** The one record that an organisation has of a module can only be changed. Its row has the organisation's own id. */
function addUpdateOfOne(resolver: ClassRef, { name }: RecordOptions, guard: RootAccess): void {
  const one = camelCase(name);
  addMethod(
    resolver,
    `update${name}`,
    async (context: Context, input: Record<string, unknown>, expected?: number | null) => {
      const write = writeContext(context);
      const module = write.model.registry.module(name);
      const change = { id: wireId(module, write.viewer.org), input, expectedVersion: expected ?? null };
      const [outcome] = await updateRecords(write, module, [change], { path: 'input', many: false }, 'ABORT');
      return { [one]: outcome!.id };
    },
    guardedMutation(guard)(`Changes the ${one}.`, () => moduleTypes(name).payload),
    [Ctx(), arg('input', () => moduleTypes(name).updateInput, 'The changes.'), expectedVersionArg()],
  );
}

function addWrites(
  resolver: ClassRef,
  { name, plural }: RecordOptions,
  guard: RootAccess,
  isOffered: (verb: Verb, many: boolean) => boolean,
): void {
  const add = (
    verb: Verb,
    many: string | null,
    ...rest: [method: Method, root: MethodDecorator, parameters: readonly Parameter[]]
  ): void => {
    if (isOffered(verb, many !== null)) addMethod(resolver, `${verb}${many ?? name}`, ...rest);
  };
  const one = camelCase(name);
  const many = pascalCase(plural);
  const types = () => moduleTypes(name);
  const mutation = guardedMutation(guard);
  const common = [Ctx() as Parameter];
  const dryRun = DryRun() as Parameter;
  const id = arg('id', () => GraphQLID, `The id of the ${one}.`);
  const expectedVersion = expectedVersionArg();
  const onError = arg('onError', () => OnError.values, 'What a refused row means for the others.', false, 'ABORT');
  const references = arg('items', () => [types().reference], `The ${plural}, at most 1,000.`);
  const module = (context: Context) => context.model.registry.module(name);
  const single: Place = { path: 'input', many: false };

  const returnOne = returnAs(one);
  const returnMany = (outcomes: Outcome[]) => ({
    results: outcomes.map((outcome) => ({ index: outcome.index, [one]: outcome.id, error: outcome.error })),
    succeeded: outcomes.filter(({ id: written }) => written !== null).length,
    failed: outcomes.filter(({ error }) => error !== null).length,
  });

  add(
    'create',
    null,
    async (context: Context, input: Record<string, unknown>) =>
      returnOne(await createRecords(writeContext(context), module(context), [input], single, 'ABORT')),
    mutation(`Makes ${withArticle(one)}.`, () => types().payload),
    [...common, arg('input', () => types().createInput, `The new ${one}.`), dryRun],
  );
  add(
    'create',
    many,
    async (context: Context, inputs: Record<string, unknown>[], mode: OnErrorMode) =>
      returnMany(await createRecords(writeContext(context), module(context), inputs, { path: 'inputs', many: true }, mode)),
    mutation(`Makes up to 1,000 ${plural}.`, () => types().bulkPayload),
    [...common, arg('inputs', () => [types().createInput], `The new ${plural}, at most 1,000.`), onError, dryRun],
  );
  add(
    'update',
    null,
    async (context: Context, target: string, input: Record<string, unknown>, expected?: number | null) =>
      returnOne(
        await updateRecords(
          writeContext(context),
          module(context),
          [{ id: target, input, expectedVersion: expected ?? null }],
          single,
          'ABORT',
        ),
      ),
    mutation(`Changes ${withArticle(one)}.`, () => types().payload),
    [...common, id, arg('input', () => types().updateInput, 'The changes.'), expectedVersion, dryRun],
  );
  add(
    'update',
    many,
    async (context: Context, items: Change[], mode: OnErrorMode) =>
      returnMany(await updateRecords(writeContext(context), module(context), items, { path: 'items', many: true }, mode)),
    mutation(`Changes up to 1,000 ${plural}.`, () => types().bulkPayload),
    [...common, arg('items', () => [types().updateItem], `The changes, at most 1,000.`), onError, dryRun],
  );
  const restrictIfChildren = arg(
    'restrictIfChildren',
    () => GraphQLBoolean,
    `Refuse with IN_USE while other records need the ${one}. False: they go to the bin with it, and come back with it; lines of documents stay.`,
    false,
    true,
  );
  const withParents = arg(
    'withParents',
    () => GraphQLBoolean,
    `Also restore records that the ${one} cannot be without. Default: refuse with PARENT_IN_BIN where one is in the bin.`,
    false,
    false,
  );
  const remove = (context: Context, references: readonly Reference[], place: Place, mode: OnErrorMode, restricts = true) =>
    deleteRecords(writeContext(context), module(context), references, place, mode, { restrictIfChildren: restricts });
  const restore = (context: Context, references: readonly Reference[], place: Place, mode: OnErrorMode, isWithParents = false) =>
    restoreRecords(writeContext(context), module(context), references, place, mode, { withParents: isWithParents });
  for (const { verb, operation, option, says } of [
    { verb: 'delete', operation: remove, option: restrictIfChildren, says: 'to the bin' },
    { verb: 'restore', operation: restore, option: withParents, says: 'back from the bin' },
  ] as const) {
    add(
      verb,
      null,
      async (context: Context, target: string, expected?: number | null, isAsked?: boolean) =>
        returnOne(
          await operation(context, [{ id: target, expectedVersion: expected ?? null }], { path: 'id', many: false }, 'ABORT', isAsked),
        ),
      mutation(`Moves ${withArticle(one)} ${says}.`, () => types().payload),
      [...common, id, expectedVersion, option],
    );
    add(
      verb,
      many,
      async (context: Context, items: Reference[], mode: OnErrorMode, isAsked?: boolean) =>
        returnMany(await operation(context, items, { path: 'items', many: true }, mode, isAsked)),
      mutation(`Moves up to 1,000 ${plural} ${says}.`, () => types().bulkPayload),
      [...common, references, onError, option],
    );
  }
}

function addUpsert(resolver: ClassRef, { name, plural }: RecordOptions, guard: RootAccess): void {
  const one = camelCase(name);
  const types = () => moduleTypes(name);
  const module = (context: Context) => context.model.registry.module(name);
  const mutation = guardedMutation(guard);
  const by = arg(
    'by',
    () => types().upsert!.by,
    `What to look for them by. Default: what is unique, then what tells ${plural} apart.`,
    true,
  );
  addMethod(
    resolver,
    `upsert${name}`,
    async (context: Context, given: UpsertBy, input: Record<string, unknown>) => {
      const [made] = await upsertRecords(
        writeContext(context),
        module(context),
        given ?? null,
        [input],
        { path: 'input', many: false },
        'ABORT',
      );
      return { [one]: made!.id, outcome: made!.outcome };
    },
    mutation(`Changes the ${one} that is there, or makes it. Two callers at once make one.`, () => types().upsert!.payload),
    [Ctx(), by, arg('input', () => types().upsert!.input, `The ${one}: all that a new one needs, or the changes.`), DryRun()],
  );
  addMethod(
    resolver,
    `upsert${pascalCase(plural)}`,
    async (context: Context, given: UpsertBy, inputs: Record<string, unknown>[], mode: OnErrorMode) => {
      const outcomes = await upsertRecords(
        writeContext(context),
        module(context),
        given ?? null,
        inputs,
        { path: 'inputs', many: true },
        mode,
      );
      const count = (outcome: string | null): number => outcomes.filter((made) => made.outcome === outcome).length;
      return {
        results: outcomes.map(({ index, id, outcome, error }) => ({ index, [one]: id, outcome, error })),
        created: count('CREATED'),
        updated: count('UPDATED'),
        unchanged: count('UNCHANGED'),
        failed: count(null),
      };
    },
    mutation(`Changes those of up to 1,000 ${plural} that are there, and makes the others.`, () => types().upsert!.bulkPayload),
    [
      Ctx(),
      by,
      arg('inputs', () => [types().upsert!.input], `The ${plural}, at most 1,000.`),
      arg('onError', () => OnError.values, 'What a refused row means for the others.', false, 'ABORT'),
      DryRun(),
    ],
  );
}

/** The payload of a call for one record, under its name. */
const returnAs =
  (one: string) =>
  ([outcome]: Outcome[]) => ({ [one]: outcome!.id });

function addClone(resolver: ClassRef, { name }: RecordOptions, guard: RootAccess): void {
  const one = camelCase(name);
  const types = () => moduleTypes(name);
  addMethod(
    resolver,
    `clone${name}`,
    async (context: Context, id: string, input: Record<string, unknown>) =>
      returnAs(one)(await cloneRecord(writeContext(context), context.model.registry.module(name), id, input)),
    guardedMutation(guard)(
      `Makes ${withArticle(one)} like another: a copy of every field that the caller may see and set, with \`input\` over it. The caller owns it unless \`input\` says otherwise. Related lists are not copied. What can not be had again (a retired value, a deleted record) is refused at \`input.<field>\`: give another.`,
      () => types().payload,
    ),
    [
      Ctx(),
      arg('id', () => GraphQLID, `The ${one} to copy.`),
      arg('input', () => types().updateInput, 'What is to be different; null empties a field.'),
      DryRun(),
    ],
  );
}
