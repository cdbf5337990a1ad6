/** Writes `schema/`, the contract as the code declares it, the map in the README, and the types of the tables. `--check` fails instead when git's copy differs. */
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { errorCatalogue, faultCodes } from '../core/errors.js';
import { tableTypes } from '../core/database/table-types.js';
import { printSorted } from '../core/schema/build-schema.js';
import { standardModel } from '../app.js';
import { withModuleMap } from './module-map.js';

const folder = new URL('../../', import.meta.url);
const { schema, registry } = standardModel();
const files = {
  'schema/schema.graphql': printSorted(schema),
  'README.md': withModuleMap(readFileSync(new URL('README.md', folder), 'utf8'), registry),
  'server/core/database/tables.generated.ts': tableTypes(registry),
  'schema/errors.json': `${JSON.stringify({ errors: errorCatalogue(), faults: faultCodes }, null, 2)}\n`,
};

mkdirSync(new URL('schema/', folder), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, folder);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is not what the code prints. Run npm run schema and commit it.`);
    process.exitCode = 1;
  }
}
