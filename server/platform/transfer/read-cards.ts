import { say } from '../../core/messages.js';
import type { CardResult } from './card-worker.js';
import { fileFault } from './file-fault.js';
import { workOnCards, type ThreadUser } from './file-threads.js';
import type { Limits } from './limits.js';
import { MAX_HEAD, MAX_PROPERTIES } from './parse-card.js';
import type { TableRow } from './table.js';

export { cardColumns } from './card-cells.js';

/**
 * The cards of a file as rows, one each. Cards are found here and taken apart in a thread, some at a time. A card that cannot be
 * read is a row with a fault. Pictures, sounds and keys are dropped as they come in.
 */
export async function* readCards(
  text: AsyncIterable<string>,
  limits: Pick<Limits, 'cards' | 'card' | 'cell'>,
  user: ThreadUser = {},
): AsyncGenerator<readonly TableRow[], void, undefined> {
  let count = 0;
  for await (const cards of cardsOf(text, limits)) {
    count += cards.length;
    if (count > limits.cards) throw fileFault('TOO_MANY_ROWS', { limit: limits.cards });
    const results = await workOnCards({ cards: cards.map(({ lines }) => lines) }, user);
    yield cards.map(({ line, isBroken }, index) => rowOf(line, isBroken ? 'UNREADABLE' : results[index]!, limits));
  }
}

interface CardText {
  readonly line: number;
  readonly lines: readonly string[];
  /** Another card began before its end, or the file ended. */
  readonly isBroken?: boolean;
}

function rowOf(line: number, card: CardResult, limits: Pick<Limits, 'cell'>): TableRow {
  if (card === 'UNREADABLE') return { line, cells: [], fault: { code: 'INVALID_FORMAT', message: say('faults.unreadableCard') } };
  if (card === 'TOO_COMPLEX') {
    const message = say('faults.cardTooComplex', { characters: MAX_HEAD, properties: MAX_PROPERTIES });
    return { line, cells: [], fault: { code: 'TOO_LONG', message } };
  }
  const { cells, birthdayLeftOut } = card;
  if (cells.some((cell) => cell.length > limits.cell)) throw fileFault('CELL_TOO_LARGE', { line, limit: limits.cell });
  if (birthdayLeftOut === null) return { line, cells };
  return { line, cells, notes: [{ column: 'Birthday', message: say('faults.birthdayLeftOut', { given: birthdayLeftOut }) }] };
}

const PROPERTY = /^(?:[\w-]+\.)?([\w-]+)[;:]/;
const DROPPED = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

async function* cardsOf(text: AsyncIterable<string>, limits: Pick<Limits, 'card'>): AsyncGenerator<CardText[], void, undefined> {
  let cards: CardText[] = [];
  let lines: string[] = [];
  let [line, begins, depth, size, isDropped, isAgent] = [0, 0, 0, 0, false, false];
  const breakOff = (): void => {
    cards.push({ line: begins, lines: [], isBroken: true });
    depth = 0;
  };
  const take = (one: string): void => {
    line++;
    const name = PROPERTY.exec(one)?.[1]?.toUpperCase();
    const isMark = (name === 'BEGIN' || name === 'END') && /:\s*VCARD\s*$/i.test(one);
    // A card within a card is somebody's agent; any other has lost its end.
    if (isMark && name === 'BEGIN' && depth > 0 && !isAgent) breakOff();
    if (one.trim() !== '') isAgent = name === 'AGENT';
    if (isMark && name === 'BEGIN' && depth++ === 0) [begins, lines, size, isDropped] = [line, [], 0, false];
    if (depth === 0) return;
    // What has no name and no indent is the rest of a picture too.
    if (name) isDropped = DROPPED.has(name);
    if (!isDropped) lines.push(one);
    size += isDropped ? 0 : one.length;
    if (size > limits.card) throw fileFault('ROW_TOO_LARGE', { line: begins, limit: limits.card });
    if (isMark && name === 'END' && --depth === 0) cards.push({ line: begins, lines });
  };
  // A line that has not ended yet; only what is new is looked through for its end.
  let [started, length] = [[] as string[], 0];
  const takeText = (piece: string): void => {
    const [first, ...others] = piece.split(/\r\n|\n|\r/);
    started.push(first!);
    length += first!.length;
    if (length > limits.card) throw fileFault('ROW_TOO_LARGE', { line: line + 1, limit: limits.card });
    if (others.length === 0) return;
    take(started.join(''));
    const rest = others.pop()!;
    others.forEach(take);
    [started, length] = [[rest], rest.length];
  };
  // A return at the end may be half of CR LF.
  let held = '';
  for await (const more of text) {
    const piece = held + more;
    held = piece.endsWith('\r') ? '\r' : '';
    takeText(held ? piece.slice(0, -1) : piece);
    if (cards.length === 0) continue;
    const batch = cards;
    cards = [];
    yield batch;
  }
  takeText(held);
  take(started.join(''));
  if (depth > 0) breakOff();
  if (cards.length > 0) yield cards;
}
