import { growFromNowOn } from './lean-start.js';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createApp, type App } from './app.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { DEMO_FILE, demoEmail, type DemoSignIn } from './demo/demo-sign-in.js';
import { databaseError, openDatabase, StartError, type Where } from './open-database.js';
import { DocumentsError } from './platform/api/documents.js';
import { isLoopback } from './platform/auth/loopback.js';
import { createLog, type Log } from './platform/http/log.js';
import { makeSignInLink } from './platform/auth/sign-in-link.js';

async function main(): Promise<void> {
  const config = readConfig();
  // Somebody at a terminal reads sentences; the lines for machines are for pipes, and for who asks for more.
  const log = createLog(process.stdout.isTTY && config.logLevel === 'info' ? 'warn' : config.logLevel);
  await checkPort(config);
  const where = await openDatabase(config, log);
  let app: App | undefined;
  try {
    app = await createApp({ config, urls: where.urls, log, ...(config.demo && { explorerEmail: demoEmail }) }).catch((error: unknown) => {
      throw databaseError(error, config);
    });
    const signIn = config.demo ? await demoSignIn(app, config) : null;
    const address = await listen(app, config);
    growFromNowOn();
    closeOnSignal(app, where, config, log);
    log.info('server.listening', { url: address, node: process.version, pid: process.pid });
    greet(address, config, { signIn, link: await signInLink(app, address, config), isInUse: await hasOrganization(app) });
  } catch (error) {
    await app?.close().catch(() => undefined);
    await where.release();
    throw error;
  }
}

/** Whether anybody works here yet. */
async function hasOrganization(app: App): Promise<boolean> {
  const { rowCount } = await app.database.system.query('SELECT FROM organization LIMIT 1');
  return rowCount !== 0;
}

async function demoSignIn(app: App, config: Config): Promise<DemoSignIn | null> {
  if (await hasOrganization(app)) return readDemoSignIn(config);
  print('Making a demo organisation …');
  const { seedDemo } = await import('./demo/seed.js');
  const signIn = await seedDemo(app);
  await writeFile(join(config.dataDir, DEMO_FILE), `${JSON.stringify(signIn)}\n`, { mode: 0o600 });
  return signIn;
}

const readDemoSignIn = async (config: Config): Promise<DemoSignIn | null> =>
  readFile(join(config.dataDir, DEMO_FILE), 'utf8').then(
    (text) => JSON.parse(text) as DemoSignIn,
    () => null,
  );

/** Whoever reads this machine's terminal may sign in from it; nobody may where others can reach the server or own its data. */
async function signInLink(app: App, address: string, { demo, database }: Config): Promise<string | null> {
  const { hostname } = new URL(address);
  if (!isLoopback(hostname.replace(/^\[|\]$/g, '')) || !(demo || database.kind === 'embedded')) return null;
  const token = await makeSignInLink(app.database, demo ? demoEmail : null);
  return token && `${address}/#signin=${token}`;
}

/** Fails before the database is started, migrated or filled for a server that could not listen anyway. */
async function checkPort({ host, port }: Config): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen({ host, port }), 'listening');
  } catch (error) {
    throw listenError(error, host, port);
  }
  await new Promise((resolve) => probe.close(resolve));
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    return await app.http.listen({ host, port });
  } catch (error) {
    throw listenError(error, host, port); // taken since the check
  }
}

function listenError(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} on ${host} is in use. Stop what listens there, or set PORT to another one.`);
  if (code === 'EACCES') return new StartError(`Port ${port} needs more rights than this user has. Set PORT to one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError(`This machine has no address ${host}. Set HOST to one it has.`);
  return error;
}

/** Ctrl-C and SIGTERM: answer what is under way, then go. A second signal changes nothing; a time limit does. */
function closeOnSignal(app: App, where: Where, { shutdownTimeoutMs }: Config, log: Log): void {
  let isClosing = false;
  const close = (signal: string): void => {
    if (isClosing) return;
    isClosing = true;
    log.info('server.closing', { signal });
    setTimeout(() => {
      log.error('server.closing.late', { durationMs: shutdownTimeoutMs });
      process.exit(1);
    }, shutdownTimeoutMs).unref();
    app
      .close()
      .then(() => where.release())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('server.closing.failed', { message: String(error) });
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', () => close('SIGINT'));
  process.on('SIGTERM', () => close('SIGTERM'));
}

interface Greeting {
  readonly signIn: DemoSignIn | null;
  readonly link: string | null;
  readonly isInUse: boolean;
}

function greet(address: string, config: Config, { signIn, link, isInUse }: Greeting): void {
  print(`\n  Relata is running.\n\n  Explorer  ${address}/\n  GraphQL   ${address}/graphql\n`);
  if (link) print(`  Open this to be signed in, within 10 minutes, once:\n  ${link}\n`);
  if (signIn)
    print(`  Sign in   ${signIn.email}\n  Password  ${signIn.password}\n\n  The first example in the explorer signs you in, too.\n`);
  else if (isInUse) print('  Sign in as a user of your organisation.\n');
  else print('  There is no organisation yet. Make one with its first administrator: npm run setup\n');
  print('  Stop with Ctrl-C.\n');
}

// Logs are JSON on standard output; what is for the person at the terminal goes there too, before the first request.
const print = (text: string): void => void process.stdout.write(`${text}\n`);

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof StartError || error instanceof DocumentsError)
    process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Relata could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
