import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, type GraphQLResolveInfo } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, Info, InputType, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { costs } from '../../core/access.js';
import { arg } from '../../core/crud.js';
import type { Context, WriteContext } from '../../core/context.js';
import { keepAlive } from '../../core/database/keep-alive.js';
import { defineEnum } from '../../core/enums.js';
import { fault, Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { createFairQueue } from '../../core/fair-queue.js';
import { label, say, textOf } from '../../core/messages.js';
import { classOf } from '../../core/registry.js';
import { enqueueJob } from '../jobs/control.js';
import { convertRows } from './convert-rows.js';
import { importJob } from './import-job.js';
import { inHalves } from './in-halves.js';
import type { PlacedRow } from './passes.js';
import { keyColumns } from './row-keys.js';
import { survey, type SurveyedFile, type Repeated } from './survey.js';
import { problemsOf, unwritable, writeRows } from './write-rows.js';
import { openImport, type ImportFile, type ImportInput as Given, type OpenedFile } from './import-file.js';

const ImportMode = defineEnum('ImportMode', 'Which rows of an import are written.', {
  BOTH: 'Records that are there are changed, others are made.',
  ADD: 'Only new records are made; those that are there stay as they are.',
  UPDATE: 'Only records that are there are changed; none is made.',
});
const OnDuplicate = defineEnum('OnDuplicate', 'What an import does with a row whose record is there already.', {
  OVERWRITE: 'The record is changed.',
  SKIP: 'The record stays as it is.',
  CLONE: 'Another record is made beside it.',
});
const ReferenceBy = defineEnum('ReferenceBy', 'What a cell names another record by.', {
  EXTERNAL_ID: 'The key that a system knows it by.',
  NAME: 'Its name; of a person the whole name, or the e-mail address.',
  UNIQUE: 'What tells it from others: an e-mail address, the name of an account.',
});
const NumberFormat = defineEnum('ImportNumberFormat', 'How numbers are written in a file.', {
  COMMA_POINT: '1,234.56',
  POINT_COMMA: '1.234,56',
  SPACE_COMMA: '1 234,56',
  SPACE_POINT: '1 234.56',
  APOSTROPHE_POINT: "1'234.56",
  COMMA_POINT_INDIAN: '12,34,567.89',
});
const DateOrder = defineEnum(
  'DateOrder',
  'In which order dates are written in a file; those that begin with the year are always understood.',
  {
    YMD: 'Year, month, day.',
    DMY: 'Day, month, year.',
    MDY: 'Month, day, year.',
  },
);

@InputType({ description: 'What is to be taken for a text of a file.' })
class ImportValueInput {
  @Field(() => GraphQLString, { description: 'As it stands in the file.' }) from!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'What is taken for it; null: nothing.' }) to?: string | null;
}

@InputType({ description: 'Where the cells of a column go: to a field, to a key of another system, or to a lookup.' })
class ImportColumnInput {
  @Field(() => GraphQLString, { description: 'The column, as the header has it.' }) column!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The field, as inputs call it; `id` names a record of ours.' }) field?:
    string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The source whose key of the record it holds.' }) externalId?: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The lookup whose record it names: `account`.' }) lookup?: string | null;
  @Field(() => ReferenceBy.values, { nullable: true, description: 'What it names that record by. Default: NAME.' }) by?: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The source of that key. Default: that of the file.' }) source?: string | null;
  @Field(() => [ImportValueInput], { nullable: true, description: 'Texts to take for others.' }) values?: ImportValueInput[] | null;
}

@InputType({ description: 'What tells whether the record of a row is there: a field, or the key of a source.' })
class ImportMatchInput {
  @Field(() => GraphQLString, { nullable: true, description: 'A field that is unique, or that tells duplicates.' }) field?: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'A source whose key a column holds.' }) externalId?: string | null;
}

