/**
 * How large a GraphQL document may be, checked on its tokens before anything parses or validates it.
 *
 * Parsing and validating a hostile document is what costs, so this stops reading at the first limit that is passed. It
 * knows just enough of the grammar to tell selections from values; whatever is not GraphQL it lets through, because the
 * parser, which reads the same tokens, then refuses it at the same place.
 */
import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql';
import { LRUCache } from 'lru-cache';
import { CrmError, declareError, type ErrorDefinition } from './errors.js';
import { say, type TextsOf } from './messages.js';

export interface DocumentLimits {
  /** Lexical tokens; comments are counted apart, to the same limit. With fragments written out, also the selected fields. */
  readonly maxTokens: number;
  /** Aliased selections of one field in the document, and selections of one field in one selection set. */
  readonly maxAliases: number;
  readonly maxDirectives: number;
  /** Fields inside fields. Fragments add nothing of their own, only what they select. */
  readonly maxDepth: number;
  /** Lists and objects inside one another in an argument, 32 unless told. */
  readonly maxVariableDepth?: number;
}

const descriptions = {
  DOCUMENT_TOO_LARGE: 'The document has more tokens, characters or fields than one may have.',
  DOCUMENT_TOO_MANY_ALIASES: 'The document selects one field too often under other names.',
  DOCUMENT_TOO_MANY_DIRECTIVES: 'The document has more directives than one may have.',
  DOCUMENT_TOO_DEEP: 'The selections or an argument of the document are nested too deep.',
  VARIABLES_TOO_DEEP: 'The lists and objects of the variables are nested too deep.',
} as const;
export type DocumentLimitCode = keyof typeof descriptions;
const definitions = Object.fromEntries(
  Object.entries(descriptions).map(([code, description]) => [code, declareError({ code, status: 400, description, retryable: false })]),
) as Readonly<Record<DocumentLimitCode, ErrorDefinition>>;

/** A cap on the text itself: one endless string or comment is a single token. A query has 5 to 20 characters a token. */
const CHARACTERS_PER_TOKEN = 64;

/** Inline fragments deepen the braces but not the selection; more than this many braces a level is no query that anyone wrote. */
const BRACES_PER_LEVEL = 4;

const REMEMBERED_DOCUMENTS = 2000;
const REMEMBERED_CHARACTERS = 8 * 1024 * 1024;

