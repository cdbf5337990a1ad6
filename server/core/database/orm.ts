import { MikroORM, type MigrationObject } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Registry } from '../registry.js';

/** The ORM over one connection URL: entities for workflows, and migrations. */
export function createOrm(options: { registry: Registry; url: string; role?: string; migrations?: MigrationObject[] }): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: options.url,
    entities: [...options.registry.modules.values()].map(({ type }) => type as never),
    discovery: { checkDuplicateFieldNames: false, checkDuplicateTableNames: true },
    forceUtcTimezone: true,
    ensureDatabase: false,
    // Versions, times and computed values are filled in by the database's triggers.
    validateRequired: false,
    extensions: [Migrator],
    migrations: {
      migrationsList: options.migrations ?? [],
      tableName: 'migration',
      transactional: true,
      allOrNothing: false,
      snapshot: false,
      silent: true,
    },
    pool: { min: 0, max: 4 },
    ...(options.role && { driverOptions: { options: `-c role=${options.role} -c timezone=UTC` } }),
  });
}
