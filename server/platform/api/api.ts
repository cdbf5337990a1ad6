import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type ApolloServerOptionsWithGateway,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../../core/context.js';
import { declareError } from '../../core/errors.js';
import { executeOperation, RawJson, type Result } from '../../core/execute.js';
import type { Model } from '../../core/read/plan.js';
import { mergeLiteralFaults } from './literal-faults.js';

for (const [code, description] of Object.entries({
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document asks for something that the schema does not have.',
  OPERATION_RESOLUTION_FAILURE: 'It is not clear which operation of the document to run, or it is of a kind that is not served.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Documents travel in full; a hash instead of one is not taken.',
})) {
  declareError({ code, status: 400, description, retryable: false });
}

/** Answers GraphQL requests over HTTP: parsing, validation and the protocol are Apollo's, execution is ours. */
export interface Api {
  handle(request: HttpRequest, context: RequestContext): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
}

export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The query string, with its question mark. */
  readonly search: string;
  /** The parsed JSON body. */
  readonly body: unknown;
}

/** Each schema has a server of its own: an organisation's additions never mix with another's documents. */
export function createApi(): Api {
  const servers = new Map<GraphQLSchema, Promise<ApolloServer<RequestContext>>>();
  const serverOf = (model: Model): Promise<ApolloServer<RequestContext>> => {
    let server = servers.get(model.schema);
    if (!server) {
      server = startServer(model);
      servers.set(model.schema, server);
    }
    return server;
  };
  return {
    async handle({ method, headers, search, body }, context) {
      const server = await serverOf(context.model);
      const map = new HeaderMap();
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
      return server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, headers: map, search, body },
        context: () => Promise.resolve(context),
      });
    },
    async stop() {
      await Promise.all([...servers.values()].map(async (server) => (await server).stop()));
    },
  };
}

async function startServer(model: Model): Promise<ApolloServer<RequestContext>> {
  const server = new ApolloServer<RequestContext>({
    gateway: gatewayTo(model),
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Tokens travel as bearer only, there are no cookies for another site to use.
    csrfPrevention: false,
    stringifyResult: stringify as never,
    // The cache-control plugin would wrap every field.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      statusPlugin,
      literalFaultsPlugin,
    ],
  });
  await server.start();
  return server;
}

type GatewayInterface = NonNullable<ApolloServerOptionsWithGateway<RequestContext>['gateway']>;

/** Apollo's hook for foreign executors: it gets the parsed, validated operation and may answer with text. */
function gatewayTo(model: Model): GatewayInterface {
  return {
    load: () =>
      Promise.resolve({
        schema: model.schema,
        executor: async (request) => {
          const context = request.context as RequestContext;
          return (await executeOperation(
            context,
            request.document,
            request.request.operationName,
            request.request.variables ?? {},
          )) as never;
        },
      }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: model.schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

/**
 * GraphQL over HTTP: who takes plain JSON learns of a refused operation from the body alone, a status of 400 is for
 * `application/graphql-response+json` (and for requests that hold no operation at all).
 */
const statusPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, errors }) => {
        const isPlainJson = !request.http?.headers.get('accept')?.includes('application/graphql-response+json');
        const isNoRequest = errors?.some(({ extensions }) => extensions['code'] === 'BAD_REQUEST');
        if (response.http.status === 400 && isPlainJson && !isNoRequest) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

/** Faults in literals are found by validation; they get the same form as faults in variables. */
const literalFaultsPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, errors, document }) => {
        if (response.body.kind === 'single' && errors && document) {
          const { singleResult } = response.body;
          singleResult.errors = mergeLiteralFaults(singleResult.errors ?? [], errors, document);
        }
        return Promise.resolve();
      },
    }),
};

function stringify({ data, errors, extensions }: Result): string {
  const parts: string[] = [];
  if (errors) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) parts.push(`"data":${data instanceof RawJson ? flat(data.text) : JSON.stringify(data)}`);
  if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}

/**
 * A text made of many pieces is a tree to V8, and walking it later costs more than flattening it now. Reading a
 * character flattens it, if the result is used.
 */
function flat(text: string): string {
  return Number.isNaN(text.charCodeAt(0)) ? '' : text;
}
