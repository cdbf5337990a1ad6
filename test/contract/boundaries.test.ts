import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/** Source texts by path from the project's root, with forward slashes. */
type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  /** A path among the sources, or the name of a package. */
  readonly to: string;
  /** Gone once compiled. */
  readonly isTypeOnly: boolean;
}

test('every part of the code imports only what stands below it', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const files = globSync(['server/**/*.{ts,mjs}', 'sdk/**/*.ts'], {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist'].includes(name),
  });
  const sources = new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')]));
  expect(sources.has('server/core/registry.ts') && sources.has('server/modules/account/account.ts')).toBe(true);
  expect(violations(sources)).toEqual([]);
});

test('the rules find what they forbid', () => {
  const record = "import { CrmRecord } from '../../core/record.js';\n@record({})\nexport class A extends CrmRecord {}";
  const broken = violations(
    new Map([
      ['server/core/record.ts', "import { A } from '../modules/a/a.js';\nexport class CrmRecord {}"],
      ['server/core/read/compile.ts', "import { write } from '../write/save.js';"],
      ['server/core/write/save.ts', "import { read } from '../read/compile.js';\nconst url = process.env['DATABASE_URL'];"],
      ['server/core/typed.ts', "import type { Wrong } from '../platform/auth/auth.js';"],
      ['server/platform/auth/auth.ts', "import { createA } from '../../workflows/create-a.js';\nconst { env } = process;"],
      ['server/modules/index.ts', "import { A } from './a/a.js';"],
      ['server/modules/a/a.ts', record],
      ['server/modules/a/a.rules.ts', "import { createA } from '../../workflows/create-a.js';"],
      ['server/modules/b/b.ts', `import { check } from '../a/a.rules.js';\nimport { registry } from '../index.js';\n${record}`],
      ['server/modules/c/c.ts', `import { D } from '../d/d.js';\n${record}`],
      ['server/modules/d/d.ts', `import { C } from '../c/c.js';\n${record}`],
      ['server/modules/b/b.service.ts', "import { createA } from '../../workflows/create-a.js';"],
      ['server/workflows/create-a.ts', "import { A } from '../modules/a/a.js';\nexport const later = () => import('../app.js');"],
      ['server/app.ts', "import { readConfig } from './config.js';"],
      ['server/config.ts', 'export const readConfig = () => process.env;'],
      ['server/tools/prepare.mjs', "import { read } from '@swc/core';"],
      ['sdk/src/client.ts', "import { A } from '../../server/modules/a/a.js';"],
    ]),
  );
  expect(broken).toEqual([
    'sdk/src/client.ts imports server/modules/a/a.ts: the SDK and the server meet in schema/ only',
    'server/core/record.ts imports server/modules/a/a.ts: core imports nobody but itself',
    'server/core/typed.ts imports server/platform/auth/auth.ts: core imports nobody but itself',
    'server/modules/b/b.service.ts imports server/workflows/create-a.ts: of a module only resolvers and rules know workflows',
    'server/modules/b/b.ts imports server/modules/a/a.rules.ts: of another module only the record files',
    'server/modules/b/b.ts imports server/modules/index.ts: a record file that imports the list of modules meets classes that are not there yet',
    'server/platform/auth/auth.ts imports server/workflows/create-a.ts: platform imports core and platform',
    'server/tools/prepare.mjs imports @swc/core: it runs before anything is installed',
    'server/workflows/create-a.ts imports server/app.ts: workflows import core, platform and modules',
    'server/core/write/save.ts reads the environment: only server/config.ts does',
    'server/platform/auth/auth.ts reads the environment: only server/config.ts does',
    'a circle over folders: server/core/read/compile.ts, server/core/write/save.ts',
    'a circle over folders: server/core/record.ts, server/modules/a/a.ts',
  ]);
});

