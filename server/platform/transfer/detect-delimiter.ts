/** In the order in which they win where nothing speaks for one of them. */
const candidates = [',', ';', '\t', '|', ':', '^', '~', '\u001f', '\u0001'] as const;
const ROWS = 200;
const [LINE_FEED, RETURN] = [10, 13];

/**
 * The delimiter that cuts the rows of a text into the most columns, all of them alike; a comma where none does. The first
 * line may name it, as spreadsheets do: `sep=;`.
 *
 * @param text the beginning of a file
 * @param isWhole whether it is all of it; else its last line counts for nothing
 */
export function detectDelimiter(text: string, quote: string | null, isWhole: boolean): string {
  const named = namedDelimiter(text);
  if (named) return named;
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of candidates) {
    if (!text.includes(delimiter)) continue;
    const score = scoreOf(countsOf(text, delimiter, quote, isWhole));
    // A clear lead: an address full of commas must not beat the semicolons between the cells.
    if (score > best.score * 1.000001) best = { delimiter, score };
  }
  return best.delimiter;
}

/** What a first line `sep=;` says. */
export const namedDelimiter = (text: string): string | null => /^\uFEFF?sep=(.)(?:\r\n|\n|\r|$)/.exec(text)?.[1] ?? null;

/** How often a delimiter stands outside quotes, row by row; quotes count only where a cell begins. */
function countsOf(text: string, delimiter: string, quote: string | null, isWhole: boolean): number[] {
  const counts: number[] = [];
  const [cut, mark] = [delimiter.charCodeAt(0), quote?.charCodeAt(0) ?? -1];
  let count = 0;
  let isQuoted = false;
  let isStart = true;
  let isEmpty = true;
  for (let at = 0; at < text.length && counts.length < ROWS; at++) {
    const code = text.charCodeAt(at);
    if (isQuoted) {
      if (code !== mark) continue;
      if (text.charCodeAt(at + 1) === mark) at++;
      else isQuoted = false;
    } else if (code === mark && isStart) {
      isQuoted = true;
      isStart = isEmpty = false;
    } else if (code === cut) {
      isStart = true;
      isEmpty = false;
      count++;
    } else if (code === LINE_FEED || code === RETURN) {
      if (!isEmpty) counts.push(count);
      count = 0;
      isStart = isEmpty = true;
    } else {
      isStart = isEmpty = false;
    }
  }
  // A quote that never closes has swallowed the rows: this is no delimiter of this text.
  if (isQuoted && counts.length === 0) return [];
  if (isWhole && !isEmpty && !isQuoted && counts.length < ROWS) counts.push(count);
  return counts;
}

/** 0 where the delimiter does not cut the first row; else the share of rows like it, and a little for more columns. */
function scoreOf(counts: readonly number[]): number {
  const first = counts[0] ?? 0;
  if (first === 0) return 0;
  const alike = counts.filter((count) => count === first).length / counts.length;
  return alike + Math.min(first, 100) / 1000 + (alike * Math.min(counts.length, 10)) / 10_000;
}
