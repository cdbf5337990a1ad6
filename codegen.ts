import type { CodegenConfig } from '@graphql-codegen/cli';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { preset } from './sdk/codegen/preset.js';
import { scalarMap } from './sdk/codegen/scalars.js';

const schema = buildSchema(readFileSync(new URL('schema/schema.graphql', import.meta.url), 'utf8'));

/** What the SDK has from the contract in schema/. `npm run codegen` writes it, `npm run codegen -- --check` says what has drifted. */
export default {
  schema: 'schema/schema.graphql',
  generates: {
    // Ours: a file for each record, and what they share.
    'sdk/src/records/': { preset, plugins: [] },
    // The stock plugins, set up as the README tells users to: documents of the tests, typed by the scalar map of the package.
    'test/sdk/documents/documents.generated.ts': {
      documents: 'test/sdk/documents/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { scalars: scalarMap(schema), useTypeImports: true },
    },
  },
} satisfies CodegenConfig;
