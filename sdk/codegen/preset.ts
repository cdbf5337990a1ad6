import { readFileSync } from 'node:fs';
import type { Types } from '@graphql-codegen/plugin-helpers';
import type { GraphQLSchema } from 'graphql';
import { printFiles, type ErrorCatalogue } from './print-files.js';

const catalogue = JSON.parse(readFileSync(new URL('../../schema/errors.json', import.meta.url), 'utf8')) as ErrorCatalogue;

/** graphql-codegen's way to write a folder: one output per file, each with a plugin that has its text. */
export const preset: Types.OutputPreset = {
  buildGeneratesSection: ({ baseOutputDir, schema, schemaAst, config }) =>
    [...printFiles(schemaAst!, catalogue)].map(([file, text]) => ({
      filename: baseOutputDir + file,
      schema,
      schemaAst: schemaAst as GraphQLSchema,
      config: config as Types.PluginConfig,
      documents: [],
      plugins: [{ text: {} }],
      pluginMap: { text: { plugin: () => text } },
    })),
};

export default preset;
