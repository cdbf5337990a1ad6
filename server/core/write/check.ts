import { currencyDecimals } from '../currency-decimals.js';
import type { Fault, FaultCode } from '../errors.js';
import { mergedExternalIds } from '../external-ids.js';
import { fieldType, isFreeText } from '../field-types.js';
import { inputName, isNeeded } from '../fields.js';
import { rowIdIn, rowIdOf } from '../ids.js';
import { isTimeZone } from '../calendar.js';
import { knownLanguage, label, languages, say, type FaultKey, type Message, type SayArgument } from '../messages.js';
import type { Field, Module, Registry } from '../registry.js';
import { characters, cleanText, hasForbiddenCharacter } from '../text.js';

/** A row on its way into the database: what is to be written, and what is wrong with it. */
export interface PendingRow {
  /** Its place in the call; of a nested row, that of the row it is nested in: they stand or fall together. */
  readonly index: number;
  /** Where its input stands in the arguments: `input`, `inputs.3`; empty where the arguments themselves are it. */
  readonly path: string;
  readonly id: string;
  /** The input as GraphQL coerced it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Values to write, by field name; lookups by row id, references by the id on the wire, which names the module too. */
  readonly values: Map<string, unknown>;
  readonly faults: Fault[];
  /** The row as it stands, for changes: the fields that rules read, by name. */
  readonly current: ReadonlyMap<string, string | null> | null;
  /** What a copy takes over of its original, for new rows; lookups by key have the key. What it has unchanged is not chosen anew. */
  readonly original?: ReadonlyMap<string, string | null> | undefined;
  /** The row of the form that this one is nested in, and the lookup that leads to it. */
  readonly within?: { readonly row: PendingRow; readonly via: Field };
}

/** Notes a fault of a row at one of its inputs. */
export function addFault(row: PendingRow, name: string, code: FaultCode, message: Message, details?: Fault['details']): void {
  row.faults.push({ inputPath: row.path ? `${row.path}.${name}` : name, code, message, ...(details && { details }) });
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
        addFault(row, name, 'REQUIRED', say('faults.needed', { name: label(module.name, field.name) }));
      continue;
    }
    const value = row.input[name];
    if (value === null) {
      if (field.required) addFault(row, name, 'REQUIRED', say('faults.empty', { label: label(module.name, field.name) }));
      else row.values.set(field.name, null);
      keepFixed(module, field, row);
      continue;
    }
    // A lookup by key is for the module's own rules to resolve.
    if (field.inputKey) continue;
    checkValue(registry, module, field, value, row, name);
    keepFixed(module, field, row);
  }
  checkOneOf(module, row);
}

/** Inputs of changes have no fixed fields. Those of upserts, and rows of files, may say what stands there already. */
function keepFixed(module: Module, field: Field, row: PendingRow): void {
  if (!row.current || !field.fixed || !row.values.has(field.name)) return;
  const [given, before] = [row.values.get(field.name) as string | number | null, row.current.get(field.name) ?? null];
  row.values.delete(field.name);
  const isNumber = fieldType(field).sql === 'numeric';
  const isSame =
    given === before || (given !== null && before !== null && (isNumber ? Number(given) === Number(before) : String(given) === before));
  if (!isSame) addFault(row, inputName(field), 'CONTRADICTION', say('faults.fixed', { label: label(module.name, field.name) }));
}

/** A record has exactly one of some lookups; they are fixed, so that it is new records that are looked at. */
function checkOneOf({ name: moduleName, oneOf }: Module, row: PendingRow): void {
  const given = oneOf.filter((field) => row.input[inputName(field)] != null || row.values.get(field.name) != null);
  if (row.current || oneOf.length === 0 || given.length === 1) return;
  const [first] = given.length === 0 ? oneOf : given.slice(1);
  const fields = oneOf.map((field) => label(moduleName, field.name));
  addFault(row, inputName(first!), given.length === 0 ? 'REQUIRED' : 'CONTRADICTION', say('faults.oneOf', { fields }));
}

