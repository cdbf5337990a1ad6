import { parse, validate, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { camelCase } from '../../../server/core/names.js';
import type { Module } from '../../../server/core/registry.js';
import type { Coverage } from './coverage.js';
import { createPathFinder } from './paths.js';
import { refusalReasons, type Refusal } from './refusals.js';
import { createSelectionWriter, type SelectionOptions } from './selections.js';
import { usedIn } from './used-in.js';

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
  /** Returns an operation that is made of an item, or null if it can make none. */
  operationFor(item: string): Operation | null;
  recordSelection(module: Module): RecordSelection;
}

/** Makes random valid operations by walking the schema. */
export function createGenerator(options: SelectionOptions): Generator {
  const { random, schema, registry, coverage, hidden } = options;
  const reasons = new Set(refusalReasons(Object.keys(hidden)));
  const pathTo = createPathFinder(schema, registry);
  const usedBy = ({ document, variables }: Written): ReadonlySet<string> => usedIn(schema, registry, document, variables);
  // What is hidden can be asked for wrongly in many more ways.
  const isRefused = (): boolean => random.chance(Object.keys(hidden).length > 0 ? 0.14 : 0.06);
  return {
    operation: () => firstValid(schema, coverage, usedBy, () => write(options, isRefused())),
    operationFor(item) {
      const isRefusal = item.startsWith('refused:');
      if (isRefusal && !reasons.has(item.slice('refused:'.length))) return null;
      const path = pathTo(item) ?? [item];
      for (let attempt = 0; attempt < MAX_AIMED_ATTEMPTS; attempt++) {
        coverage.aim(path);
        const made = write(options, isRefusal);
        coverage.aim([]);
        const used = usedBy(made);
        if (coverage.isMadeOf(item, used) && validate(schema, parse(made.document)).length === 0) {
          coverage.keep(used);
          return made;
        }
        coverage.forget();
      }
      return null;
    },
    recordSelection: (module) => firstValid(schema, coverage, usedBy, () => writeRecordSelection(options, module)),
  };
}

const MAX_ATTEMPTS = 1000;
/** An aim leads where it should nearly always; what has no path (an alias, say) is in one operation of ten or more. */
const MAX_AIMED_ATTEMPTS = 500;

interface Written {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Now and then two selections that can't be one meet under one key: then another document is made. */
function firstValid<Made extends Written>(
  schema: GraphQLSchema,
  coverage: Coverage,
  usedBy: (made: Made) => ReadonlySet<string>,
  make: () => Made,
): Made {
  coverage.forget();
  for (let attempt = 1; ; attempt++) {
    const made = make();
    const [fault] = validate(schema, parse(made.document));
    if (!fault) {
      coverage.keep(usedBy(made));
      return made;
    }
    coverage.forget();
    if (attempt === MAX_ATTEMPTS) throw new Error(`The generator makes no valid documents: ${fault.message}\n${made.document}`);
  }
}

function write(options: SelectionOptions, isRefused: boolean): Operation {
  const { random, schema, coverage } = options;
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
