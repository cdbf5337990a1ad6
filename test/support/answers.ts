import type { Answer } from './workspace.js';

/** The codes of an answer's errors. */
export const codesOf = ({ errors = [] }: Pick<Answer, 'errors'>): string[] => errors.map(({ extensions }) => extensions.code);

interface Fault {
  readonly inputPath: string;
  readonly code: string;
  readonly message: string;
}

/** What an answer says is wrong with the input, as `input.amount TOO_LONG`; empty for any other answer. */
export const faultsOf = ({ errors = [] }: Pick<Answer, 'errors'>): string[] =>
  errors.flatMap(({ extensions }) =>
    ((extensions as { fields?: Fault[] }).fields ?? []).map(({ inputPath, code }) => `${inputPath} ${code}`),
  );