@InputType({ description: 'How files are imported. What is left out is found out from the file.' })
export class ImportSettingsInput {
  @Field(() => GraphQLString, { nullable: true, description: 'The module: `Account`. Default: as header and file name tell.' }) module?:
    string | null;
  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: 'Where its columns go; others are left out. Default: the proposal of `previewImport`.',
  })
  columns?: ImportColumnInput[] | null;
  @Field(() => GraphQLString, {
    nullable: true,
    description: 'The system it comes from, for the keys of its records: `hubspot`. Default: as the header tells.',
  })
  source?: string | null;
  @Field(() => ImportMode.values, { nullable: true, description: 'Which rows are written. Default: BOTH.' }) mode?: string | null;
  @Field(() => ImportMatchInput, {
    nullable: true,
    description: 'What tells whether a record is there. Default: the key of its source, what is unique, what tells duplicates.',
  })
  matchBy?: ImportMatchInput | null;
  @Field(() => OnDuplicate.values, { nullable: true, description: 'What becomes of a record that is there. Default: OVERWRITE.' })
  onDuplicate?: string | null;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Whether empty cells empty fields. Default: false.' }) overwritesWithEmpty?:
    boolean | null;
  @Field(() => GraphQLBoolean, {
    nullable: true,
    description: 'Whether picklist values that are not there are added; for administrators. Default: their rows are rejected.',
  })
  addsPicklistValues?: boolean | null;
  @Field(() => GraphQLBoolean, {
    nullable: true,
    description: 'Whether a record is taken without a reference that is not there. Default: its row is rejected.',
  })
  skipsMissingReferences?: boolean | null;
  @Field(() => [GraphQLString], {
    nullable: true,
    description: 'Texts that stand for an empty cell, whatever their case: `NULL`, `N/A`. Default: none.',
  })
  emptyValues?: string[] | null;
  @Field(() => GraphQLBoolean, {
    nullable: true,
    description:
      'Whether nothing is imported when values could be read in several ways and only your settings say in which. Default: false.',
  })
  stopsIfAmbiguous?: boolean | null;
  @Field(() => GraphQLBoolean, {
    nullable: true,
    description:
      'Whether new records keep when and by whom they were made, changed and closed elsewhere, where columns say so; for administrators. Default: false.',
  })
  bringsHistory?: boolean | null;
  @Field(() => [GraphQLID], { nullable: true, description: 'Who owns the records, in turn, where no column says. Default: you.' })
  ownerIds?: string[] | null;
  @Field(() => GraphQLString, {
    nullable: true,
    description: 'Encoding: `utf-8`, `windows-1250`, `shift_jis` … Default: detected, or refused with the likely ones.',
  })
  encoding?: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'What stands between cells. Default: detected.' }) delimiter?: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'What stands around cells; empty: nothing. Default: ".' }) quote?:
    string | null;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Whether the first row names the columns. Default: true.' }) hasHeader?:
    boolean | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The sheet of a workbook, by name. Default: the first that is not hidden.' })
  sheet?: string | null;
  @Field(() => GraphQLBoolean, {
    nullable: true,
    description: 'Whether an apostrophe before =, +, - or @ is removed. Default: in exports and files of rejected rows.',
  })
  isGuarded?: boolean | null;
  @Field(() => NumberFormat.values, {
    nullable: true,
    description: 'How numbers are written. Default: as the file tells, else as in your settings.',
  })
  numberFormat?: string | null;
  @Field(() => DateOrder.values, {
    nullable: true,
    description: 'How dates are written. Default: as the file tells, else as in your settings.',
  })
  dateOrder?: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The zone of moments without one. Default: yours.' }) timeZone?: string | null;
}

@InputType({ description: 'A file to import, and how. What is left out is found out from the file.' })
class ImportInput extends ImportSettingsInput {
  @Field(() => GraphQLID, { description: 'The uploaded file.' }) fileId!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The name of a saved mapping: it says what is not said here.' }) mapping?:
    string | null;
}

@ObjectType({ description: 'A column of a file, and where its cells would go.' })
class ImportColumn {
  @Field(() => GraphQLString, { nullable: true, description: 'The column, as the header has it.' }) column!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The field, as inputs call it.' }) field!: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The source whose key it holds.' }) externalId!: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The lookup whose record it names.' }) lookup!: string | null;
  @Field(() => ReferenceBy.values, { nullable: true, description: 'What it names that record by.' }) by!: string | null;
  @Field(() => GraphQLFloat, { nullable: true, description: 'How sure this is, from 0 to 1.' }) confidence!: number;
  @Field(() => GraphQLString, { nullable: true, description: 'Why it goes nowhere: taken, system, computed, unknown.' }) reason!:
    string | null;
  @Field(() => NumberFormat.values, { nullable: true, description: 'How its numbers are read.' }) numberFormat!: string;
  @Field(() => DateOrder.values, { nullable: true, description: 'How its dates are read.' }) dateOrder!: string;
  @Field(() => GraphQLBoolean, {
    nullable: true,
    description: 'Whether the file leaves open how its numbers or dates are read: your settings, then those of the organisation, decide.',
  })
  isAmbiguous!: boolean;
  @Field(() => GraphQLInt, { nullable: true, description: 'Values that would be something else if they were read in another way.' })
  either!: number;
  @Field(() => GraphQLInt, { nullable: true, description: 'Values that cannot be read in the way of the others.' })
  unreadable!: number;
  @Field(() => GraphQLInt, {
    nullable: true,
    description:
      'Rows that have the value of a row before them, where it tells which record a row is. By what is unique they are taken for one record; else each is a record of its own.',
  })
  repeated!: number;
  @Field(() => [GraphQLString], { nullable: true, description: 'Its first texts.' }) samples!: string[];
}

