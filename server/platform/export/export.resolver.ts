import { GraphQLBoolean, GraphQLString, type GraphQLResolveInfo } from 'graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { defineEnum } from '../../core/enums.js';
import { fault } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { say } from '../../core/messages.js';
import { readDocument } from '../../core/read-document.js';
import { planWholeList } from '../../core/read/whole-list.js';
import { classOf } from '../../core/registry.js';
import { characters, hasForbiddenCharacter } from '../../core/text.js';
import { enqueueJob } from '../jobs/control.js';
import { cleanFileName } from './clean-file-name.js';
import { exportJob, type ExportParameters } from './export-job.js';

const ExportFormat = defineEnum('ExportFormat', 'What a file is written as.', {
  CSV: 'A table as text: commas, UTF-8.',
  NDJSON: 'One record a line, as the API answers it.',
  XLSX: 'A workbook; at most 100,000 rows.',
});

@ObjectType({ description: 'The export that has been started.' })
class StartExportPayload {
  readonly jobId!: string;
}

const endings = { CSV: 'csv', NDJSON: 'ndjson', XLSX: 'xlsx' } as const;

@Resolver(() => StartExportPayload)
export class StartExportPayloadResolver {
  @FieldResolver(() => classOf('Job'), { nullable: true, description: 'The job; its file has the rows once it is done, for a day.' })
  job(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Root() { jobId }: StartExportPayload): Promise<object | null> {
    return context.records.load('Job', jobId, info);
  }
}

@Resolver()
export class ExportResolver {
  @Mutation(() => StartExportPayload, {
    description:
      'Writes a whole list to a file: a query of one list with `nodes` and plain fields in them, also through look-ups, without pages. Columns are called as the query calls its fields.',
  })
  async startExport(
    @Ctx() context: Context,
    @Arg('document', () => GraphQLString, {
      description: 'The query, as text: `{ accounts { nodes { accountName owner { lastName } } } }`.',
    })
    text: string,
    @Arg('operationName', () => GraphQLString, { nullable: true, description: 'Which of its operations.' }) operationName: string | null,
    @Arg('variables', () => GraphQLJSONObject, { nullable: true, description: 'Its variables.' }) variables: Record<string, unknown> | null,
    @Arg('format', () => ExportFormat.values, { defaultValue: 'CSV', description: 'What the file is written as.' })
    format: ExportParameters['format'],
    @Arg('fileName', () => GraphQLString, {
      nullable: true,
      description:
        'File name without its ending. Default: the name of the list, such as `accounts`. Characters that file systems refuse become `_`.',
    })
    given: string | null,
    @Arg('isGuarded', () => GraphQLBoolean, {
      defaultValue: true,
      description: "Whether texts that a spreadsheet would run get a ' before them, in CSV.",
    })
    isGuarded: boolean,
  ): Promise<StartExportPayload> {
    const write = writeContext(context);
    const named = given == null ? null : cleanFileName(given, endings[format]);
    if (given != null && (!named || characters(given) > 200 || hasForbiddenCharacter(given)))
      throw fault('fileName', 'INVALID_FORMAT', say('faults.fileNameForm'));
    const document = readDocument(context, text);
    // What could not be exported is told now, not by the job.
    const list = planWholeList(context, document, operationName ?? null, variables ?? {});
    const fileName = `${named ?? list.name}.${endings[format]}`;
    return {
      jobId: await enqueueJob(write, exportJob, {
        document: text,
        operationName: operationName ?? null,
        variables: variables ?? {},
        format,
        fileName,
        isGuarded,
      }),
    };
  }
}
