import { randomBytes } from 'node:crypto';
import { migrate } from '../core/database/migrate.js';
import { createOrm } from '../core/database/orm.js';
import { SYSTEM_ROLE } from '../core/database/roles.js';
import { SOURCE_LANGUAGE, textOf } from '../core/messages.js';
import type { Config } from '../config.js';
import { migrations } from '../migrations/index.js';
import { registry } from '../modules/index.js';
import { databaseError, openDatabase, StartError, type Where } from '../open-database.js';
import { passwordFault, type PasswordOwner } from '../platform/auth/passwords.js';
import { createOrganization } from '../workflows/create-organization.js';
import { questions, type Answers, type Question } from './answers.js';
import type { Terminal } from './terminal.js';

export interface SetupOptions {
  readonly config: Pick<Config, 'database'>;
  /** What was given beforehand, by the questions' keys. */
  readonly given: Partial<Readonly<Record<keyof Answers, string>>>;
  /** Undefined: it is asked for, or made. */
  readonly password?: string | undefined;
  readonly isPasswordGenerated?: boolean;
  /** Whether another organisation beside those that exist is meant. */
  readonly isConfirmed?: boolean;
  /** Null where nobody can be asked. */
  readonly terminal: Terminal | null;
  readonly print: (text: string) => unknown;
}

const machine = () => Intl.DateTimeFormat().resolvedOptions();

/**
 * Makes an organisation with its first administrator, in a database that it brings to the newest schema first. What was
 * not given is asked for. All or nothing: until the last answer nothing is made, and then everything at once. Servers
 * may run on the database meanwhile.
 *
 * @throws StartError saying what to do
 */
export async function setUp(options: SetupOptions): Promise<void> {
  const { config, print } = options;
  const { timeZone, locale } = machine();
  const asked = questions({ timeZone, locale });
  // All that is known to be wrong or missing is said before anything is touched.
  await refuseFaults(asked, options);
  const where = await openDatabase(config, { info: () => undefined });
  try {
    await makeOrganization(asked, where, options).catch((error: unknown) => {
      throw databaseError(error, config);
    });
  } finally {
    await where.release();
  }
  print('Start the server with npm start, or sign in where it runs already.');
}

async function refuseFaults(asked: readonly Question[], { given, password, isPasswordGenerated, terminal }: SetupOptions): Promise<void> {
  const faults = asked.flatMap(({ key, flag, preset, check }) => {
    const text = given[key];
    if (text === undefined) return terminal || preset !== undefined ? [] : [`${flag} is missing.`];
    const checked = check(text);
    return 'fault' in checked ? [`${flag}: ${checked.fault}`] : [];
  });
  if (password !== undefined && isPasswordGenerated) faults.push('Give a password or --generate-password, not both.');
  const fault = password === undefined ? null : await problemOf(password, { lastName: '', email: '', ...given });
  if (fault) faults.push(fault);
  if (password === undefined && !isPasswordGenerated && !terminal)
    faults.push('The password is missing: set RELATA_SETUP_PASSWORD, or let one be made by --generate-password.');
  if (faults.length > 0) throw new StartError(`Nothing was made:\n${faults.map((one) => `  - ${one}`).join('\n')}`);
}

async function makeOrganization(asked: readonly Question[], { urls }: Where, options: SetupOptions): Promise<void> {
  const { print } = options;
  await migrate({ registry, url: urls.owner, migrations });
  const orm = await createOrm({ registry, url: urls.system, role: SYSTEM_ROLE });
  try {
    const run = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      orm.em.getConnection().execute<Row[]>(sql, values);
    const existing = await run<{ name: string }>('SELECT name FROM organization WHERE deleted_at IS NULL ORDER BY created_at, id');
    if (existing.length > 0)
      await confirm(
        existing.map(({ name }) => name),
        options,
      );

    const { currency, firstName, lastName, email, ...settings } = await collect(asked, options);
    const [zone] = await run<{ name: string }>('SELECT name FROM pg_timezone_names WHERE lower(name) = lower(?)', [settings.timeZone]);
    if (!zone) throw new StartError(`Nothing was made: the database knows no time zone ${settings.timeZone}. Name another by --time-zone.`);
    const { password, isMade } = await choosePassword(options, { firstName, lastName, email });
    await createOrganization(orm.em.fork(), {
      ...settings,
      timeZone: zone.name,
      baseCurrency: currency,
      users: [{ ...(firstName && { firstName }), lastName, email, password }],
    });
    print(
      `\n${settings.name} is there.\n\n  Sign in   ${email}${isMade ? `\n  Password  ${password}\n\nThe password is shown this once.` : ''}\n`,
    );
  } finally {
    await orm.close();
  }
}

/** A second organisation may well be meant, but is seldom wanted by accident. */
async function confirm(existing: readonly string[], { isConfirmed, terminal, print }: SetupOptions): Promise<void> {
  const known = existing.slice(0, 10).join(', ') + (existing.length > 10 ? ` and ${existing.length - 10} more` : '');
  print(`There ${existing.length === 1 ? 'is an organisation' : 'are organisations'} already: ${known}.`);
  if (isConfirmed) return;
  if (!terminal) throw new StartError('Nothing was made. To make another organisation beside, say so by --yes.');
  if (!/^y(es)?$/i.test(await terminal.ask('Make another one beside? [y/N] '))) throw new StartError('Nothing was made.');
}

async function collect(asked: readonly Question[], { given, terminal }: SetupOptions): Promise<Answers> {
  const answers: Record<string, string | number> = {};
  for (const question of asked) answers[question.key] = await answerOf(question, given[question.key], terminal);
  return answers as unknown as Answers;
}

async function answerOf({ text, preset, check }: Question, given: string | undefined, terminal: Terminal | null): Promise<string | number> {
  for (let answer = given ?? (terminal ? undefined : preset); ; answer = undefined) {
    answer ??= (await terminal!.ask(`${text}${preset ? ` [${preset}]` : ''}: `)) || (preset ?? '');
    const checked = check(answer);
    if ('value' in checked) return checked.value;
    terminal?.print(`  ${checked.fault}`);
  }
}

/** Why a password can't be one, as the API would say it; null when it can. */
async function problemOf(password: string, owner: PasswordOwner): Promise<string | null> {
  const fault = await passwordFault(password, owner);
  return fault && textOf(fault.message, SOURCE_LANGUAGE);
}

async function choosePassword(
  { password, isPasswordGenerated, terminal }: SetupOptions,
  owner: PasswordOwner,
): Promise<{ password: string; isMade: boolean }> {
  if (isPasswordGenerated) return { password: randomBytes(12).toString('base64url'), isMade: true };
  if (password !== undefined) {
    const fault = await problemOf(password, owner);
    if (fault) throw new StartError(`Nothing was made: ${fault}`);
    return { password, isMade: false };
  }
  for (;;) {
    const typed = await terminal!.askHidden('Password (is not shown): ');
    const fault = await problemOf(typed, owner);
    if (fault) terminal!.print(`  ${fault}`);
    else if ((await terminal!.askHidden('The same password again: ')) === typed) return { password: typed, isMade: false };
    else terminal!.print('  These are two different passwords.');
  }
}
