import { knownLanguage, languages, SOURCE_LANGUAGE, textOf } from '../core/messages.js';
import { CurrencyCodeScalar } from '../core/scalars.js';
import { checkValue, type PendingRow } from '../core/write/check.js';
import { registry } from '../modules/index.js';

/** What must be known of an organisation and its first administrator. */
export interface Answers {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly language: string;
  readonly fiscalYearStart: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** One of them: how it is asked for, given as a flag and checked. */
export interface Question {
  readonly key: keyof Answers;
  readonly flag: string;
  readonly text: string;
  /** What no answer means; none: an answer is needed. */
  readonly preset?: string;
  /** @returns the value, or why it can't be */
  readonly check: (given: string) => { readonly value: string | number } | { readonly fault: string };
}

type Checked = ReturnType<Question['check']>;

/** A value as the API would take it for the field. */
function checkField(module: string, name: string, given: string | number): Checked {
  const { fields } = registry.module(module);
  const row: PendingRow = { index: 0, path: '', id: '', input: {}, values: new Map(), faults: [], current: null };
  checkValue(registry, registry.module(module), fields.get(name)!, given, row, name);
  const [fault] = row.faults;
  return fault ? { fault: textOf(fault.message, SOURCE_LANGUAGE) } : { value: row.values.get(name) as string | number };
}

const asField =
  (module: string, name: string): Question['check'] =>
  (given) =>
    checkField(module, name, given);

function checkCurrencyCode(given: string): Checked {
  try {
    return { value: CurrencyCodeScalar.parseValue(given.toUpperCase()) };
  } catch {
    return { fault: `There is no currency ${JSON.stringify(given.slice(0, 60))}: give its ISO 4217 code, like EUR.` };
  }
}

const monthName = (month: number): string =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));

function checkMonth(given: string): Checked {
  const named = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase()).indexOf(given.toLowerCase()) + 1;
  const month = named || (/^\d{1,2}$/.test(given) ? Number(given) : 0);
  return month >= 1 && month <= 12 ? { value: month } : { fault: 'The fiscal year begins with a month: 1 to 12, or its name.' };
}

/** The questions in the order they are asked; zone and language of this machine are what it takes to be meant. */
export function questions(machine: { readonly timeZone: string; readonly locale: string }): readonly Question[] {
  return [
    { key: 'name', flag: '--name', text: 'Name of the organisation', check: asField('Organization', 'name') },
    { key: 'currency', flag: '--currency', text: 'Base currency, which stays for good (ISO 4217)', check: checkCurrencyCode },
    { key: 'timeZone', flag: '--time-zone', text: 'Time zone', preset: machine.timeZone, check: asField('Organization', 'timeZone') },
    {
      key: 'language',
      flag: '--language',
      text: `Language (${languages.join(', ')})`,
      preset: knownLanguage(machine.locale) ?? SOURCE_LANGUAGE,
      check: asField('Organization', 'language'),
    },
    { key: 'fiscalYearStart', flag: '--fiscal-year-start', text: 'Month that the fiscal year begins with', preset: '1', check: checkMonth },
    { key: 'firstName', flag: '--first-name', text: "The administrator's first name", preset: '', check: asField('User', 'firstName') },
    { key: 'lastName', flag: '--last-name', text: "The administrator's last name", check: asField('User', 'lastName') },
    { key: 'email', flag: '--email', text: "The administrator's e-mail address", check: asField('User', 'email') },
  ];
}
