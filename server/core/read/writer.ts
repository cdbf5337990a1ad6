import { TooManyGroups } from './connection.js';
import { encodeCursor } from './cursor.js';
import type { Connection, ConnectionPart, EdgePart, Leaf, Output, Page, PageInfoPart, RootOutput } from './output.js';
import { cellOf } from './statement.js';

/** A row of a statement: PostgreSQL's text of each column. */
export type Row = readonly (string | null)[];

/**
 * Writes the JSON text of a root field from the rows of its statement.
 *
 * @param ids the ids that were asked for, where the root is a list of ids
 */
export type Writer = (rows: readonly Row[], ids: readonly unknown[]) => string;

/**
 * Makes the program that writes an answer. It is generated: each key is a constant, each cell one expression, so that
 * a row costs a concatenation and no object. Only names of the schema and response keys enter its text, and those as
 * JSON strings.
 */
export function compileWriter(output: RootOutput): Writer {
  const code = new Code();
  switch (output.kind) {
    case 'null':
      return () => 'null';
    case 'one':
      code.line('if (rows.length === 0) return "null";');
      code.line('const r = rows[0];');
      writeObject(code, output.fields, (cell) => `r[${cell}]`);
      break;
    case 'list':
      if (output.flat) writeConnection(code, output.connection, () => 'rows', true);
      else writeConnection(code, output.connection, (slot) => `JSON.parse(rows[0][${slot}])`, false);
      break;
    case 'byIds':
      writeByIds(code, output);
  }
  return code.function();
}

/** What the generated program calls. */
const library = {
  string: (value: string): string => JSON.stringify(value),
  /** PostgreSQL's `2027-01-31 09:30:00.5+00` as RFC 3339 with milliseconds. */
  instant: (value: string): string =>
    `${value.slice(0, 10)}T${value.slice(11, 19)}${value[19] === '.' ? value.slice(19, -3).padEnd(4, '0') : '.000'}Z`,
  cursor: encodeCursor,
  tooManyGroups: (limit: number): Error => TooManyGroups({ limit }),
};

/** Text of a program in the making; constants next to each other become one. */
class Code {
  private readonly lines: string[] = [];
  private pending = '';
  private names = 0;

  /** Text that stands in every answer. */
  json(text: string): void {
    this.pending += text;
  }

  /** An expression whose value is JSON text. */
  value(expression: string): void {
    this.line(`o += ${this.takePending()}${expression};`);
  }

  line(text: string): void {
    this.flush();
    this.lines.push(text);
  }

  name(letter: string): string {
    return `${letter}${this.names++}`;
  }

  flush(): void {
    if (this.pending) this.lines.push(`o += ${JSON.stringify(this.pending)};`);
    this.pending = '';
  }

  function(): Writer {
    this.flush();
    const body = ['"use strict";', 'return (rows, ids) => {', 'let o = "";', ...this.lines, 'return o;', '};'].join('\n');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is ours; what comes from a query stands in it as JSON strings
    return (new Function('lib', body) as (lib: typeof library) => Writer)(library);
  }

  private takePending(): string {
    const text = this.pending ? `${JSON.stringify(this.pending)} + ` : '';
    this.pending = '';
    return text;
  }
}

type Cell = (index: number) => string;

function writeObject(
  code: Code,
  fields: readonly { key: string }[],
  cell: Cell,
  write: (field: never) => void = (field: Output) => writeField(code, field, cell),
): void {
  code.json('{');
  fields.forEach((field, index) => {
    code.json(`${index > 0 ? ',' : ''}${JSON.stringify(field.key)}:`);
    write(field as never);
  });
  code.json('}');
}

function writeField(code: Code, field: Output, cell: Cell): void {
  switch (field.kind) {
    case 'constant':
      return code.json(field.json);
    case 'leaf':
      return code.value(leaf(field, cell(field.cell)));
    case 'record':
      if (field.presence === null) return writeObject(code, field.fields, cell);
      code.line(`if (${cell(field.presence)} === null) {`);
      code.json('null');
      code.line('} else {');
      writeObject(code, field.fields, cell);
      return code.line('}');
    case 'connection': {
      const value = code.name('c');
      code.line(`const ${value} = typeof ${cell(field.cell)} === 'string' ? JSON.parse(${cell(field.cell)}) : ${cell(field.cell)};`);
      const { slots } = field.connection;
      return writeConnection(code, field.connection, (slot) => (slots === 0 ? value : cellOf(value, slot, slots)), false);
    }
  }
}

function leaf({ format, prefix }: Leaf, value: string): string {
  const text = {
    text: `lib.string(${value})`,
    plain: value,
    quoted: `'"' + ${value} + '"'`,
    instant: `'"' + lib.instant(${value}) + '"'`,
    id: `'"${prefix ?? ''}_' + ${value} + '"'`,
  }[format];
  return `(${value} === null ? 'null' : ${text})`;
}

