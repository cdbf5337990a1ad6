/** `npm run setup`: makes an organisation with its first administrator, in the database that the server would use. */
import { Command } from 'commander';
import { ConfigError, readConfig } from '../config.js';
import { StartError } from '../open-database.js';
import { setUp, type SetupOptions } from '../setup/setup.js';
import { openTerminal } from '../setup/terminal.js';

const command = new Command('npm run setup --')
  .description(
    'Makes an organisation with its first administrator. What is not given is asked for. The database is that of DATABASE_URL, or the embedded one.',
  )
  .option('--name <name>', 'what the organisation is called')
  .option('--currency <code>', 'its base currency by ISO 4217 code; it stays for good')
  .option('--time-zone <zone>', "IANA name; default: this machine's")
  .option('--language <tag>', "default: this machine's, where the product speaks it")
  .option('--fiscal-year-start <month>', '1 to 12; default: 1')
  .option('--first-name <name>', "the administrator's first name")
  .option('--last-name <name>', "the administrator's last name")
  .option('--email <address>', 'the address the administrator signs in with')
  .option('--generate-password', 'make a password and print it once; else set RELATA_SETUP_PASSWORD, or type it')
  .option('--yes', 'make another organisation beside those that exist')
  .allowExcessArguments(false);

type Flags = SetupOptions['given'] & { readonly generatePassword?: boolean; readonly yes?: boolean };

async function main(): Promise<void> {
  const { generatePassword = false, yes = false, ...given } = command.parse().opts<Flags>();
  // The password is not the server's to read: there it would be no setting.
  const { RELATA_SETUP_PASSWORD: password, ...env } = process.env;
  const config = readConfig(env);
  const terminal = process.stdin.isTTY && process.stdout.isTTY ? openTerminal(process.stdin, process.stdout) : null;
  try {
    await setUp({
      config,
      given,
      password: password === '' ? undefined : password,
      isPasswordGenerated: generatePassword,
      isConfirmed: yes,
      terminal,
      print: (text) => void process.stdout.write(`${text}\n`),
    });
  } finally {
    terminal?.close();
  }
}

main().catch((error: unknown) => {
  const isSaid = error instanceof ConfigError || error instanceof StartError;
  process.stderr.write(
    isSaid
      ? `${error.message}\n`
      : `The setup failed, and nothing was made: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
