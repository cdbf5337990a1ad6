import type { WriteContext } from '../../core/context.js';
import { label, say } from '../../core/messages.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';
import { valueOf } from './add-up.js';
import { todayOf } from './document-dates.js';
import { hasYear, patternIssue } from './number-pattern.js';

defineRules('DocumentSetting', {
  reads: ['document', 'numberPattern', 'numberReset', 'nextNumberByYear'],
  prepare(context, rows) {
    for (const row of rows) {
      checkNumbers(context, row);
      checkPaymentTerm(row);
    }
    return Promise.resolve();
  },
});

function checkNumbers(context: WriteContext, row: PendingRow): void {
  const pattern = valueOf(row, 'numberPattern') as string | null;
  const issue = row.values.get('numberPattern') == null ? null : patternIssue(pattern!);
  if (issue) return addFault(row, 'numberPattern', 'INVALID_FORMAT', say(`faults.${issue}`, { label: label('DocumentSetting', 'numberPattern') }));
  const isYearInNumber = hasYear(pattern);
  if (isYearInNumber !== hasYear(row.current?.get('numberPattern') ?? null) && !('numberReset' in row.input)) row.values.set('numberReset', isYearInNumber ? 'YEARLY' : 'NEVER');
  if (valueOf(row, 'numberReset') !== 'YEARLY') return;
  // Two years would have the same numbers.
  if (!isYearInNumber) return addFault(row, 'numberReset' in row.input ? 'numberReset' : 'numberPattern', 'CONTRADICTION', say('faults.resetWithoutYear'));
  takeNextNumber(context, row);
}

/** Where numbers begin again each year, the next number that is given is that of this year. */
function takeNextNumber(context: WriteContext, row: PendingRow): void {
  const isNew = row.current?.get('numberReset') !== 'YEARLY';
  const given = row.input['nextNumber'] as number | null | undefined;
  if (!isNew && given == null && !row.values.has('nextNumberByYear')) return;
  const before: unknown = row.values.has('nextNumberByYear') ? row.values.get('nextNumberByYear') : JSON.parse(row.current?.get('nextNumberByYear') ?? 'null');
  const numbers = { ...(before as Record<string, number> | null) };
  const year = todayOf(context).slice(0, 4);
  if (given != null || (isNew && !(year in numbers))) numbers[year] = given ?? 1;
  const last = Object.keys(numbers).sort().at(-1);
  row.values.set('nextNumber', last === undefined ? 1 : numbers[last]);
  row.values.set('nextNumberByYear', numbers);
}

function checkPaymentTerm(row: PendingRow): void {
  const given = ['paymentTermDays', 'paymentTermBasis'].find((name) => row.values.get(name) != null);
  if (given && valueOf(row, 'document') !== 'INVOICE') addFault(row, given, 'CONTRADICTION', say('faults.paymentTermOfInvoices', { label: label('DocumentSetting', given) }));
}
