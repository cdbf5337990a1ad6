import { sql } from 'kysely';
import { GraphQLScalarType, type GraphQLError } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import type { WriteContext } from '../../core/context.js';
import type { Fault, FaultCode } from '../../core/errors.js';
import { scalarOf } from '../../core/field-types.js';
import { inputName } from '../../core/fields.js';
import { rowIdIn, wireId } from '../../core/ids.js';
import { organizationDb, recordTable } from '../../core/typed-sql.js';
import { label, say, type Message } from '../../core/messages.js';
import { leadsToRecord, type Field, type Module } from '../../core/registry.js';
import { ExternalIdsScalar } from '../../core/scalars.js';
import { trimText } from '../../core/text.js';
import { createValue } from '../picklists/change-picklists.js';
import { readValues, readValuesOf, type Value } from '../picklists/read-picklists.js';
import { choicesOf, type Choices } from '../transfer/choices.js';
import { convertCell, type CellOptions } from '../transfer/convert-cell.js';
import { PERCENT } from '../transfer/sheet-formats.js';
import type { TableRow } from '../transfer/table.js';
import { cellText } from './cell-text.js';
import { fieldOfInput, type Column, type ImportFile, type Target } from './import-file.js';
import { findNamed } from './references.js';
import { takeCurrencies, type StatedCurrency } from './take-currencies.js';

/** A row of a file as the input of its record. */
export interface ConvertedRow {
  /** Its place in the file, counted from 1. */
  readonly place: number;
  readonly row: TableRow;
  readonly input: Record<string, unknown>;
  /** What it brings along from another system that no input sets, by field name. */
  readonly history: Map<string, unknown>;
  /** What is wrong with its cells, by column. */
  readonly faults: Fault[];
  /** What it is taken without. */
  readonly leftOut: LeftOut[];
  /** The currencies that stand beside its amounts. */
  readonly currencies: StatedCurrency[];
}

/** A cell that a row is taken without, or something else that its owner should know although it is taken. */
export interface LeftOut {
  readonly column: string;
  readonly message: Message;
  /** A record of that name was there before. */
  readonly code?: 'ALIKE';
  /** What the cell names; absent where it is no reference. */
  readonly value?: string;
}

/** What a spreadsheet shows where it has no value. */
const CELL_ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA|FORMULA!)$/;

/** What is wrong with a cell whatever it is for. */
function brokenCell(text: string): Pick<Fault, 'code' | 'message'> | null {
  const given = text.trim();
  if (CELL_ERROR.test(given)) return { code: 'INVALID_FORMAT', message: say('faults.cellError', { given }) };
  // What programs put where they could not read a character.
  if (given.includes('\uFFFD'))
    return { code: 'INVALID_CHARACTER', message: say('faults.cellLostCharacter', { given: given.slice(0, MAX_TOLD) }) };
  return null;
}

/** So much of a text that is not found is told, in characters. */
const MAX_TOLD = 100;

interface Cell {
  readonly column: Column;
  readonly at: number;
  readonly field: Field | null;
  readonly target: Target;
}

/**
 * Reads the cells of rows as values, and finds the records and the picklist values that they name.
 *
 * @param mayMiss whether a row is taken without a reference of a column that is not there
 */
export async function convertRows(
  context: WriteContext,
  file: ImportFile,
  rows: readonly { readonly place: number; readonly row: TableRow }[],
  mayMiss: (column: Column) => boolean = () => file.skipsMissingReferences,
): Promise<ConvertedRow[]> {
  const module = context.model.registry.module(file.module);
  const cells = file.columns.flatMap((column, at): Cell[] =>
    column.target ? [{ column, at, target: column.target, field: fieldOf(module, column.target) }] : [],
  );
  const choices = await readChoices(context, cells);
  const today = todayOf(context);
  const converted = rows.map(({ place, row }): ConvertedRow => ({
    place,
    row,
    input: {},
    history: new Map(),
    leftOut: (row.notes ?? []).map(({ column, message }) => ({ column, message })),
    currencies: [],
    faults: row.fault ? [{ inputPath: '', code: 'INVALID_FORMAT', message: row.fault.message }] : [],
  }));
  for (const cell of cells) {
    if ('lookup' in cell.target) await takeReferences(context, module, file, cell, cell.target, converted, mayMiss(cell.column));
    else for (const row of converted) if (!row.row.fault) await takeCell(context, module, file, cell, row, choices, today);
  }
  await takeCurrencies(context, module, converted);
  if (file.ownerIds.length > 0) for (const row of converted) row.input['ownerId'] ??= file.ownerIds[(row.place - 1) % file.ownerIds.length];
  return converted;
}

