import graphql from '@graphql-eslint/eslint-plugin';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { rowsByName } from './test/lint/rows-by-name.js';

/** What Node gives to plain JavaScript; TypeScript knows from its types. */
const nodeGlobals = [
  'AbortController',
  'AbortSignal',
  'Buffer',
  'URL',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'performance',
  'process',
  'setInterval',
  'setTimeout',
];

export default defineConfig(
  globalIgnores(['build/', 'coverage/', '.relata/', 'sdk/dist/', 'sdk/src/records/', '**/*.generated.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // `!` states what the lines around have made sure of; the check that noUncheckedIndexedAccess asks for instead would never fail.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Numbers read in a template as they do anywhere.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return addFault(…)` is how an early exit reads, `() => stop()` how a call is handed over; the compiler refuses the use of a void value.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // graphql-js's enums are the words of the specification: `operation === 'query'`.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // type-graphql knows types by class; their values are plain objects, which the executor reads by name.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `() => void count++` gives nothing back where a value would mean something, to a visitor for instance.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // An underscore marks what only holds a place: a parameter before the one that is used, a key that is left out.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/core/{database,read,write}/**', 'server/core/idempotency.ts'],
    plugins: { relata: { rules: { 'rows-by-name': rowsByName } } },
    rules: { 'relata/rows-by-name': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // What comes off the wire has no type in a test: the expectations say what it must be.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A type parameter of a helper names the shape that the caller reads.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['schema/schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema/schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
        },
      ],
      '@graphql-eslint/require-deprecation-date': 'error',
      // `accountName`, `dealName`: what people know these fields by.
      '@graphql-eslint/no-typename-prefix': 'off',
      // Payloads, figures and groups are answers; they have no id.
      '@graphql-eslint/strict-id-in-types': 'off',
      // Connections have `nodes` and `groups` beside `edges`.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
    },
  },
);
