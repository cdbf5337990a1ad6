import type { Rows } from '../database/rows.js';
import { jsonBytes, jsonText } from './json-bytes.js';
import type { Connection, ConnectionPart, EdgePart, Leaf, Output, Page, PageInfoPart, RootOutput } from './output.js';
import { cellOf } from './statement.js';

/**
 * Writes the JSON of a root field, as UTF-8, from the rows of its statement.
 *
 * @param ids the ids that were asked for, where the root is a list of ids
 */
export type Writer = (rows: Rows, ids: readonly unknown[]) => Buffer;

const NULL = Buffer.from('null');

/**
 * Makes the program that writes an answer. It is generated: each key is a constant, each cell one call, so that a value
 * is neither a string nor an object on its way. Rows of the statement are written from their bytes; what lies inside JSON
 * cells is written as text. Only names of the schema and response keys enter the program, and those as JSON strings.
 */
export function compileWriter(output: RootOutput): Writer {
  const code = new Code();
  switch (output.kind) {
    case 'null':
      return () => NULL;
    case 'one':
      code.line('if (rows.length === 0) return NULL;');
      code.line('bytes.locate(rows, 0);');
      writeRecord(code, output.fields, cellsOfStatement(code));
      break;
    case 'list':
      if (output.flat)
        writeConnection(code, output.connection, { page: () => pageOfStatement(code, output.connection.page!), slot: String });
      else {
        code.line('bytes.locate(rows, 0);');
        const slot = (index: number) => `JSON.parse(bytes.string(${index}))`;
        code.asText(() => writeConnection(code, output.connection, connectionInJson(code, output.connection, slot)));
      }
      break;
    case 'byIds':
      code.asText(() => writeByIds(code, output));
  }
  return code.function();
}

/** Text of a program in the making; constants next to each other become one. */
class Code {
  private readonly lines: string[] = [];
  private readonly constants: Buffer[] = [];
  private pending = '';
  private names = 0;
  /** Where it writes: into the answer's bytes, or into the string `o`. */
  private isText = false;

  /** JSON that stands in every answer. */
  json(text: string): void {
    this.pending += text;
  }

  /** An expression whose value is JSON text. */
  value(expression: string): void {
    if (!this.isText) return this.line(`bytes.put(${expression});`);
    const before = this.pending ? `${JSON.stringify(this.pending)} + ` : '';
    this.pending = '';
    this.line(`o += ${before}${expression};`);
  }

  line(text: string): void {
    this.flush();
    this.lines.push(text);
  }

  name(letter: string): string {
    return `${letter}${this.names++}`;
  }

  /** What `write` writes becomes one string first. */
  asText(write: () => void): void {
    if (this.isText) return write();
    this.line('{ let o = "";');
    this.isText = true;
    write();
    this.flush();
    this.isText = false;
    this.line('bytes.put(o); }');
  }

  function(): Writer {
    this.flush();
    const body = ['"use strict";', 'return (rows, ids) => {', 'bytes.begin();', ...this.lines, 'return bytes.end();', '};'].join('\n');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is ours; what comes from a query stands in it as JSON strings
    const make = new Function('bytes', 'text', 'constants', 'NULL', body) as (...parameters: unknown[]) => Writer;
    return make(jsonBytes, jsonText, this.constants, NULL);
  }

  /** The bytes of a text that the program holds. */
  constant(text: string): string {
    return `constants[${this.constants.push(Buffer.from(text)) - 1}]`;
  }

  private flush(): void {
    const text = this.pending;
    if (!text) return;
    this.pending = '';
    this.lines.push(this.isText ? `o += ${JSON.stringify(text)};` : `bytes.raw(${this.constant(text)});`);
  }
}

/** The cells of a row, wherever it lies. Expressions are JavaScript. */
interface Cells {
  leaf(leaf: Leaf): void;
  isNull(cell: number): string;
  /** The cell's text or null. */
  raw(cell: number): string;
  /** The JSON inside a cell. */
  json(cell: number): string;
}

/** The cells of the statement's row that was located last. */
const cellsOfStatement = (code: Code): Cells => ({
  leaf({ cell, format, prefix }) {
    if (format === 'id' || format === 'quoted') {
      code.line(`bytes.quoted(${cell}, ${code.constant(format === 'id' ? `${prefix ?? ''}_` : '')});`);
    } else code.line(`bytes.${format}(${cell});`);
  },
  isNull: (cell) => `bytes.isNull(${cell})`,
  raw: (cell) => `bytes.string(${cell})`,
  json: (cell) => `JSON.parse(bytes.string(${cell}))`,
});

