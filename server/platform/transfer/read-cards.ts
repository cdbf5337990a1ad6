import { say } from '../../core/messages.js';
import { cardCells } from './card-cells.js';
import { fileFault } from './file-fault.js';
import type { Limits } from './limits.js';
import { parseCard } from './parse-card.js';
import type { TableRow } from './table.js';

export { cardColumns } from './card-cells.js';

/**
 * The cards of a file as rows, one each. A card that can not be read is a row with a fault. Pictures, sounds and keys are
 * dropped as they come in.
 */
export async function* readCards(
  text: AsyncIterable<string>,
  limits: Pick<Limits, 'cards' | 'card' | 'cell'>,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  let count = 0;
  for await (const cards of cardsOf(text, limits)) {
    count += cards.length;
    if (count > limits.cards) throw fileFault('TOO_MANY_ROWS', { limit: limits.cards });
    yield cards.map((card) => rowOf(card, limits));
  }
}

interface CardText {
  readonly line: number;
  readonly lines: readonly string[];
}

function rowOf({ line, lines }: CardText, limits: Pick<Limits, 'cell'>): TableRow {
  const properties = parseCard(lines);
  if (!properties) return { line, cells: [], fault: { code: 'INVALID_FORMAT', message: say('faults.unreadableCard') } };
  const { cells, notes } = cardCells(properties);
  if (cells.some((cell) => cell.length > limits.cell)) throw fileFault('CELL_TOO_LARGE', { line, limit: limits.cell });
  return notes.length > 0 ? { line, cells, notes } : { line, cells };
}

const PROPERTY = /^(?:[\w-]+\.)?([\w-]+)[;:]/;
const DROPPED = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

async function* cardsOf(text: AsyncIterable<string>, limits: Pick<Limits, 'card'>): AsyncGenerator<CardText[], void, undefined> {
  let cards: CardText[] = [];
  let lines: string[] = [];
  let [line, begins, depth, size, isDropped] = [0, 0, 0, 0, false];
  const take = (one: string): void => {
    line++;
    const name = PROPERTY.exec(one)?.[1]?.toUpperCase();
    const isMark = (name === 'BEGIN' || name === 'END') && /:\s*VCARD\s*$/i.test(one);
    if (isMark && name === 'BEGIN' && depth++ === 0) [begins, lines, size, isDropped] = [line, [], 0, false];
    if (depth === 0) return;
    // What has no name and no indent is the rest of a picture too.
    if (name) isDropped = DROPPED.has(name);
    if (!isDropped) lines.push(one);
    size += isDropped ? 0 : one.length;
    if (size > limits.card) throw fileFault('ROW_TOO_LARGE', { line: begins, limit: limits.card });
    if (isMark && name === 'END' && --depth === 0) cards.push({ line: begins, lines });
  };
  let rest = '';
  for await (const piece of text) {
    rest += piece;
    // A return at the end may be half of CR LF.
    const parts = rest.split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop()!;
    if (rest.length > limits.card) throw fileFault('ROW_TOO_LARGE', { line: line + 1, limit: limits.card });
    parts.forEach(take);
    if (cards.length === 0) continue;
    const batch = cards;
    cards = [];
    yield batch;
  }
  rest.split(/\r\n|\n|\r/).forEach(take);
  if (cards.length > 0) yield cards;
  if (depth > 0) throw fileFault('DAMAGED', { line: begins });
}
