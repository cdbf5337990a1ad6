import { openMutations } from './records/open-mutations.js';

/** How an operation may be sent: `open` are the mutations of callers who are not signed in, which take no idempotency key. */
export type OperationKind = 'query' | 'mutation' | 'open';

/** What kind of operation a document holds; the one named, if it holds several. */
export function kindOf(text: string, name?: string): OperationKind {
  // Strings and comments may hold anything.
  const bare = text.replace(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g, '');
  let heads = bare;
  for (let before = ''; heads !== before;) heads = (before = heads).replace(/{[^{}]*}/g, ';');
  if (!new RegExp(`(?:^|;)[\\s,]*mutation\\b${name ? `\\s+${name}\\b` : ''}`).test(heads)) return 'query';
  return openMutations.test(bare) ? 'open' : 'mutation';
}
