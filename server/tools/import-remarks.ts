/** What an import's job says beside its counts. */
export interface ImportResult {
  readonly files?: readonly {
    readonly columns: readonly {
      readonly column: string;
      readonly readAs: string;
      readonly decidedBy: string;
      readonly values: number;
      readonly either: number;
    }[];
    readonly ignored: readonly { readonly column: string; readonly reason: string | null }[];
    readonly repeated: readonly { readonly column: string; readonly rows: number; readonly isOneRecord: boolean }[];
  }[];
  readonly leftOut?: readonly {
    readonly column: string;
    readonly count: number;
    readonly values?: readonly { readonly value: string; readonly count: number }[];
  }[];
  /** Records that were made although one of their name was there before. */
  readonly alike?: number;
}

/** So many values that name nothing are told of a column. */
const MAX_VALUES = 5;

/** Returns what whoever started an import should know of it, in sentences: how doubtful cells were read, what rows share, what was left out or ignored. */
export function remarksOf(result: ImportResult | null): string[] {
  const files = result?.files ?? [];
  const doubtful = files.flatMap(({ columns }) =>
    columns
      .filter(({ decidedBy, either }) => decidedBy === 'SETTINGS' && either > 0)
      .map(({ column, readAs, either, values }) => `${column}: read as ${readAs}; ${either} of ${values} values could be something else.`),
  );
  const shared = files.flatMap(({ repeated }) =>
    repeated.map(({ column, rows, isOneRecord }) => {
      const what = isOneRecord ? 'taken for the same record' : 'a record of its own each, or rejected where one was there';
      return `${column}: ${rows} ${rows === 1 ? 'row has' : 'rows have'} what a row before has; ${what}.`;
    }),
  );
  const leftOut = (result?.leftOut ?? []).map(({ column, count, values = [] }) => {
    const named = values.slice(0, MAX_VALUES).map((one) => `${one.value} (${one.count})`);
    const more = values.length > MAX_VALUES ? ' …' : '';
    return `${column}: ${count} ${count === 1 ? 'cell was' : 'cells were'} left out${named.length > 0 ? `, naming nothing that is here: ${named.join(', ')}${more}` : ''}.`;
  });
  // What other systems keep for themselves and what is worked out is not missed.
  const ignored = files.flatMap(({ ignored: all }) =>
    all.flatMap(({ column, reason }) => (reason === 'unknown' || reason === 'taken' ? [column] : [])),
  );
  const { alike = 0 } = result ?? {};
  return [
    ...doubtful,
    ...shared,
    ...leftOut,
    ...(alike > 0 ? [`${alike} of the new records ${alike === 1 ? 'is' : 'are'} called like one that was there before.`] : []),
    ...(ignored.length > 0 ? [`Not imported: ${ignored.join(', ')}.`] : []),
  ];
}
