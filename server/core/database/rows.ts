/** A row as texts: PostgreSQL's own text of each column, null where it is null. */
export type Row = readonly (string | null)[];

/** A column of a result, as PostgreSQL describes it. */
export interface Column {
  readonly name: string;
  /** The object id of its type. */
  readonly type: number;
}

/**
 * The rows of a statement as they came off the wire. Most of them only pass through on their way into an answer, so no
 * strings are made of them until someone asks.
 */
export class Rows {
  private readonly buffers: Buffer[] = [];
  private readonly offsets: number[] = [];
  private completion: { readonly buffer: Buffer; readonly from: number; readonly to: number } | null = null;
  /** The columns, where the statement asked for them and gives any. */
  columns: readonly Column[] = [];
  /** How long PostgreSQL had the statement, in ms. */
  ms = 0;

  get length(): number {
    return this.offsets.length;
  }

  /** Notes a DataRow message whose content begins at `offset`. */
  add(buffer: Buffer, offset: number): void {
    this.buffers.push(buffer);
    this.offsets.push(offset);
  }

  /** Reads a RowDescription message whose content begins at `offset`. */
  describe(buffer: Buffer, offset: number): void {
    let at = offset + 2;
    this.columns = Array.from({ length: buffer.readInt16BE(offset) }, () => {
      const end = buffer.indexOf(0, at);
      const name = buffer.toString('utf8', at, end);
      // Behind the name: the table and the column it is of, its type, and three more properties.
      const type = buffer.readUInt32BE(end + 7);
      at = end + 19;
      return { name, type };
    });
  }

  /** Notes the content of the statement's CommandComplete message. */
  complete(buffer: Buffer, from: number, to: number): void {
    this.completion = { buffer, from, to };
  }

  /** PostgreSQL's word for what it did: `SELECT 3`, `COMMIT`. */
  get tag(): string {
    if (!this.completion) return '';
    const { buffer, from, to } = this.completion;
    return buffer.toString('latin1', from, to - 1);
  }

  /**
   * Finds the cells of a row: where each begins and how many bytes it has, -1 for null.
   *
   * @returns the buffer that the cells lie in
   */
  locate(index: number, starts: Int32Array, lengths: Int32Array): Buffer {
    const buffer = this.buffers[index]!;
    let at = this.offsets[index]!;
    const count = (buffer[at]! << 8) | buffer[at + 1]!;
    at += 2;
    for (let cell = 0; cell < count; cell++) {
      const length = (buffer[at]! << 24) | (buffer[at + 1]! << 16) | (buffer[at + 2]! << 8) | buffer[at + 3]!;
      at += 4;
      starts[cell] = at;
      lengths[cell] = length;
      if (length > 0) at += length;
    }
    return buffer;
  }

  /** One row as texts. */
  row(index: number): Row {
    const buffer = this.locate(index, cellStarts, cellLengths);
    const count = buffer.readInt16BE(this.offsets[index]);
    return Array.from({ length: count }, (_, cell) =>
      cellLengths[cell]! < 0 ? null : buffer.toString('utf8', cellStarts[cell], cellStarts[cell]! + cellLengths[cell]!),
    );
  }

  /** All rows as texts. */
  texts(): Row[] {
    return Array.from({ length: this.length }, (_, index) => this.row(index));
  }
}

/** PostgreSQL's limit of columns in a result. */
export const MAX_COLUMNS = 1664;
const cellStarts = new Int32Array(MAX_COLUMNS);
const cellLengths = new Int32Array(MAX_COLUMNS);
