import { ValidationFailed, type Fault } from './errors.js';
import { say } from './messages.js';
import { hasForbiddenCharacter } from './text.js';

/**
 * Refuses an input with a text that the database cannot keep as it is, at any depth.
 *
 * @param path of the value in the arguments
 * @throws VALIDATION_FAILED that names each such text
 */
export function refuseForbiddenCharacters(value: unknown, path: string): void {
  const fields = faultsIn(value, path);
  if (fields.length > 0) throw ValidationFailed({ fields });
}

function faultsIn(value: unknown, path: string): Fault[] {
  if (typeof value === 'string') return hasForbiddenCharacter(value) ? [forbiddenCharacter(path)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => faultsIn(one, `${path}.${name}`));
}

/** The fault of a text that is known by its path alone. */
const forbiddenCharacter = (inputPath: string): Fault => ({
  inputPath,
  code: 'INVALID_CHARACTER',
  message: say('faults.forbiddenCharacter', { label: inputPath }),
});
