/** A page of a list: plain, and never changed. */
export interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** For `before`: the page in front of this one. */
  readonly startCursor: string | null;
  /** For `after`: the page behind this one. */
  readonly endCursor: string | null;
}

/** All records of a list, fetched page by page as they are walked through. */
export interface Iteration<Item> extends AsyncIterable<Item> {
  /** The first `limit` of them. */
  toArray(options: { readonly limit: number }): Promise<Item[]>;
}

/** @param readPage reads a page of `size` behind a cursor */
export function iterate<Item>(
  readPage: (after: string | null | undefined, size: number) => Promise<Page<Item>>,
  start: string | null | undefined,
  pageSize: number,
): Iteration<Item> {
  async function* walk(limit = Infinity): AsyncGenerator<Item, void> {
    let after = start;
    for (let left = limit; left > 0;) {
      const { nodes, hasNextPage, endCursor } = await readPage(after, Math.min(pageSize, left));
      yield* nodes;
      if (!hasNextPage) return;
      left -= nodes.length;
      after = endCursor;
    }
  }
  return {
    [Symbol.asyncIterator]: () => walk(),
    async toArray({ limit }) {
      const items: Item[] = [];
      for await (const item of walk(limit)) items.push(item);
      return items;
    },
  };
}
