import { parse, validate, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { camelCase } from '../../../server/core/names.js';
import type { Module } from '../../../server/core/registry.js';
import type { Coverage } from './coverage.js';
import type { Refusal } from './refusals.js';
import { createSelectionWriter, type SelectionOptions } from './selections.js';

/** One operation, ready to be asked. */
export interface Operation {
  readonly document: string;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  /** The root field that must be refused, if one must. */
  readonly refusal: Refusal | null;
  /** Other values for the variables; what must be refused stays so. */
  vary(): Record<string, unknown>;
}

/** A selection on a module's record, with what belongs around it. */
export interface RecordSelection {
  readonly selection: string;
  readonly fragments: string;
  /** Of the variables: `($a: Int)`, or nothing. */
  readonly definitions: string;
  readonly variables: Record<string, unknown>;
  /** A query with the selection. */
  readonly document: string;
}

export interface Generator {
  operation(): Operation;
  recordSelection(module: Module): RecordSelection;
}

/** Makes random valid operations by walking the schema. */
export function createGenerator(options: SelectionOptions): Generator {
  const { schema, coverage } = options;
  return {
    operation: () => firstValid(schema, coverage, () => write(options)),
    recordSelection: (module) => firstValid(schema, coverage, () => writeRecordSelection(options, module)),
  };
}

const MAX_ATTEMPTS = 1000;

/** Now and then two selections that can't be one meet under one key: then another document is made. */
function firstValid<Made extends { readonly document: string }>(schema: GraphQLSchema, coverage: Coverage, make: () => Made): Made {
  for (let attempt = 1; ; attempt++) {
    const made = make();
    const [fault] = validate(schema, parse(made.document));
    if (!fault) {
      coverage.keep();
      return made;
    }
    coverage.forget();
    if (attempt === MAX_ATTEMPTS) throw new Error(`The generator makes no valid documents: ${fault.message}\n${made.document}`);
  }
}

function write(options: SelectionOptions): Operation {
  const { random, schema, coverage, hidden } = options;
  // What is hidden can be asked for wrongly in many more ways.
  const isRefused = random.chance(Object.keys(hidden).length > 0 ? 0.14 : 0.06);
  const writer = createSelectionWriter(options, !isRefused);
  const refusals = isRefused ? writer.refuseOne() : null;
  const body = writer.roots(schema.getQueryType()!);
  const { writing } = writer;
  const isNamed = random.chance(0.4);
  const other = isNamed && random.chance(0.2) ? ' query Other { __typename }' : '';
  if (other) coverage.note('construct:several operations');
  const definitions = writing.definitions();
  const head = isNamed ? `query Asked${definitions} ` : definitions || random.chance(0.5) ? `query${definitions} ` : '';
  return {
    document: `${head}${body}${other}${writer.fragments()}`,
    ...(other && { operationName: 'Asked' }),
    variables: writing.variables(),
    refusal: refusals?.done ?? null,
    vary: () => writing.vary(),
  };
}

function writeRecordSelection(options: SelectionOptions, module: Module): RecordSelection {
  const writer = createSelectionWriter(options, true);
  const type = options.schema.getType(module.name) as GraphQLObjectType;
  const selection = writer.selectionSet(type, { depth: 3, rows: 1, isWide: false, root: null });
  const fragments = writer.fragments();
  const definitions = writer.writing.definitions();
  const document = `query ${definitions} { ${camelCase(module.name)}(id: "") ${selection} } ${fragments}`;
  return { selection, fragments, definitions, variables: writer.writing.variables(), document };
}
