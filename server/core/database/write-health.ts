/** Whether the database takes writes, as far as the last ones tell. */
export interface WriteHealth {
  /** The reason why the last write failed, for operators; null when writes work as far as is known. */
  problem(): string | null;
  failed(error: unknown): void;
  worked(): void;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  '25006': 'the database is read-only',
  '53100': 'the disk of the database is full',
  '58030': 'the disk of the database fails',
};

/** The reason for operators why an error says that the database takes no writes; null where it says something else. */
export const problemOf = (error: unknown): string | null => PROBLEMS[(error as { code?: string }).code ?? ''] ?? null;

/** Where nobody sends writes to a server that is not ready, no write can tell that they work again: then time does. */
const REMEMBERED_MS = 30_000;

export function createWriteHealth(now: () => number = Date.now): WriteHealth {
  let last: { readonly reason: string; readonly until: number } | null = null;
  return {
    problem() {
      if (last && now() >= last.until) last = null;
      return last?.reason ?? null;
    },
    failed(error) {
      const reason = problemOf(error);
      if (reason) last = { reason, until: now() + REMEMBERED_MS };
    },
    worked() {
      last = null;
    },
  };
}
