import type { Fault, FaultCode } from '../errors.js';
import { fieldType } from '../field-types.js';
import { inputName, isNeeded } from '../fields.js';
import { rowIdOf } from '../ids.js';
import { label, say, type Message } from '../messages.js';
import type { Field, Module, Registry } from '../registry.js';
import { characters, hasForbiddenCharacter } from '../text.js';

/** A row on its way into the database: what is to be written, and what is wrong with it. */
export interface PendingRow {
  /** Its place in the call; of a nested row, that of the row it is nested in: they stand or fall together. */
  readonly index: number;
  /** Where its input stands in the arguments: `input`, `inputs.3`. */
  readonly path: string;
  readonly id: string;
  /** The input as GraphQL coerced it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Values to write, by field name; lookups by row id. */
  readonly values: Map<string, unknown>;
  readonly faults: Fault[];
  /** The row as it stands, for changes: the fields that rules read, by name. */
  readonly current: ReadonlyMap<string, string | null> | null;
  /** The row of the form that this one is nested in, and the lookup that leads to it. */
  readonly within?: { readonly row: PendingRow; readonly via: Field };
}

/** Notes a fault of a row at one of its inputs. */
export function addFault(row: PendingRow, name: string, code: FaultCode, message: Message, details?: Fault['details']): void {
  row.faults.push({ inputPath: `${row.path}.${name}`, code, message, ...(details && { details }) });
}

/** Takes over the given values of a row, each checked by its field; all faults are noted. */
export function checkRow(registry: Registry, module: Module, row: PendingRow): void {
  for (const field of module.fields.values()) {
    const name = inputName(field);
    if (!field.writable) continue;
    if (!(name in row.input)) {
      if (row.current) continue;
      if (field.default !== undefined) row.values.set(field.name, field.default);
      // The input of a clone has no field that it must name.
      else if (isNeeded(field) && !row.values.has(field.name))
        addFault(row, name, 'REQUIRED', say('faults.needed', { field: label(module.name, field.name) }));
      continue;
    }
    const value = row.input[name];
    if (value === null) {
      if (field.required) addFault(row, name, 'REQUIRED', `${label(module.name, field.name)} can not be empty.`);
      else row.values.set(field.name, null);
      continue;
    }
    // A lookup by key is for the module's own rules to resolve.
    if (field.inputKey) continue;
    checkValue(registry, module, field, value, row, name);
  }
}

function checkValue(registry: Registry, module: Module, field: Field, value: unknown, row: PendingRow, name: string): void {
  const fault = (code: FaultCode, message: string, details?: Fault['details']) =>
    addFault(row, name, code, `${label(module.name, field.name)} ${message}`, details);
  if (field.kind === 'lookup') {
    const target = registry.target(field);
    const rowId = rowIdOf(target, value);
    if (rowId) row.values.set(field.name, rowId);
    else fault('REFERENCE_NOT_FOUND', `takes the id of a ${target.name}, like ${target.prefix}_….`);
    return;
  }
  if (typeof value === 'string' && fieldType(field).sql === 'text') {
    if (hasForbiddenCharacter(value)) return fault('INVALID_CHARACTER', 'holds NUL or half of a surrogate pair.');
    if (field.max && characters(value) > field.max) {
      return fault('TOO_LONG', `takes at most ${field.max} characters, not ${characters(value)}.`, {
        max: field.max,
        length: characters(value),
      });
    }
    if (field.required && value.trim() === '') return fault('REQUIRED', 'can not be blank.');
    const form = value === '' ? undefined : forms[field.kind];
    if (form && !form.pattern.test(value)) return fault('INVALID_FORMAT', form.message);
  }
  if (field.range && typeof value === 'number' && (value < field.range[0] || value > field.range[1])) {
    return fault('OUT_OF_RANGE', `takes ${field.range[0]} to ${field.range[1]}, not ${value}.`, {
      min: field.range[0],
      max: field.range[1],
    });
  }
  if (field.name === 'exchangeRate' && !(Number(value) > 0)) return fault('OUT_OF_RANGE', 'must be greater than 0.');
  row.values.set(field.name, value);
}

const forms: Readonly<Partial<Record<Field['kind'], { pattern: RegExp; message: string }>>> = {
  email: { pattern: /^[^\s@<>"]+@[^\s@<>"]+$/u, message: 'takes an e-mail address, like ada@example.com.' },
  // A scheme that runs something when clicked must not come back to a browser as a link.
  url: { pattern: /^(?:https?:\/\/|(?![a-z][a-z0-9+.-]*:(?!\d)))\S+$/iu, message: 'takes a web address, like https://example.com.' },
};

/** The rate belongs to the currency: base currency means 1, any other needs its rate. */
export function checkCurrency(module: Module, row: PendingRow, baseCurrency: string): void {
  if (!module.fields.has('exchangeRate')) return;
  const isGiven = row.values.has('currency') || row.values.has('exchangeRate');
  if (!isGiven) return;
  const currency = (row.values.get('currency') as string | undefined) ?? row.current?.get('currency') ?? baseCurrency;
  const rate = row.values.get('exchangeRate');
  if (currency === baseCurrency) {
    if (rate === undefined) row.values.set('exchangeRate', '1');
    else if (Number(rate) !== 1) addFault(row, 'exchangeRate', 'CONTRADICTION', `The rate of the base currency ${baseCurrency} is 1.`);
  } else if (!('exchangeRate' in row.input) && row.values.has('currency') && currency !== row.current?.get('currency')) {
    addFault(row, 'exchangeRate', 'REQUIRED', `${currency} needs its rate: how many ${currency} are one ${baseCurrency}.`);
  }
}
