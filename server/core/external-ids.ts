/** The keys of a record in other systems, by source. */
export type ExternalIds = Readonly<Record<string, string>>;

/** What `unique_value` calls the key of a source. */
export const externalField = (source: string): string => `external:${source}`;

/** What a record has after an input: sources that it does not name keep their keys, null takes one away. */
export function mergedExternalIds(current: string | null | undefined, given: Readonly<Record<string, string | null>>): ExternalIds | null {
  const before = current ? (JSON.parse(current) as ExternalIds) : {};
  const merged = Object.entries({ ...before, ...given }).filter((pair): pair is [string, string] => pair[1] !== null);
  return merged.length > 0 ? Object.fromEntries(merged) : null;
}