function writeConnection(code: Code, { page, parts }: Connection, slot: (index: number) => string, flat: boolean): void {
  const rows = page && writePage(code, page, slot(page.slot));
  writeObject(code, parts, String, (part: ConnectionPart) => {
    switch (part.kind) {
      case 'constant':
        return code.json(part.json);
      case 'nodes':
        return eachRow(code, rows!.name, (row) => writeObject(code, part.fields, rowCell(row, page!, flat)));
      case 'edges':
        return eachRow(code, rows!.name, (row) => writeEdge(code, part.fields, page!, row, flat));
      case 'pageInfo':
        return writeObject(code, part.fields, String, (info: PageInfoPart) => writePageInfo(code, info, page!, rows!, flat));
      case 'figures': {
        const row = code.name('f');
        code.line(`const ${row} = ${slot(part.slot)};`);
        if (part.fields === null) return code.value(cellOf(row, 0, part.cells));
        return writeObject(code, part.fields, (index) => cellOf(row, index, part.cells));
      }
      case 'groups': {
        const groups = code.name('g');
        code.line(`const ${groups} = ${slot(part.slot)};`);
        code.line(`if (${groups}.length > ${part.limit}) throw lib.tooManyGroups(${part.limit});`);
        return eachRow(code, groups, (row) => writeObject(code, part.fields, (index) => cellOf(row, index, part.cells)));
      }
    }
  });
}

interface Rows {
  readonly name: string;
  /** The variable that says whether a row beyond the page was found. */
  readonly more: string;
}

function writePage(code: Code, page: Page, value: string): Rows {
  const rows = { name: code.name('p'), more: code.name('m') };
  code.line(`let ${rows.name} = ${value};`);
  code.line(`const ${rows.more} = ${rows.name}.length > ${page.size};`);
  if (page.probed) code.line(`if (${rows.more}) ${rows.name} = ${rows.name}.slice(0, ${page.size});`);
  if (page.backward) code.line(`${rows.name} = ${rows.name}.toReversed();`);
  return rows;
}

/** Rows of the statement are flat; rows inside JSON may be arrays of arrays. */
const rowCell =
  (row: string, page: Page, flat: boolean): Cell =>
  (index) =>
    flat ? `${row}[${index}]` : cellOf(row, index, page.cells);

function eachRow(code: Code, rows: string, write: (row: string) => void): void {
  const [index, row] = [code.name('i'), code.name('r')];
  code.json('[');
  code.line(`for (let ${index} = 0; ${index} < ${rows}.length; ${index}++) {`);
  code.line(`const ${row} = ${rows}[${index}];`);
  code.line(`if (${index} > 0) o += ',';`);
  write(row);
  code.line('}');
  code.json(']');
}

function writeEdge(code: Code, fields: readonly EdgePart[], page: Page, row: string, flat: boolean): void {
  writeObject(code, fields, String, (part: EdgePart) => {
    if (part.kind === 'constant') return code.json(part.json);
    if (part.kind === 'node') return writeObject(code, part.fields, rowCell(row, page, flat));
    return code.value(cursor(page, row, flat));
  });
}

function writePageInfo(code: Code, info: PageInfoPart, page: Page, rows: Rows, flat: boolean): void {
  if (info.kind === 'constant') return code.json(info.json);
  if (info.kind === 'hasNextPage' || info.kind === 'hasPreviousPage') return code.value(rows.more);
  const row = info.kind === 'startCursor' ? `${rows.name}[0]` : `${rows.name}.at(-1)`;
  code.value(`(${rows.name}.length === 0 ? 'null' : ${cursor(page, row, flat)})`);
}

function cursor({ cursor: made, cells }: Page, row: string, flat: boolean): string {
  const values = made!.cells.map((index) => (flat ? `${row}[${index}]` : cellOf(row, index, cells)));
  return `'"' + lib.cursor(${JSON.stringify(made!.print)}, [${values.join(', ')}]) + '"'`;
}

function writeByIds(code: Code, { modules }: Extract<RootOutput, { kind: 'byIds' }>): void {
  code.line('const found = new Map();');
  modules.forEach(({ prefix, cells, fields }, slot) => {
    code.line(`for (const r of JSON.parse(rows[0][${slot}])) {`);
    code.line('let o = "";');
    writeObject(code, fields, (index) => cellOf('r', index, cells));
    code.line(`found.set(${JSON.stringify(`${prefix}_`)} + ${cellOf('r', 0, cells)}, o);`);
    code.line('}');
  });
  code.line(`o = '[' + ids.map((id) => found.get(id) ?? 'null').join(',') + ']';`);
}
