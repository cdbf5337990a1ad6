/** Imports a file through a running server: `npm run import -- accounts.csv --module Account`. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { remarksOf, type ImportResult } from './import-remarks.js';

interface Options {
  readonly url: string;
  readonly key?: string;
  readonly module?: string;
  readonly source?: string;
  readonly mode?: string;
  readonly onDuplicate?: string;
  readonly addsPicklistValues?: boolean;
  readonly skipsMissingReferences?: boolean;
  readonly emptyValues?: readonly string[];
  readonly stopsIfAmbiguous?: boolean;
  readonly overwritesWithEmpty?: boolean;
  readonly bringsHistory?: boolean;
  readonly mapping?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly dateOrder?: string;
  readonly numberFormat?: string;
  readonly trial: boolean;
}

interface Job {
  readonly id: string;
  readonly state: string;
  readonly processed: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly errorMessage: string | null;
  readonly fileId: string | null;
  readonly result: ImportResult | null;
}

const command = new Command('npm run import --')
  .description('Imports CSV, XLSX or vCard files into a running server, one after the other.')
  .argument('<files...>', 'what to import; a row may name records of files before its own')
  .option('--url <address>', 'the server', 'http://localhost:4000/graphql')
  .option('--module <name>', 'the module of all files: Account, Contact, Deal, Lead; found out unless given')
  .option('--source <system>', 'where the files come from, for the keys of their records: hubspot')
  .addOption(new Option('--mode <mode>', 'which rows are written').choices(['BOTH', 'ADD', 'UPDATE']))
  .addOption(new Option('--on-duplicate <what>', 'what becomes of a record that is there').choices(['OVERWRITE', 'SKIP', 'CLONE']))
  .option('--adds-picklist-values', 'add values that picklists do not have; for administrators')
  .option('--skips-missing-references', 'take records without the owner or account that is not here')
  .option('--empty-values <texts>', 'texts that stand for an empty cell, with commas between them: NULL,N/A', (text: string) =>
    text.split(','),
  )
  .option('--stops-if-ambiguous', 'import nothing when dates or numbers could be read in several ways')
  .option('--overwrites-with-empty', 'let empty cells empty fields')
  .option('--brings-history', 'new records keep when and by whom they were made, changed and closed; for administrators')
  .option('--mapping <name>', 'the saved mapping that says what is not said here')
  .option('--encoding <name>', 'utf-8, windows-1252 …; detected unless given')
  .option('--delimiter <character>', 'what stands between cells; detected unless given')
  .addOption(new Option('--date-order <order>', 'how dates are written').choices(['YMD', 'DMY', 'MDY']))
  .option('--number-format <name>', 'how numbers are written: COMMA_POINT, POINT_COMMA …')
  .addOption(new Option('--key <key>', 'an API key that may write: the import acts as its owner').env('RELATA_API_KEY'))
  .option('--trial', 'only tell what would become of each row', false);

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/csv',
  txt: 'text/csv',
  vcf: 'text/vcard',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const JOB = 'id state processed created updated unchanged failed errorMessage fileId result';
const OVER = ['DONE', 'FAILED', 'CANCELLED', 'PAUSED'];

command.parse();
const { url, key, trial: isTrial, ...how } = command.opts<Options>();

async function ask<Data>(query: string, variables: object): Promise<Data> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key ?? ''}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('\n') ?? `The server answered ${answer.status}.`);
  return data;
}

async function upload(path: string): Promise<string> {
  const content = await openAsBlob(path);
  const contentType = types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'text/csv';
  const { createUpload } = await ask<{ createUpload: { url: string; fileId: string } }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { url fileId } }',
    { input: { fileName: basename(path), size: content.size, contentType } },
  );
  const answer = await fetch(createUpload.url, { method: 'PUT', body: content, headers: { 'content-type': contentType } });
  if (!answer.ok) throw new Error(`${path} could not be uploaded: ${(await answer.text()).slice(0, 300)}`);
  return createUpload.fileId;
}

const bar = ({ processed, created, updated, unchanged, failed }: Job): string =>
  `${processed} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} rejected`;

async function run(): Promise<number> {
  if (!key) throw new Error('Set RELATA_API_KEY to an API key that may write: createApiKey makes one.');
  const files = await Promise.all(command.args.map(async (path) => ({ fileId: await upload(path), ...how })));
  const { startImport } = await ask<{ startImport: { job: Job } }>(
    `mutation ($files: [ImportInput!]!, $isTrial: Boolean!) { startImport(files: $files, isTrial: $isTrial) { job { ${JOB} } } }`,
    { files, isTrial },
  );
  const isLive = process.stdout.isTTY;
  let told = -1;
  for (let job = startImport.job; ;) {
    if (isLive) process.stdout.write(`\r${bar(job)}\u001b[K`);
    else if (job.processed >= told + 10_000) {
      console.log(bar(job));
      told = job.processed;
    }
    if (OVER.includes(job.state)) {
      console.log(`${isLive ? '\r' : ''}${isTrial ? 'Trial. ' : ''}${bar(job)}${isLive ? '\u001b[K' : ''}`);
      for (const remark of remarksOf(job.result)) console.log(`  ${remark}`);
      if (job.errorMessage) console.error(job.errorMessage);
      if (job.fileId) {
        const { file } = await ask<{ file: { downloadUrl: string } | null }>('query ($id: ID!) { file(id: $id) { downloadUrl } }', {
          id: job.fileId,
        });
        if (file) console.log(`Rejected rows, with the reasons, for five minutes: ${file.downloadUrl}`);
      }
      return job.state === 'DONE' ? 0 : 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    job = (await ask<{ job: Job }>(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id: job.id })).job;
  }
}

run().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
