import type { MigrationObject } from '@mikro-orm/postgresql';
import { Migration20261123212827 } from './20261123212827_base.js';

/** Every migration, oldest first; written by `npm run migration`. */
export const migrations: MigrationObject[] = [
  { name: '20261123212827_base', class: Migration20261123212827 },
];