/** A value as its scalar takes it, or what the scalar has against it. */
function parsed(type: object, value: unknown): { value: unknown } | { code: FaultCode; said: Message } {
  if (!(type instanceof GraphQLScalarType)) return { value };
  try {
    return { value: type.parseValue(value) as unknown };
  } catch (error) {
    const { message, extensions } = error as GraphQLError;
    return {
      code: (extensions['fault'] as FaultCode | undefined) ?? 'WRONG_TYPE',
      said: (extensions['said'] as Message | undefined) ?? message,
    };
  }
}

function fieldOf(module: Module, target: Target): Field | null {
  if ('externalId' in target) return null;
  if ('lookup' in target) return module.fields.get(target.lookup) ?? null;
  return fieldOfInput(module, target.field, true) ?? null;
}

async function takeCell(
  context: WriteContext,
  module: Module,
  file: ImportFile,
  { column, at, target, field }: Cell,
  { row, input, history, faults, leftOut, currencies }: ConvertedRow,
  choices: Map<string, Choices>,
  today: string,
): Promise<void> {
  const text = cellText(file, column, row.cells[at]);
  const broken = brokenCell(text);
  if (broken) {
    faults.push({ inputPath: column.column, ...broken });
    return;
  }
  if ('externalId' in target) {
    const key = text.trim();
    if (key === '') return;
    const taken = parsed(ExternalIdsScalar, { [target.externalId]: key });
    if ('said' in taken) faults.push({ inputPath: column.column, code: taken.code, message: taken.said });
    else input['externalIds'] = { ...(input['externalIds'] as object | undefined), ...(taken.value as object) };
    return;
  }
  if (!field) {
    if (text.trim() !== '') input['id'] = text.trim();
    return;
  }
  const list = field.picklist?.name ?? (field.inputKey ? field.name : '');
  const sign = row.numbers?.get(at);
  const options: CellOptions = {
    module: module.name,
    numberFormat: column.numberFormat,
    dateOrder: column.dateOrder,
    timeZone: file.timeZone,
    lastYear: context.now.getUTCFullYear() + 20,
    today,
    choices: choices.get(list),
    isExact: sign !== undefined,
    isPercent: sign === PERCENT,
  };
  let value = convertCell(text, field, options);
  if ('unknown' in value && field.picklist && file.addsPicklistValues && context.viewer.isAdministrator) {
    const { picklist } = field;
    await createValue(context, picklist.name, { label: value.unknown });
    choices.set(picklist.name, await choicesOfPicklist(context, picklist.name));
    value = convertCell(text, field, { ...options, choices: choices.get(list) });
  }
  if ('fault' in value) {
    faults.push({ inputPath: column.column, code: value.fault.code, message: value.fault.message });
    return;
  }
  if (value.value === null) {
    if (field.writable && file.overwritesWithEmpty) input[inputName(field)] = null;
    return;
  }
  // As GraphQL takes it: what a mutation would not get in does not get in by a file.
  const taken = leadsToRecord(field) || field.kind === 'picklist' ? { value: value.value } : parsed(scalarOf(field), value.value);
  if ('said' in taken) {
    faults.push({ inputPath: column.column, code: taken.code, message: taken.said });
    return;
  }
  // What phones write for a birthday without its year: the first leap year of their calendar.
  if (field.kind === 'date' && field.isPast && (taken.value as string).startsWith('1604-')) {
    leftOut.push({ column: column.column, message: say('faults.birthdayLeftOut', { given: text.trim() }) });
    return;
  }
  if (!field.writable) {
    const isMoment = field.kind === 'instant' || field.kind === 'date';
    if (isMoment && new Date(taken.value as string) > context.now)
      faults.push({
        inputPath: column.column,
        code: 'OUT_OF_RANGE',
        message: say('faults.notPast', { label: label(module.name, field.name) }),
      });
    else history.set(field.name, taken.value);
  } else input[inputName(field)] = taken.value;
  const currency = value.currency ?? sign;
  if (currency && field.kind === 'money') currencies.push({ column: column.column, sign: currency });
}

