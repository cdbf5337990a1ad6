import { superuser } from './cluster.js';

export const owner = 'relata';
export const database = 'relata';

/**
 * Makes the role that owns the database, and the database, where they are missing. The role is what a hosted
 * PostgreSQL gives its customers, no superuser: what works here works there.
 */
export async function provision(superuserUrl: string, ownerPassword: string): Promise<void> {
  const { default: pg } = await import('pg'); // needed once per cluster, so not worth loading at every start
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount: hasRole } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [owner]);
    await client.query(
      `${hasRole ? 'ALTER' : 'CREATE'} ROLE ${owner} LOGIN CREATEDB CREATEROLE PASSWORD ${client.escapeLiteral(ownerPassword)}`,
    );
    const { rowCount: hasDatabase } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!hasDatabase) await client.query(`CREATE DATABASE ${database} OWNER ${owner}`);
  } finally {
    await client.end();
  }
}

export function urlOf(user: string, password: string, port: number, name: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
}

export const superuserUrlOf = (password: string, port: number): string => urlOf(superuser, password, port, 'postgres');
