import type { MigrationObject } from '@mikro-orm/postgresql';
import { Migration20261123212827 } from './20261123212827_base.js';
import { Migration20261123221254 } from './20261123221254_base_currency_once.js';

/** Every migration, oldest first; written by `npm run migration`. */
export const migrations: MigrationObject[] = [
  { name: '20261123212827_base', class: Migration20261123212827 },
  { name: '20261123221254_base_currency_once', class: Migration20261123221254 },
];