/** Notes days that lie after today, where a field takes none. */
export function checkPast(module: Module, row: PendingRow, today: string): void {
  for (const { name, isPast } of module.fields.values()) {
    const day = isPast ? row.values.get(name) : null;
    if (typeof day === 'string' && day > today)
      addFault(row, name, 'OUT_OF_RANGE', say('faults.inFuture', { label: label(module.name, name), today }), { max: today });
  }
}

/** Notes ends that lie before their beginnings, where one of them is written. Rules may have filled in either. */
export function checkOrder(module: Module, row: PendingRow): void {
  const valueOf = (name: string): unknown => (row.values.has(name) ? row.values.get(name) : row.current?.get(name));
  for (const field of module.fields.values()) {
    const { name, notBefore } = field;
    if (!notBefore || !(row.values.has(name) || row.values.has(notBefore))) continue;
    const [from, to] = [valueOf(notBefore), valueOf(name)] as [string | null | undefined, string | null | undefined];
    if (from && to && to < from) {
      const [text, other] = [label(module.name, name), label(module.name, notBefore)];
      addFault(row, row.values.has(name) ? name : notBefore, 'CONTRADICTION', say('faults.before', { label: text, other }));
    }
  }
}

/** Takes over one value of a row, checked by its field; a fault is noted. */
export function checkValue(registry: Registry, module: Module, field: Field, given: unknown, row: PendingRow, name: string): void {
  let value = given;
  const fault = (
    code: FaultCode,
    key: FaultKey,
    details: NonNullable<Fault['details']> = {},
    more: Readonly<Record<string, SayArgument>> = {},
  ) => addFault(row, name, code, say(`faults.${key}`, { label: label(module.name, field.name), ...details, ...more }), details);
  if (field.kind === 'reference') {
    const targets = registry.targets(field);
    if (rowIdIn(targets, value)) row.values.set(field.name, value);
    else fault('REFERENCE_NOT_FOUND', 'takesIdOf', {}, { modules: targets.map(({ name }) => label(name)) });
    return;
  }
  if (field.kind === 'lookup') {
    const target = registry.target(field);
    const rowId = rowIdOf(target, value);
    if (rowId) row.values.set(field.name, rowId);
    else fault('REFERENCE_NOT_FOUND', 'takesId', {}, { module: label(target.name), prefix: target.prefix });
    return;
  }
  if (typeof given === 'string' && fieldType(field).sql === 'text' && hasForbiddenCharacter(given))
    return fault('INVALID_CHARACTER', 'forbiddenCharacter');
  if (typeof given === 'string' && isFreeText(field)) {
    const clean = cleanText(given);
    const text = clean !== null && field.format ? field.format.normalize(clean) || null : clean;
    if (text === null) return field.required ? fault('REQUIRED', 'blank') : void row.values.set(field.name, null);
    if (field.max && characters(text) > field.max) {
      return fault('TOO_LONG', 'tooLong', { max: field.max, length: characters(text) });
    }
    const form = forms[field.kind];
    if (form && !form.pattern.test(text)) return fault('INVALID_FORMAT', form.key);
    const issue = field.format?.issueOf(text) ?? null;
    if (issue) return fault('INVALID_FORMAT', issue);
    value = text;
  }
  if (field.range && (Number(value) < field.range[0] || Number(value) > field.range[1])) {
    return fault('OUT_OF_RANGE', 'outOfRange', { min: field.range[0], max: field.range[1] }, { given: value as string | number });
  }
  if (field.positive && !(Number(value) > 0)) return fault('OUT_OF_RANGE', 'notPositive');
  // Which zones the database knows, and how they are written, `checkReferences` finds out.
  if (field.kind === 'timeZone' && !isTimeZone(value as string)) return unknownTimeZone(module, field, row, value as string);
  if (field.kind === 'externalIds')
    return void row.values.set(field.name, mergedExternalIds(row.current?.get(field.name), value as Record<string, string | null>));
  const language = field.kind === 'language' ? knownLanguage(value as string) : null;
  if (field.kind === 'language' && !language) {
    const args = { field: label(module.name, field.name), value: shortened(value as string), known: languages };
    return addFault(row, name, 'UNKNOWN_LANGUAGE', say('faults.unknownLanguage', args), { value: shortened(value as string) });
  }
  row.values.set(field.name, language ?? value);
}