/** `checkDocument` that remembers the texts it accepted, so that a repeated operation pays for one look-up. */
export function createDocumentGate(limits: DocumentLimits): (text: string) => GraphQLError | null {
  const accepted = new LRUCache<string, true>({
    max: REMEMBERED_DOCUMENTS,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  return (text) => {
    if (accepted.get(text)) return null;
    const refusal = checkDocument(text, limits);
    if (!refusal) accepted.set(text, true);
    return refusal;
  };
}

/**
 * The first limit that `text` passes, or null. A text with a syntax error may get null: the parser reports it better.
 *
 * Operations that select only `__schema` and `__type` are exempt from the depth limit, as the standard introspection
 * query is 15 deep; graphql-js itself refuses introspection that goes round in circles.
 */
export function checkDocument(text: string, limits: DocumentLimits): GraphQLError | null {
  const { maxTokens } = limits;
  const maxLength = maxTokens * CHARACTERS_PER_TOKEN;
  const lexer = new Lexer(new Source(text.slice(0, maxLength)));
  // comments are no tokens: without this, one step of the lexer could read fifty thousand of them
  lexer._maxComments = maxTokens + 1;

  const refusal = scanUnlessBroken(lexer, limits);
  if (refusal) return refusal;
  if (lexer._commentCount > maxTokens) return refuse('DOCUMENT_TOO_LARGE', 'comments', maxTokens);
  if (text.length <= maxLength) return null;
  return refuse('DOCUMENT_TOO_LARGE', 'characters', maxLength, { actual: text.length });
}

/** Refuses `value`, the variables of a request, when lists and objects nest deeper than `maxDepth` in one of them. */
export function checkVariables(value: unknown, maxDepth: number): GraphQLError | null {
  let layer = [value].filter(isNesting);
  for (let depth = 0; layer.length > 0; depth++) {
    if (depth > maxDepth) return refuse('VARIABLES_TOO_DEEP', 'variablesDepth', maxDepth);
    layer = layer.flatMap((container) => Object.values(container).filter(isNesting));
  }
  return null;
}

/** What has been read so far. Brackets that do not match are the parser's business, so nothing here insists on them. */
interface Scan {
  readonly lexer: Lexer;
  readonly limits: DocumentLimits;
  readonly definitions: Definition[];
  readonly fragments: Map<string, Definition>;
  /** Names since the last definition, such as `fragment`, its name, `on`, its type. */
  header: string[];
  readonly sets: SelectionSet[];
  /** What a `{` would open here, when it is an inline fragment: its type condition, or '' for none. */
  inline: string | null;
  /** The field that was selected last: whose selection a `{` opens. */
  lastField: string;
  /** What the next name is. */
  nextName: 'selection' | 'aliased' | 'spread' | 'condition' | 'directive';
  parentheses: number;
  /** Lists and objects open within the parentheses. */
  values: number;
  directives: number;
  /** How often a field was selected under an alias. */
  readonly aliases: Map<string, number>;
}

interface Definition {
  readonly isFragment: boolean;
  /** Fragments on a type of the introspection schema, and operations that ask for nothing else, may be as deep as they like. */
  isIntrospection: boolean;
  depth: number;
  fields: number;
  readonly spreads: Spread[];
}

interface Spread {
  readonly name: string;
  /** Of the selection set that it stands in. */
  readonly level: number;
}

interface SelectionSet {
  readonly definition: Definition;
  readonly level: number;
  readonly uses: Uses;
}

/** How often each field is selected in a set, counted together for inline fragments on the same type. */
interface Uses {
  readonly fields: Map<string, number>;
  readonly onType: Map<string, Uses>;
}

function scanUnlessBroken(lexer: Lexer, limits: DocumentLimits): GraphQLError | null {
  try {
    return scan(lexer, limits);
  } catch (error) {
    if (error instanceof GraphQLError) return null; // of the lexer
    throw error;
  }
}

function scan(lexer: Lexer, limits: DocumentLimits): GraphQLError | null {
  const state: Scan = {
    lexer,
    limits,
    definitions: [],
    fragments: new Map(),
    header: [],
    sets: [],
    inline: null,
    lastField: '',
    nextName: 'selection',
    parentheses: 0,
    values: 0,
    directives: 0,
    aliases: new Map(),
  };
  for (let tokens = 1; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    if (tokens > limits.maxTokens) {
      return refuse('DOCUMENT_TOO_LARGE', 'tokens', limits.maxTokens);
    }
    const refusal = readToken(state, lexer.token);
    if (refusal) return refusal;
  }
  return checkWrittenOut(state);
}

function readToken(state: Scan, token: Token): GraphQLError | null {
  if (token.kind === TokenKind.AT) return readDirective(state);
  if (token.kind === TokenKind.PAREN_L) state.parentheses++;
  else if (token.kind === TokenKind.PAREN_R) state.parentheses--;
  else if (state.parentheses > 0) return readValue(state, token);
  else if (token.kind === TokenKind.NAME) return readName(state, token.value);
  else if (token.kind === TokenKind.BRACE_L) return openSet(state);
  else if (token.kind === TokenKind.BRACE_R) closeSet(state);
  else if (token.kind === TokenKind.SPREAD) [state.nextName, state.inline] = ['spread', ''];
  return null;
}

function readDirective(state: Scan): GraphQLError | null {
  const { maxDirectives } = state.limits;
  if (++state.directives > maxDirectives) {
    return refuse('DOCUMENT_TOO_MANY_DIRECTIVES', 'directives', maxDirectives);
  }
  if (state.parentheses === 0) state.nextName = 'directive';
  return null;
}

function readValue(state: Scan, { kind }: Token): GraphQLError | null {
  const { maxVariableDepth = 32 } = state.limits;
  if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R) state.values--;
  if ((kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L) && ++state.values > maxVariableDepth) {
    return refuse('DOCUMENT_TOO_DEEP', 'argumentDepth', maxVariableDepth);
  }
  return null;
}

function readName(state: Scan, name: string): GraphQLError | null {
  const set = state.sets.at(-1);
  const role = state.nextName;
  state.nextName = 'selection';
  if (role === 'directive') return null;
  if (!set) state.header.push(name);
  else if (role === 'condition') state.inline = name;
  else if (role === 'spread' && name === 'on') state.nextName = 'condition';
  else if (role === 'spread') spread(state, set, name);
  else if (role === 'selection' && state.lexer.lookahead().kind === TokenKind.COLON) state.nextName = 'aliased';
  else return select(state, set, name, role === 'aliased');
  return null;
}

function spread(state: Scan, { definition, level }: SelectionSet, name: string): void {
  state.inline = null;
  definition.spreads.push({ name, level });
  if (level === 1 && !definition.isFragment) definition.isIntrospection = false;
}

function select(state: Scan, { definition, level, uses }: SelectionSet, name: string, isAliased: boolean): GraphQLError | null {
  const { maxAliases } = state.limits;
  state.inline = null;
  state.lastField = name;
  definition.fields++;
  if (level === 1 && !definition.isFragment && !isIntrospectionField(name)) definition.isIntrospection = false;
  if (isAliased && increment(state.aliases, name) > maxAliases) {
    return refuse('DOCUMENT_TOO_MANY_ALIASES', 'aliases', maxAliases, { field: quoted(name) });
  }
  if (increment(uses.fields, name) > Math.max(1, maxAliases)) {
    return refuse('DOCUMENT_TOO_MANY_ALIASES', 'selections', maxAliases, { field: quoted(name) });
  }
  return null;
}

function openSet(state: Scan): GraphQLError | null {
  const { maxDepth } = state.limits;
  const parent = state.sets.at(-1);
  const set = parent ? childSet(parent, state.inline) : { definition: define(state), level: 1, uses: noUses() };
  state.sets.push(set);
  state.inline = null;
  state.nextName = 'selection';
  set.definition.depth = Math.max(set.definition.depth, set.level);

  if (set.level > maxDepth && !set.definition.isIntrospection) return tooDeepHere(state, set.level);
  if (state.sets.length > maxDepth * BRACES_PER_LEVEL) return tooDeep(maxDepth * BRACES_PER_LEVEL);
  return null;
}

function closeSet(state: Scan): void {
  state.sets.pop();
  state.inline = null;
  state.nextName = 'selection';
  if (state.sets.length === 0) state.header = [];
}

function childSet({ definition, level, uses }: SelectionSet, inline: string | null): SelectionSet {
  if (inline === null) return { definition, level: level + 1, uses: noUses() };
  if (inline === '') return { definition, level, uses };
  const onType = uses.onType.get(inline) ?? noUses();
  uses.onType.set(inline, onType);
  return { definition, level, uses: onType };
}

/** The definition that the header announces. Fragments of one name, which validation refuses, are taken as one. */
function define({ header, definitions, fragments }: Scan): Definition {
  const [keyword, name = '', , condition = ''] = header;
  const isFragment = keyword === 'fragment';
  const known = isFragment ? fragments.get(name) : undefined;
  if (known) return known;

  const definition = { isFragment, isIntrospection: !isFragment || condition.startsWith('__'), depth: 0, fields: 0, spreads: [] };
  if (isFragment) fragments.set(name, definition);
  else definitions.push(definition);
  return definition;
}

/** Checks each operation as if its fragments were written out in it, without doing so: a few lines can stand for millions. */
function checkWrittenOut({ definitions, fragments, limits: { maxTokens, maxDepth } }: Scan): GraphQLError | null {
  const sizes: Sizes = new Map();
  for (const operation of definitions) {
    const { depth, fields } = measure(operation, fragments, sizes);
    if (depth > maxDepth && !operation.isIntrospection) return tooDeep(maxDepth, depth);
    if (fields > maxTokens) {
      return refuse('DOCUMENT_TOO_LARGE', 'writtenOut', maxTokens, { actual: Math.min(fields, Number.MAX_SAFE_INTEGER) });
    }
  }
  return null;
}

interface Size {
  readonly depth: number;
  readonly fields: number;
}

/** Measured definitions; null while one is being measured, so that a circle of fragments ends where it began. */
type Sizes = Map<Definition, Size | null>;

/** Each definition once, with a stack of its own: fragments may be chained by the hundred. */
function measure(start: Definition, fragments: ReadonlyMap<string, Definition>, sizes: Sizes): Size {
  const stack = [start];
  for (let definition = stack.at(-1); definition; definition = stack.at(-1)) {
    const isNew = !sizes.has(definition);
    if (isNew) {
      sizes.set(definition, null);
      stack.push(...definition.spreads.flatMap(({ name }) => fragments.get(name) ?? []).filter((fragment) => !sizes.has(fragment)));
      continue;
    }
    stack.pop();
    if (sizes.get(definition) === null) sizes.set(definition, sizeOf(definition, fragments, sizes));
  }
  return sizes.get(start) ?? { depth: 0, fields: 0 };
}

function sizeOf(definition: Definition, fragments: ReadonlyMap<string, Definition>, sizes: Sizes): Size {
  let { depth, fields } = definition;
  for (const { name, level } of definition.spreads) {
    const fragment = fragments.get(name);
    const size = fragment && sizes.get(fragment);
    if (!size) continue;
    depth = Math.max(depth, level - 1 + size.depth);
    fields += size.fields;
  }
  return { depth, fields };
}

function isIntrospectionField(name: string): boolean {
  return name === '__schema' || name === '__type' || name === '__typename';
}

function isNesting(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function noUses(): Uses {
  return { fields: new Map(), onType: new Map() };
}

function increment(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** A name can be as long as the document. */
function quoted(name: string): string {
  return `"${name.length > 40 ? `${name.slice(0, 40)}…` : name}"`;
}

function tooDeep(limit: number, actual?: number): GraphQLError {
  return refuse('DOCUMENT_TOO_DEEP', actual === undefined ? 'depth' : 'depthFound', limit, { actual });
}

/** Says which field opens the first selection that is too deep, where, and how deep it goes on from there. */
function tooDeepHere({ lexer, lastField, limits: { maxDepth } }: Scan, level: number): GraphQLError {
  const { line, column, end } = lexer.token;
  return refuse('DOCUMENT_TOO_DEEP', 'depthAt', maxDepth, {
    actual: deepest(lexer.source.body.slice(end), level),
    field: quoted(lastField),
    place: { line, column },
  });
}

/** The level of the deepest selection behind the start of one, going by braces alone: what is refused is not read as GraphQL any further. */
function deepest(text: string, level: number): number {
  let [found, parentheses, at] = [level, 0, level];
  for (const [mark] of text.matchAll(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#.*|[{}()]/g)) {
    if (mark === '(') parentheses++;
    else if (mark === ')') parentheses--;
    else if (parentheses > 0) continue;
    else if (mark === '{') found = Math.max(found, ++at);
    else if (mark === '}' && --at < level) break;
  }
  return found;
}

/** `actual` only where it is known: mostly the reading stops at the first thing too many. */
function refuse(
  code: DocumentLimitCode,
  text: TextsOf<'document.'>,
  limit: number,
  { actual, field = '', place }: { actual?: number | undefined; field?: string; place?: { line: number; column: number } } = {},
): GraphQLError {
  return new CrmError(definitions[code], say(`texts.document.${text}`, { limit, field, actual: actual ?? limit, ...place }), {
    limit,
    ...(actual !== undefined && { actual }),
    ...(place && { field: field.slice(1, -1), ...place }),
  });
}
