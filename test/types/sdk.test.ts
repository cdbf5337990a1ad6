import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const folder = fileURLToPath(new URL('sdk/', import.meta.url));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(fileURLToPath(new URL('../../tsconfig.json', import.meta.url)), ts.sys.readFile.bind(ts.sys)).config,
  ts.sys,
  fileURLToPath(new URL('../../', import.meta.url)),
);

/** What the compiler says of files, some of which are only texts. */
function complaints(files: readonly string[], texts: Readonly<Record<string, string>> = {}): string[] {
  const host = ts.createCompilerHost(options);
  host.readFile = (path) => texts[path] ?? ts.sys.readFile(path);
  host.fileExists = (path) => path in texts || ts.sys.fileExists(path);
  const program = ts.createProgram([...files, ...Object.keys(texts)], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('what must compile does, and what must not does not', () => {
  expect(complaints([`${folder}compiles.ts`, `${folder}refused.ts`])).toEqual([]);
}, 60_000);

test('a typo is named where it stands', () => {
  const of = (select: string) => `await contacts(crm).get('contact_1', { select: ${select} });`;
  const text = `import { contacts, type Crm } from '../../../sdk/src/index.js';
    export async function typos(crm: Crm) {
      ${of('{ firstNam: true }')}
      ${of('{ firstName: true, account: { accountNam: true, id: true } }')}
      ${of('{ deals: { args: { first: 1, limit: 1 }, nodes: { id: true } } }')}
    }`;
  const [alone, nested, argument, ...others] = complaints([], { [`${folder}typos.ts`]: text });
  expect(alone).toContain("Did you mean to write 'firstName'?");
  expect(nested).toContain('NoSuchName<"accountNam">');
  expect(argument).toContain('NoSuchName<"limit">');
  expect(others).toEqual([]);
}, 60_000);