/** The cells of a row inside JSON; long rows are arrays of arrays. */
const cellsInJson = (code: Code, row: string, total: number): Cells => {
  const at = (cell: number) => cellOf(row, cell, total);
  return {
    leaf({ cell, format, prefix }) {
      const value = at(cell);
      const json = {
        text: `text.string(${value})`,
        plain: value,
        quoted: `'"' + ${value} + '"'`,
        instant: `'"' + text.instant(${value}) + '"'`,
        id: `'"${prefix ?? ''}_' + ${value} + '"'`,
        json: `JSON.stringify(${value})`,
      }[format];
      code.value(`(${value} === null ? 'null' : ${json})`);
    },
    isNull: (cell) => `${at(cell)} === null`,
    raw: at,
    json: at,
  };
};

function writeFields<Field extends { readonly key: string }>(code: Code, fields: readonly Field[], write: (field: Field) => void): void {
  code.json('{');
  fields.forEach((field, index) => {
    code.json(`${index > 0 ? ',' : ''}${JSON.stringify(field.key)}:`);
    write(field);
  });
  code.json('}');
}

function writeRecord(code: Code, fields: readonly Output[], cells: Cells): void {
  writeFields(code, fields, (field) => {
    switch (field.kind) {
      case 'constant':
        return code.json(field.json);
      case 'leaf':
        return cells.leaf(field);
      case 'record':
        if (field.presence === null) return writeRecord(code, field.fields, cells);
        code.line(`if (${cells.isNull(field.presence)}) {`);
        code.json('null');
        code.line('} else {');
        writeRecord(code, field.fields, cells);
        return code.line('}');
      case 'choice': {
        field.alternatives.forEach(({ presence, fields }, index) => {
          code.line(`${index > 0 ? '} else ' : ''}if (!(${cells.isNull(presence)})) {`);
          writeRecord(code, fields, cells);
        });
        code.line('} else {');
        code.json('null');
        return code.line('}');
      }
      case 'summary': {
        const row = code.name('s');
        code.line(`const ${row} = ${cells.json(field.cell)};`);
        return code.asText(() => writeRecord(code, field.fields, cellsInJson(code, row, field.cells)));
      }
      case 'connection': {
        const { connection } = field;
        const value = code.name('c');
        code.line(`const ${value} = ${cells.json(field.cell)};`);
        const slot = (index: number) => (connection.slots === 0 ? value : cellOf(value, index, connection.slots));
        return code.asText(() => writeConnection(code, connection, connectionInJson(code, connection, slot)));
      }
    }
  });
}

/** Where a connection's page and figures are read from. */
interface ConnectionSource {
  page(): PageRows;
  slot(index: number): string;
}

/** The rows of a page. */
interface PageRows {
  /** Whether a row beyond the page was found. */
  readonly more: string;
  /** Whether there is none. */
  readonly isEmpty: string;
  each(write: (cells: Cells) => void): void;
  /** An expression over the cells of the first or last row. */
  end(which: 'first' | 'last', expression: (cells: Cells) => string): string;
}

/** The statement's own rows. */
function pageOfStatement(code: Code, page: Page): PageRows {
  const [count, more] = [code.name('n'), code.name('m')];
  code.line(`const ${more} = rows.length > ${page.size};`);
  code.line(`const ${count} = ${more} ? ${page.size} : rows.length;`);
  const cells = cellsOfStatement(code);
  const place = (index: string) => (page.backward ? `${count} - 1 - ${index}` : index);
  return {
    more,
    isEmpty: `${count} === 0`,
    each(write) {
      const index = code.name('i');
      code.line(`for (let ${index} = 0; ${index} < ${count}; ${index}++) {`);
      code.line(`bytes.locate(rows, ${place(index)});`);
      separate(code, index);
      write(cells);
      code.line('}');
    },
    end: (which, expression) => `(bytes.locate(rows, ${place(which === 'first' ? '0' : `(${count} - 1)`)}), ${expression(cells)})`,
  };
}

