import { Temporal } from 'temporal-polyfill';
import type { WriteContext } from '../../core/context.js';
import { label, say } from '../../core/messages.js';
import { todayIn } from '../../core/periods.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { valueOf } from './add-up.js';

/** The date of a document, by kind. The others have none; they count as of the day on which they are created. */
const dateOf: Readonly<Record<string, string>> = { Invoice: 'invoiceDate', PurchaseOrder: 'poDate' };

/** Fields that a copy does not take over: it is a new document, of today. */
export const datesOf = (module: string): readonly string[] => (dateOf[module] ? [dateOf[module], 'dueDate'] : []);

/** Today in the time zone of the organization, `YYYY-MM-DD`. */
export const todayOf = ({ now, viewer }: WriteContext): string => todayIn(now, { ...viewer.calendar, timeZone: viewer.organizationTimeZone }).toString();

/** The year in whose series a document is numbered, four digits. */
export const yearOf = (context: WriteContext, module: string, row: PendingRow): string => ((valueOf(row, dateOf[module] ?? '') as string | null) ?? todayOf(context)).slice(0, 4);

/** Dates new documents, and sets due dates that nobody gave by the payment term. */
export function takeDates(context: WriteContext, module: string, rows: readonly PendingRow[]): void {
  const name = dateOf[module];
  if (!name) return;
  for (const row of rows) {
    if (!row.current && !(name in row.input)) row.values.set(name, todayOf(context));
    if (module === 'Invoice') takeDueDate(row);
  }
}

const basis = ['invoiceDate', 'paymentTermDays', 'paymentTermBasis'];

/** A due date that the term gave moves with it; one that was given otherwise stays. */
function takeDueDate(row: PendingRow): void {
  const { current } = row;
  if ('dueDate' in row.input || !basis.some((name) => row.values.has(name))) return;
  const [date, days, from] = basis.map((name) => valueOf(row, name));
  const before = current && dueDate(current.get('invoiceDate'), current.get('paymentTermDays'), current.get('paymentTermBasis'));
  if (current && (current.get('dueDate') ?? null) !== before) return;
  const due = dueDate(date, days, from);
  if (due !== null && due.length > 10) {
    const range = { min: '0001-01-01', max: '9999-12-31', given: due };
    addFault(row, 'invoiceDate', 'OUT_OF_RANGE', say('faults.outOfRange', { label: label('Invoice', 'dueDate'), ...range }));
  } else row.values.set('dueDate', due);
}

function dueDate(date: unknown, days: unknown, from: unknown): string | null {
  if (date == null || days == null) return null;
  const day = Temporal.PlainDate.from(date as string);
  return (from === 'END_OF_MONTH' ? day.with({ day: day.daysInMonth }) : day).add({ days: Number(days) }).toString();
}
