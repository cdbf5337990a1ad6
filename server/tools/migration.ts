/**
 * Writes the migration that leads from the last snapshot to what the registry declares now: `npm run migration -- name`.
 * Read what it wrote; after a release it is never edited.
 */
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { schemaDiff } from '../core/database/schema-diff.js';
import { schemaModel, type SchemaModel } from '../core/database/schema-model.js';
import { registry } from '../modules/index.js';

const folder = new URL('../migrations/', import.meta.url);
const snapshotFile = new URL('snapshot.json', folder);
const before: SchemaModel = existsSync(snapshotFile)
  ? (JSON.parse(readFileSync(snapshotFile, 'utf8')) as SchemaModel)
  : { functions: {}, tables: {} };
const after = schemaModel(registry);
const { statements, removed } = schemaDiff(before, after);

if (removed.length > 0) {
  console.error(`Write these by hand, they can lose data:\n${removed.map((what) => `  ${what}`).join('\n')}`);
  process.exitCode = 1;
} else if (statements.length === 0) {
  console.log('The database already has everything the registry declares.');
} else {
  const name = process.argv[2] ?? 'change';
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const className = `Migration${stamp}`;
  const file = `${stamp}_${name.replace(/\W+/g, '_')}.ts`;
  const body = statements.map((sql) => `    this.addSql(\`${sql.replace(/[`\\]|\$\{/g, '\\$&')}\`);`).join('\n');
  writeFileSync(
    new URL(file, folder),
    `import { Migration } from '@mikro-orm/migrations';\n\nexport class ${className} extends Migration {\n  override up(): void {\n${body}\n  }\n}\n`,
  );
  writeFileSync(snapshotFile, `${JSON.stringify(after, null, 2)}\n`);
  writeIndex();
  console.log(`Wrote server/migrations/${file}: ${statements.length} statements.`);
}

/**
 * The list of migrations is written, not discovered, so that it is the same in source and in the build. Their names stand
 * apart: a server that finds them all applied need not load the ORM that runs them.
 */
function writeIndex(): void {
  const files = readdirSync(folder)
    .filter((name) => /^\d{14}_.*\.ts$/.test(name))
    .sort();
  const entries = files.map((name) => ({ name: name.replace(/\.ts$/, ''), className: `Migration${name.slice(0, 14)}` }));
  const imports = entries.map(({ name, className }) => `import { ${className} } from './${name}.js';`).join('\n');
  const list = entries.map(({ name, className }) => `  { name: '${name}', class: ${className} },`).join('\n');
  const names = entries.map(({ name }) => `  '${name}',`).join('\n');
  writeFileSync(
    new URL('list.ts', folder),
    `import type { MigrationObject } from '@mikro-orm/postgresql';\n${imports}\n\n/** Every migration, oldest first; written by \`npm run migration\`. */\nexport const list: MigrationObject[] = [\n${list}\n];\n`,
  );
  writeFileSync(
    new URL('index.ts', folder),
    `import type { Migrations } from '../core/database/migrate.js';\n\n/** What a database must have had applied; written by \`npm run migration\`. */\nexport const migrations: Migrations = {\n  names: [\n${names.replaceAll('  ', '    ')}\n  ],\n  load: async () => (await import('./list.js')).list,\n};\n`,
  );
}
