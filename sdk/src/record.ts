import { call, seen } from './call.js';
import type { CallOptions, Crm } from './client.js';
import { iterate, type Page } from './page.js';
import { rowError } from './records/links.js';
import { capital, type Selection } from './selection.js';

type Options = CallOptions & { readonly select?: Selection; readonly [name: string]: unknown };
type Row = Readonly<Record<string, unknown>>;

/** What of the options of a call goes to the server. */
const argumentsIn = ({ select: _, signal: _s, timeoutMs: _t, idempotencyKey: _i, ...args }: Options): object => args;

/**
 * The functions of a record, by its names in the schema: `Deal`, `deal`, `deals`. All records have all of them here; which
 * ones a record has is for its type to say, and for the server.
 *
 * @param fields what is selected unless said otherwise
 * @param upserts the input that upserts take
 */
export const record =
  (type: string, one: string, many: string, fields: string, upserts = `${type}UpdateInput`) =>
  (crm: Crm): unknown => {
    const connection = async <Result>(select: Selection, options: Options): Promise<Result> =>
      seen(await call<Result | null>(crm, 'query', { name: many, target: type, args: argumentsIn(options), select }, options), many);

    /** A mutation; an upsert says what it did as well. */
    const change = (verb: string, plural: boolean, args: object, options: Options = {}) => {
      const { select = fields as never } = options;
      const isUpsert = verb === 'upsert';
      const input = isUpsert ? upserts : `${type}${verb === 'create' ? 'Create' : 'Update'}Input`;
      const own = {
        by: `${type}UpsertBy`,
        input: `${input}!`,
        inputs: `[${input}!]!`,
        items: `[${type}${verb === 'update' ? 'UpdateItem' : 'Reference'}!]!`,
      };
      const row = { [`record:${one}`]: select, outcome: isUpsert } as const;
      const results = { ...row, index: true, error: rowError };
      const counts = { created: isUpsert, updated: isUpsert, unchanged: isUpsert, succeeded: !isUpsert, failed: true } as const;
      return call<Row>(
        crm,
        'mutation',
        {
          name: verb + (plural ? capital(many) : type),
          target: type,
          args: { ...args, ...argumentsIn(options) },
          own,
          select: plural ? { results, ...counts } : row,
        },
        options,
      );
    };

    /** A mutation that answers one record. */
    const write = async (verb: string, args: object, options?: Options) => {
      const payload = await change(verb, false, args, options);
      const record = seen(payload['record'], verb + type);
      return verb === 'upsert' ? { ...payload, record } : record;
    };

    /** A mutation that answers what became of each row. */
    const writeMany = (verb: string, args: object, options?: Options) => change(verb, true, args, options);

    const references = (items: readonly (string | object)[]) => items.map((item) => (typeof item === 'string' ? { id: item } : item));

    const list = async ({ select, totalCount, ...options }: Options = {}) => {
      const { nodes, pageInfo, ...count } = await connection<{ nodes: readonly Row[]; pageInfo: Omit<Page<Row>, 'nodes'> }>(
        {
          nodes: select ?? fields,
          pageInfo: 'hasNextPage hasPreviousPage startCursor endCursor',
          totalCount: totalCount as boolean,
        },
        options,
      );
      return { nodes, ...pageInfo, ...count };
    };

    return {
      get: (id: string, options: Options = {}) =>
        call(
          crm,
          'query',
          { name: one, target: type, args: { id, ...argumentsIn(options) }, select: options.select ?? (fields as never) },
          options,
        ),
      list,
      iterate: ({ pageSize = 100, after, ...options }: Options = {}) =>
        iterate((cursor, first) => list({ ...options, after: cursor, first }), after as string | undefined, pageSize as number),
      aggregate: async ({ select, ...options }: Options) => (await connection<Row>({ aggregate: select }, options))['aggregate'],
      groups: async ({ select, by, having, orderBy, emptyBuckets, first, ...options }: Options) =>
        (await connection<Row>({ groups: { ...select, args: { by, having, orderBy, emptyBuckets, first } as never } }, options))['groups'],

      create: (values: object, options?: Options) => write('create', { input: values }, options),
      createMany: (inputs: readonly object[], options?: Options) => writeMany('create', { inputs }, options),
      update: (id: string, values: object, options?: Options) => write('update', { id, input: values }, options),
      updateMany: (items: readonly object[], options?: Options) => writeMany('update', { items }, options),
      clone: (id: string, values: object = {}, options?: Options) => write('clone', { id, input: values }, options),
      upsert: (values: object, options?: Options) => write('upsert', { input: values }, options),
      upsertMany: (inputs: readonly object[], options?: Options) => writeMany('upsert', { inputs }, options),
      delete: (id: string, options?: Options) => write('delete', { id }, options),
      deleteMany: (items: readonly (string | object)[], options?: Options) => writeMany('delete', { items: references(items) }, options),
      restore: (id: string, options?: Options) => write('restore', { id }, options),
      restoreMany: (items: readonly (string | object)[], options?: Options) => writeMany('restore', { items: references(items) }, options),
    };
  };