function violations(sources: Sources): string[] {
  const imports = [...sources].flatMap(([file, text]) => importsOf(file, text, sources)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const forbidden = imports.flatMap(({ from, to }) => {
    const reason = objection(from, to, sources);
    return reason ? [`${from} imports ${to}: ${reason}`] : [];
  });
  const readers = [...sources].flatMap(([file, text]) =>
    readsEnvironment(text) && file.startsWith('server/') && file !== 'server/config.ts' && !file.startsWith('server/tools/')
      ? [`${file} reads the environment: only server/config.ts does`]
      : [],
  );
  return [...forbidden, ...readers.sort(), ...circles(imports, sources).map((files) => `a circle over folders: ${files.join(', ')}`)];
}

/** Why a file may not import another; null when it may. */
function objection(from: string, to: string, sources: Sources): string | null {
  if (from === 'server/tools/prepare.mjs' && !to.startsWith('node:')) return 'it runs before anything is installed';
  if (!to.includes('/') || !sources.has(to)) return null;
  const [fromZone, toZone] = [zoneOf(from), zoneOf(to)];
  switch (fromZone) {
    case 'sdk':
      return toZone === 'sdk' ? null : 'the SDK and the server meet in schema/ only';
    case 'core':
      return toZone === 'core' ? null : 'core imports nobody but itself';
    case 'platform':
      return ['core', 'platform'].includes(toZone) ? null : 'platform imports core and platform';
    case 'workflows':
      return ['core', 'platform', 'modules', 'workflows'].includes(toZone) ? null : 'workflows import core, platform and modules';
    case 'modules':
      return moduleObjection(from, to, toZone, sources);
    default:
      return toZone === 'sdk' ? 'the SDK and the server meet in schema/ only' : null;
  }
}

function moduleObjection(from: string, to: string, toZone: string, sources: Sources): string | null {
  if (toZone === 'workflows') return /\.(resolver|rules)\.ts$/.test(from) ? null : 'of a module only resolvers and rules know workflows';
  if (!['core', 'platform', 'modules'].includes(toZone)) return 'modules import core, platform and record files';
  // What lies in modules/ itself lists the modules, or is shared by them.
  const [ownFolder, otherFolder] = [dirname(from), dirname(to)];
  if (toZone !== 'modules' || ownFolder === 'server/modules') return null;
  if (/^server\/modules\/(index|resolvers)\.ts$/.test(to))
    return 'a record file that imports the list of modules meets classes that are not there yet';
  if (otherFolder === 'server/modules' || otherFolder === ownFolder) return null;
  return isRecordFile(sources.get(to)!) ? null : 'of another module only the record files';
}

const isRecordFile = (text: string): boolean => /^@record\(/m.test(text);

/** The folder below server/; a file of server/ itself, or what is named here nowhere else, puts the parts together. */
const zoneOf = (file: string): string =>
  file.startsWith('sdk/') ? 'sdk' : (/^server\/(core|platform|modules|workflows)\//.exec(file)?.[1] ?? 'composition');

const readsEnvironment = (text: string): boolean =>
  /\bprocess\s*(\.\s*env\b|\[\s*['"]env['"]\s*\])|\{[^{}]*\benv\b[^{}]*\}\s*(=\s*process\b|from\s*['"](node:)?process['"])/.test(text);

function importsOf(from: string, text: string, sources: Sources): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node, isTypeOnly: boolean) => {
    if (ts.isStringLiteral(specifier)) found.push({ from, to: resolve(from, specifier.text, sources), isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, text, ts.ScriptTarget.Latest));
  return found;
}

function resolve(from: string, specifier: string, sources: Sources): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(from), specifier);
  const source = path.replace(/\.js$/, '.ts');
  return sources.has(source) ? source : path;
}

/**
 * Files of several folders that import one another in a circle when the program runs, each circle sorted. Records may:
 * they name each other by thunk.
 */
function circles(imports: readonly Import[], sources: Sources): string[][] {
  const next = new Map<string, string[]>();
  const isRecord = (file: string): boolean => isRecordFile(sources.get(file) ?? '');
  for (const { from, to, isTypeOnly } of imports) {
    if (!isTypeOnly && !(isRecord(from) && isRecord(to))) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reaches = new Map([...next.keys()].map((file) => [file, reachableFrom(file, next)]));
  const groups = new Set<string>();
  for (const [file, reached] of reaches) {
    if (!reached.has(file)) continue;
    const group = [...reached].filter((other) => reaches.get(other)?.has(file)).sort();
    if (new Set(group.map((one) => posix.dirname(one))).size > 1) groups.add(group.join('\n'));
  }
  return [...groups].sort().map((group) => group.split('\n'));
}

function reachableFrom(start: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    open.push(...(next.get(file) ?? []));
  }
  return reached;
}