/** Rows inside JSON. */
function pageInJson(code: Code, page: Page, value: string): PageRows {
  const [rows, more] = [code.name('p'), code.name('m')];
  code.line(`let ${rows} = ${value};`);
  code.line(`const ${more} = ${rows}.length > ${page.size};`);
  if (page.probed) code.line(`if (${more}) ${rows} = ${rows}.slice(0, ${page.size});`);
  if (page.backward) code.line(`${rows} = ${rows}.toReversed();`);
  return {
    more,
    isEmpty: `${rows}.length === 0`,
    each: (write) => eachInJson(code, rows, page.cells, write),
    end: (which, expression) => expression(cellsInJson(code, which === 'first' ? `${rows}[0]` : `${rows}.at(-1)`, page.cells)),
  };
}

const connectionInJson = (code: Code, { page }: Connection, slot: (index: number) => string): ConnectionSource => ({
  page: () => pageInJson(code, page!, slot(page!.slot)),
  slot,
});

function eachInJson(code: Code, rows: string, total: number, write: (cells: Cells) => void): void {
  const [index, row] = [code.name('i'), code.name('r')];
  code.line(`for (let ${index} = 0; ${index} < ${rows}.length; ${index}++) {`);
  code.line(`const ${row} = ${rows}[${index}];`);
  separate(code, index);
  write(cellsInJson(code, row, total));
  code.line('}');
}

function separate(code: Code, index: string): void {
  code.line(`if (${index} > 0) {`);
  code.json(',');
  code.line('}');
}

function writeList(code: Code, write: () => void): void {
  code.json('[');
  write();
  code.json(']');
}

function writeConnection(code: Code, { page, parts }: Connection, source: ConnectionSource): void {
  const rows = page && source.page();
  writeFields(code, parts, (part: ConnectionPart) => {
    switch (part.kind) {
      case 'constant':
        return code.json(part.json);
      case 'nodes':
        return writeList(code, () => rows!.each((cells) => writeRecord(code, part.fields, cells)));
      case 'edges':
        return writeList(code, () => rows!.each((cells) => writeEdge(code, part.fields, page!, cells)));
      case 'pageInfo':
        return writeFields(code, part.fields, (info) => writePageInfo(code, info, page!, rows!));
      case 'figures': {
        const row = code.name('f');
        code.line(`const ${row} = ${source.slot(part.slot)};`);
        if (part.fields === null) return code.value(cellOf(row, 0, part.cells));
        return writeRecord(code, part.fields, cellsInJson(code, row, part.cells));
      }
      case 'groups': {
        const groups = code.name('g');
        code.line(`const ${groups} = ${source.slot(part.slot)};`);
        const count = part.isCounted ? `${groups}[0]` : `${groups}.length`;
        code.line(`if (${count} > ${part.limit}) throw text.tooManyGroups(${part.limit});`);
        const rows = part.isCounted ? `${groups}[1]` : groups;
        return writeList(code, () => eachInJson(code, rows, part.cells, (cells) => writeRecord(code, part.fields, cells)));
      }
    }
  });
}

function writeEdge(code: Code, fields: readonly EdgePart[], page: Page, cells: Cells): void {
  writeFields(code, fields, (part) => {
    if (part.kind === 'constant') return code.json(part.json);
    if (part.kind === 'node') return writeRecord(code, part.fields, cells);
    return code.value(cursor(page, cells));
  });
}

function writePageInfo(code: Code, info: PageInfoPart, page: Page, rows: PageRows): void {
  if (info.kind === 'constant') return code.json(info.json);
  if (info.kind === 'hasNextPage' || info.kind === 'hasPreviousPage') return code.value(`String(${rows.more})`);
  const made = rows.end(info.kind === 'startCursor' ? 'first' : 'last', (cells) => cursor(page, cells));
  code.value(`(${rows.isEmpty} ? 'null' : ${made})`);
}

function cursor({ cursor: made }: Page, cells: Cells): string {
  return `'"' + text.cursor(${JSON.stringify(made!.print)}, [${made!.cells.map((cell) => cells.raw(cell)).join(', ')}]) + '"'`;
}

function writeByIds(code: Code, { modules }: Extract<RootOutput, { kind: 'byIds' }>): void {
  code.line('const found = new Map();');
  code.line('if (rows.length > 0) bytes.locate(rows, 0);');
  modules.forEach(({ prefix, cells, fields }, slot) => {
    code.line(`for (const r of JSON.parse(bytes.string(${slot}))) {`);
    code.line('let o = "";');
    writeRecord(code, fields, cellsInJson(code, 'r', cells));
    code.line(`found.set(${JSON.stringify(`${prefix}_`)} + ${cellOf('r', 0, cells)}, o);`);
    code.line('}');
  });
  code.line(`o = '[' + ids.map((id) => found.get(id) ?? 'null').join(',') + ']';`);
}