/** Notes that there is no such time zone. */
export function unknownTimeZone(module: Module, field: Field, row: PendingRow, value: string): void {
  const args = { field: label(module.name, field.name), value: shortened(value) };
  addFault(row, inputName(field), 'UNKNOWN_TIME_ZONE', say('faults.unknownTimeZone', args), { value: shortened(value) });
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const forms: Readonly<Partial<Record<Field['kind'], { pattern: RegExp; key: FaultKey }>>> = {
  email: { pattern: /^[^\s@<>"]+@[^\s@<>"]+$/u, key: 'email' },
  // A scheme that runs something when clicked must not come back to a browser as a link.
  // People write extensions, words and letters of the keypad; without a digit it is no number.
  phone: { pattern: /\p{Nd}/u, key: 'phone' },
  url: { pattern: /^(?:https?:\/\/|(?![a-z][a-z0-9+.-]*:(?!\d)))\S+$/iu, key: 'url' },
};

/** The rate of the base currency is 1. A row that takes another currency gets its rate from `checkReferences`. */
export function checkCurrency(module: Module, row: PendingRow, baseCurrency: string): void {
  if (!module.hasMoney) return;
  if (!row.values.has('currency') && !row.values.has('exchangeRate')) return;
  const currency = (row.values.get('currency') as string | undefined) ?? row.current?.get('currency') ?? baseCurrency;
  if (currency !== baseCurrency) return;
  const rate = row.values.get('exchangeRate');
  if (rate === undefined) row.values.set('exchangeRate', '1');
  else if (Number(rate) !== 1) addFault(row, 'exchangeRate', 'CONTRADICTION', say('faults.baseRate', { currency: baseCurrency }));
}

/**
 * Refuses amounts with more decimals than their currency has: to round them would change what somebody said. Their currency
 * must be known by now.
 */
export function checkDecimals(module: Module, row: PendingRow, baseCurrency: string): void {
  const currencyField = module.fields.get('currency');
  if (!currencyField || !module.hasMoney) return;
  // What cannot choose a currency has that of the form that it is nested in.
  const chosen = currencyField.writable ? row : (row.within?.row ?? row);
  const before = chosen.current?.get('currency');
  const currency = (chosen.values.get('currency') as string | undefined) ?? before ?? baseCurrency;
  const isOther = before != null && before !== currency;
  for (const field of module.fields.values()) {
    if (field.kind !== 'money' || field.formula) continue;
    const isGiven = row.values.has(field.name);
    const value = (isGiven ? row.values.get(field.name) : isOther ? row.current?.get(field.name) : null) as
      string | number | null | undefined;
    const max = field.decimals ?? currencyDecimals(currency);
    if (value == null || decimalsOf(String(value)) <= max) continue;
    const details = { max, currency, given: String(value) };
    const message = say(`faults.${isGiven ? 'tooManyDecimals' : 'decimalsLost'}`, { label: label(module.name, field.name), ...details });
    addFault(row, isGiven ? field.name : 'currency', 'TOO_MANY_DECIMALS', message, details);
  }
}

const decimalsOf = (number: string): number => (number.split('.')[1] ?? '').replace(/0+$/, '').length;

/** The currency that a row takes and did not have; null for the base currency, which is always there. */
export function newCurrency(module: Module, row: PendingRow, baseCurrency: string): string | null {
  if (!module.hasMoney) return null;
  const currency = row.values.get('currency');
  if (typeof currency !== 'string' || currency === baseCurrency || currency === row.current?.get('currency')) return null;
  // A copy has the rate of its original.
  return currency === row.original?.get('currency') && 'exchangeRate' in row.input ? null : currency;
}
