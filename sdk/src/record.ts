import { call, seen } from './call.js';
import type { CallOptions, Crm } from './client.js';
import { iterate, type Page } from './page.js';
import { rowError } from './records/links.js';
import type { Selection } from './selection.js';

type Options = CallOptions & { readonly select?: Selection; readonly [name: string]: unknown };
type Row = Readonly<Record<string, unknown>>;

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
    const Many = many[0]!.toUpperCase() + many.slice(1);

    const ask = <Result>(name: string, select: Selection | string, args: object, options: Options) =>
      call<Result | null>(crm, 'query', { name, target: type, args, select }, options).then((answer) => seen(answer, name));

    const connection = <Result>(select: Selection, { first, last, after, before, filter, orderBy, deleted, ...rest }: Options) =>
      ask<Result>(many, select, { first, last, after, before, filter, orderBy, deleted }, rest);

    const change = <Result>(verb: string, plural: boolean, select: Selection, args: object, options: Options, own = {}) =>
      call<Result>(
        crm,
        'mutation',
        { name: verb + (plural ? Many : type), target: type, args, own: { by: `${type}UpsertBy`, ...own }, select },
        options,
      );

    /** A mutation that answers one record. */
    const write = async (verb: string, args: object, options: Options = {}, own = {}) => {
      const { select = fields, dryRun, expectedVersion, restrictIfChildren, withParents } = options;
      const asked = { ...args, dryRun, expectedVersion, restrictIfChildren, withParents };
      const payload = await change<Row>(verb, false, { [one]: select }, asked, options, own);
      return seen(payload[one], verb + type);
    };

    /** A mutation that answers what became of each row. */
    const writeMany = (verb: string, args: object, options: Options = {}, own = {}) => {
      const { select = fields, dryRun, onError, restrictIfChildren, withParents } = options;
      const results = { index: true, [`record:${one}`]: select, error: rowError } as const;
      return change(
        verb,
        true,
        { results, succeeded: true, failed: true },
        { ...args, dryRun, onError, restrictIfChildren, withParents },
        options,
        own,
      );
    };

    const references = (items: readonly (string | object)[]) => items.map((item) => (typeof item === 'string' ? { id: item } : item));

    const list = async ({ select, totalCount, ...options }: Options = {}) => {
      const { nodes, pageInfo, ...count } = await connection<{ nodes: readonly Row[]; pageInfo: Omit<Page<Row>, 'nodes'> }>(
        {
          nodes: select ?? fields,
          pageInfo: 'hasNextPage hasPreviousPage startCursor endCursor',
          totalCount: totalCount ? true : undefined,
        },
        options,
      );
      return { nodes, ...pageInfo, ...count };
    };

    return {
      get: (id: string, { select = fields as never, deleted, ...options }: Options = {}) =>
        call(crm, 'query', { name: one, target: type, args: { id, deleted }, select }, options),
      list,
      iterate: ({ pageSize = 100, after, ...options }: Options = {}) =>
        iterate((cursor, first) => list({ ...options, after: cursor, first }), after as string | undefined, pageSize as number),
      aggregate: async ({ select, ...options }: Options) => (await connection<Row>({ aggregate: select }, options))['aggregate'],
      groups: async ({ select, by, having, orderBy, emptyBuckets, first, ...options }: Options) =>
        (await connection<Row>({ groups: { ...select, args: { by, having, orderBy, emptyBuckets, first } as never } }, options))['groups'],

      create: (values: object, options?: Options) => write('create', { input: values }, options, { input: `${type}CreateInput!` }),
      createMany: (inputs: readonly object[], options?: Options) =>
        writeMany('create', { inputs }, options, { inputs: `[${type}CreateInput!]!` }),
      update: (id: string, values: object, options?: Options) =>
        write('update', { id, input: values }, options, { input: `${type}UpdateInput!` }),
      updateMany: (items: readonly object[], options?: Options) =>
        writeMany('update', { items }, options, { items: `[${type}UpdateItem!]!` }),
      clone: (id: string, values: object = {}, options?: Options) =>
        write('clone', { id, input: values }, options, { input: `${type}UpdateInput!` }),
      upsert: async (values: object, { select = fields as never, by, dryRun, ...options }: Options = {}) => {
        const asked = { [`record:${one}`]: select, outcome: true } as const;
        const payload = await change<Row>('upsert', false, asked, { by, input: values, dryRun }, options, { input: `${upserts}!` });
        return { ...payload, record: seen(payload['record'], `upsert${type}`) };
      },
      upsertMany: (inputs: readonly object[], { select = fields as never, by, dryRun, onError, ...options }: Options = {}) => {
        const results = { index: true, [`record:${one}`]: select, outcome: true, error: rowError } as const;
        const asked = { results, created: true, updated: true, unchanged: true, failed: true } as const;
        return change('upsert', true, asked, { by, inputs, dryRun, onError }, options, { inputs: `[${upserts}!]!` });
      },
      delete: (id: string, options?: Options) => write('delete', { id }, options),
      deleteMany: (items: readonly (string | object)[], options?: Options) =>
        writeMany('delete', { items: references(items) }, options, { items: `[${type}Reference!]!` }),
      restore: (id: string, options?: Options) => write('restore', { id }, options),
      restoreMany: (items: readonly (string | object)[], options?: Options) =>
        writeMany('restore', { items: references(items) }, options, { items: `[${type}Reference!]!` }),
    };
  };