async function takeReferences(
  context: WriteContext,
  module: Module,
  file: ImportFile,
  { column, at }: Cell,
  by: Extract<Target, { lookup: string }>,
  rows: readonly ConvertedRow[],
  mayMiss: boolean,
): Promise<void> {
  const field = module.fields.get(by.lookup)!;
  const targets = context.model.registry.targets(field);
  const textOf = ({ row }: ConvertedRow): string => trimText(cellText(file, column, row.cells[at]).normalize('NFC'));
  const texts = new Set(
    rows
      .filter(({ row }) => !row.fault)
      .map(textOf)
      .filter((text) => text !== ''),
  );
  const named = new Map<string, string[]>();
  for (const target of targets)
    for (const [text, ids] of await findNamed(context, target, by, texts))
      named.set(text, [...(named.get(text) ?? []), ...ids.map((id) => wireId(target, id))]);
  for (const row of rows) {
    const text = row.row.fault ? '' : textOf(row);
    if (text === '') {
      if (file.overwritesWithEmpty && !row.row.fault && !field.required && field.writable) row.input[inputName(field)] = null;
      continue;
    }
    const found = named.get(text) ?? [];
    if (found.length === 1 && field.writable) row.input[inputName(field)] = found[0]!;
    else if (found.length === 1) row.history.set(field.name, rowIdIn(targets, found[0]!));
    else if (found.length > 1)
      row.faults.push({ inputPath: column.column, code: 'NOT_UNIQUE', message: say('faults.severalMatch', { count: found.length }) });
    else {
      const message = say('faults.importReference', { module: targets.map(({ name }) => label(name)), text: text.slice(0, MAX_TOLD) });
      if (mayMiss) row.leftOut.push({ column: column.column, message, value: text.slice(0, MAX_TOLD) });
      else row.faults.push({ inputPath: column.column, code: 'REFERENCE_NOT_FOUND', message });
    }
  }
}

/** What cells may choose from: picklists, and the stages of the pipelines. */
async function readChoices(context: WriteContext, cells: readonly Cell[]): Promise<Map<string, Choices>> {
  const choices = new Map<string, Choices>();
  const lists = new Set(cells.flatMap(({ field }) => field?.picklist?.name ?? []));
  if (lists.size > 0) {
    const values = await readValuesOf(organizationDb(context), [...lists]);
    for (const name of lists) choices.set(name, choicesOf((values.get(name) ?? []).map(choiceOf)));
  }
  for (const { field, target } of cells) {
    if (!field?.inputKey || !('field' in target)) continue;
    const to = context.model.registry.target(field);
    const name = to.fields.get('label')?.column ?? to.fields.get('name')!.column;
    const rows = await organizationDb(context)
      .selectFrom(`${recordTable(to)} as t` as const)
      .select([
        sql<string>`${sql.ref(`t.${to.fields.get(field.inputKey)!.column}`)}`.as('key'),
        sql<string>`${sql.ref(`t.${name}`)}`.as('label'),
      ])
      .where('t.deleted_at', 'is', null)
      .orderBy('t.id')
      .execute();
    choices.set(field.name, choicesOf(rows.map(({ key, label: text }) => ({ key, labels: [text] }))));
  }
  return choices;
}

async function choicesOfPicklist(context: WriteContext, name: string): Promise<Choices> {
  return choicesOf((await readValues(organizationDb(context), name)).map(choiceOf));
}

/** The viewer's day. */
const todayOf = ({ now, viewer }: WriteContext): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(viewer.calendar.timeZone).toPlainDate().toString();

const choiceOf = ({ key, label: text, labels }: Value) => ({ key, labels: [text, ...Object.values(labels)] });