@ObjectType({ description: 'A row of a file, as it would be taken.' })
class ImportSample {
  @Field(() => GraphQLJSON, { nullable: true, description: 'The input of its record.' }) input!: object;
  @Field(() => [GraphQLString], { nullable: true, description: 'What is wrong with it, by column.' }) problems!: string[];
  @Field(() => [GraphQLString], { nullable: true, description: 'What would be left out of it, by column.' }) notes!: string[];
}

@ObjectType({ description: 'What a file holds and how it would be imported.' })
class ImportPreview {
  @Field(() => GraphQLString, { nullable: true, description: 'csv, xlsx or vcard.' }) format!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'What its bytes are read by.' }) encoding!: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'What stands between its cells.' }) delimiter!: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The sheet of a workbook that is read.' }) sheet!: string | null;
  @Field(() => [GraphQLString], { nullable: true, description: 'The other sheets of the workbook.' }) otherSheets!: readonly string[];
  @Field(() => GraphQLString, { nullable: true, description: 'The module of its records.' }) module!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The system it seems to come from.' }) source!: string | null;
  @Field(() => [ImportColumn], { nullable: true, description: 'Its columns.' }) columns!: ImportColumn[];
  @Field(() => [ImportSample], { nullable: true, description: 'Its first ten rows.' }) samples!: ImportSample[];
}

@ObjectType({ description: 'The import that has been started.' })
class StartImportPayload {
  readonly jobId!: string;
}

const MAX_FILES = 20;
/** Rows that a preview tries. */
const SAMPLES = 10;
/** Points for a look into a file: about as much work as a list of so many rows. */
const LOOK_COST = 1000;

/** Rows that a preview looks at for how dates and numbers are written; the import itself looks at all. */
const PREVIEWED_ROWS = 50_000;

/** Looks into files are taken one at a time for each organization. */
const looks = createFairQueue({ places: 4, placesPerKey: 1, maxWaiting: 100, maxWaitingPerKey: 10, maxWaitMs: 30_000 });
const look = (context: Context, file: Given, path: string): Promise<OpenedFile> =>
  looks.run(context.viewer!.org, () => openImport(context, file, path));

interface LookedThrough extends OpenedFile {
  readonly file: SurveyedFile;
  readonly repeated: readonly Repeated[];
}

/** The same with what the first rows say of dates and numbers, and of each other. */
const lookClosely = (context: Context, file: Given, path: string): Promise<LookedThrough> =>
  looks.run(context.viewer!.org, async () => {
    const found = await openImport(context, file, path);
    const surveyed = await survey(context, found.file, found.table.rows(), PREVIEWED_ROWS);
    const { isGuarded } = found.file.reading;
    // The guards are known by its texts alone.
    if (surveyed.isGuarded && !isGuarded && file.isGuarded == null) {
      const again = await openImport(context, { ...file, isGuarded: true }, path);
      return { ...again, ...(await survey(context, again.file, again.table.rows(), PREVIEWED_ROWS)) };
    }
    return { ...found, ...surveyed };
  });

/** Nothing could be changed where no column tells which record a row is. */
function refuseAimless({ model, viewer }: WriteContext, file: ImportFile, path: string): void {
  const module = model.registry.module(file.module);
  if (file.policy.mode === 'UPDATE' && keyColumns(viewer, module, file).length === 0)
    throw fault(`${path}.mode`, 'CONTRADICTION', say('faults.importAimless', { module: label(module.name) }));
}

