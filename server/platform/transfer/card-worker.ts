import { cardCells, type CardCells } from './card-cells.js';
import { CardTooComplex, parseCard } from './parse-card.js';

/** Cards to take apart, each with its lines. */
export interface CardTask {
  readonly cards: readonly (readonly string[])[];
}

/** The cells of a card, or why there are none. */
export type CardResult = CardCells | 'UNREADABLE' | 'TOO_COMPLEX';

/** What a thread for cards does. */
export default function work({ cards }: CardTask): readonly CardResult[] {
  return cards.map(cellsOf);
}

function cellsOf(lines: readonly string[]): CardResult {
  try {
    const properties = parseCard(lines);
    return properties ? cardCells(properties) : 'UNREADABLE';
  } catch (error) {
    if (error instanceof CardTooComplex) return 'TOO_COMPLEX';
    throw error;
  }
}
