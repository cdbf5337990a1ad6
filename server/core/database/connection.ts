import type { ClientConfig } from 'pg';

/** How to reach the database in one of its roles. */
export interface ConnectionOptions {
  readonly url: string;
  /** The role to act in; absent where the login is that role already. */
  readonly role?: string;
  readonly statementTimeoutMs: number;
  readonly name: string;
  /** Plan each statement once and never for its values: for few, simple statements whose planning costs as much as they do. */
  readonly hasGenericPlans?: boolean;
}

/** Settings that every session starts with. They are start-up options, so that RESET comes back to them. */
export function clientConfig({ url, role, statementTimeoutMs, name, hasGenericPlans = false }: ConnectionOptions): ClientConfig {
  const settings = [
    ...(role ? [`role=${role}`] : []),
    'timezone=UTC',
    'datestyle=ISO',
    // Compiling a statement costs more than the short ones that an API runs.
    'jit=off',
    ...(hasGenericPlans ? ['plan_cache_mode=force_generic_plan'] : []),
    `statement_timeout=${statementTimeoutMs}`,
    'lock_timeout=2000',
    'idle_in_transaction_session_timeout=10000',
  ];
  return {
    connectionString: url,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    application_name: `relata ${name}`,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
  };
}