@Resolver(() => StartImportPayload)
export class StartImportPayloadResolver {
  @FieldResolver(() => classOf('Job'), {
    nullable: true,
    description: 'The job: how far it is, what became of each row, and the file of rejected rows.',
  })
  job(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Root() { jobId }: StartImportPayload): Promise<object | null> {
    return context.records.load('Job', jobId, info);
  }
}

@Resolver()
export class ImportResolver {
  @costs(LOOK_COST)
  @Query(() => ImportPreview, {
    nullable: true,
    description: 'Looks into a file without importing it: its columns, where they would go, its first rows as they would be taken.',
  })
  async previewImport(
    @Ctx() context: Context,
    @arg('file', () => ImportInput, 'The file, and what is known of it.') file: Given,
  ): Promise<ImportPreview> {
    const { viewer, services, metrics, requestId } = context;
    if (!viewer) throw Unauthenticated({});
    const found = await lookClosely(context, file, 'file');
    const rows = found.samples.slice(0, SAMPLES).map((row, index) => ({ place: index + 1, row }));
    const samples = await services.transactions.run(
      { org: viewer.org, actor: viewer.userId, cause: requestId, metrics },
      (transaction) => tryRows({ ...context, viewer, transaction }, found.file, rows),
      () => false,
    );
    return preview(found, samples);
  }

  @costs(LOOK_COST, 'files')
  @Mutation(() => StartImportPayload, {
    description: `Imports files, one after the other: a row may name records of files before it. Up to ${MAX_FILES} files. The job goes on by itself; \`undoJob\` takes it back.`,
  })
  async startImport(
    @Ctx() context: Context,
    @arg('files', () => [ImportInput], `The files, at most ${MAX_FILES}.`) files: Given[],
    @Arg('isTrial', () => GraphQLBoolean, {
      defaultValue: false,
      description: 'Only to see what would become of each row: nothing is written.',
    })
    isTrial: boolean,
  ): Promise<StartImportPayload> {
    const write = writeContext(context);
    if (files.length === 0 || files.length > MAX_FILES)
      throw fault('files', 'TOO_MANY', say('faults.tooManyRows', { path: 'files', limit: MAX_FILES, given: files.length }));
    const opened: ImportFile[] = [];
    for (const [index, given] of files.entries()) {
      const { file } = await keepAlive(write.transaction, () => look(context, given, `files.${index}`));
      refuseAimless(write, file, `files.${index}`);
      opened.push(file);
    }
    return { jobId: await enqueueJob(write, importJob, { files: opened, isTrial }) };
  }
}

/** Writes rows in a transaction that is undone, and says what would become of them. A record that a later row may make is not missed. */
async function tryRows(context: WriteContext, file: SurveyedFile, rows: readonly PlacedRow[]): Promise<ImportSample[]> {
  const { language, viewer } = context;
  const write = { ...context, bringsHistory: file.bringsHistory && viewer.isAdministrator };
  const converted = await convertRows(write, file, rows, ({ refersTo }) => file.skipsMissingReferences || refersTo.includes(file.module));
  const results = await inHalves(
    write,
    converted,
    (some) => writeRows(write, file, some),
    ({ place }, error) => unwritable(write, place, error),
  );
  return converted.map(({ place, input, leftOut }) => ({
    input,
    problems: problemsOf(results.find((one) => one.place === place)!),
    notes: leftOut.map(({ column, message }) => `${column}: ${textOf(message, language)}`),
  }));
}

function preview({ file, table, samples: rows, repeated }: LookedThrough, samples: ImportSample[]): ImportPreview {
  const { format, encoding, delimiter, sheet, otherSheets } = table;
  return {
    format,
    encoding,
    delimiter,
    sheet,
    otherSheets,
    module: file.module,
    source: file.source,
    samples,
    columns: file.columns.map(({ column, target, ...more }, at) => ({
      ...more,
      column,
      repeated: repeated.find((one) => one.column === column)?.rows ?? 0,
      field: target && 'field' in target ? target.field : null,
      externalId: target && 'externalId' in target ? target.externalId : null,
      lookup: target && 'lookup' in target ? target.lookup : null,
      by: target && 'lookup' in target ? { externalId: 'EXTERNAL_ID', name: 'NAME', unique: 'UNIQUE' }[target.by] : null,
      samples: rows.slice(0, 5).map(({ cells }) => cells[at] ?? ''),
    })),
  };
}
