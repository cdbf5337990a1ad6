import type { Module } from '../../core/registry.js';
import { figuresOfDate, isAmbiguousDate, isAmbiguousNumber } from '../transfer/guess-format.js';
import { parseDay } from '../transfer/parse-date.js';
import { parseNumber } from '../transfer/parse-number.js';
import { PERCENT } from '../transfer/sheet-formats.js';
import type { TableRow } from '../transfer/table.js';
import { countedColumns } from './survey.js';
import type { SurveyedFile } from './survey.js';

/**
 * Writes the cells of rows so that they can only be read as they were, wherever they stand: a date that would be another one
 * in another order gets its year in front, an amount that would be another one loses its groups, and a number of a sheet gets
 * the sign of its currency, which only its format had. What is clear stays as it stood.
 */
export function clearCells(module: Module, file: SurveyedFile): (row: TableRow) => string[] {
  const counted = new Map(countedColumns(module, file).map((one) => [one.at, one]));
  return ({ cells, numbers }) =>
    cells.map((text, at) => {
      const column = counted.get(at);
      if (!column) return text;
      const { dateOrder, numberFormat } = column.column;
      if (column.dates) return isAmbiguousDate(text) ? clearDate(text, dateOrder) : text;
      const sign = numbers?.get(at);
      if (sign !== undefined) return clearNumber(text, sign);
      const number = isAmbiguousNumber(text, column.isWhole) ? parseNumber(text, numberFormat) : null;
      return number ? clearNumber(number.text, number.isPercent ? PERCENT : (number.currency ?? '')) : text;
    });
}

function clearDate(text: string, order: SurveyedFile['columns'][number]['dateOrder']): string {
  const figures = figuresOfDate(text)!;
  const day = parseDay(figures, { order });
  return day === null ? text : text.replace(figures, day);
}

/** Three decimals could be a group of thousands: one more makes that clear. */
function clearNumber(number: string, sign: string): string {
  const clear = `${number}${/^-?\d{1,3}\.\d{3}$/.test(number) ? '0' : ''}`;
  return sign === PERCENT ? `${clear}${PERCENT}` : `${sign && `${sign} `}${clear}`;
}
