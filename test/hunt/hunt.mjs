import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MAX_SEED = 2 ** 31 - 1;
const SIGNALS = ['SIGINT', 'SIGTERM'];
const STOPS_WITHIN_MS = 10_000;
/** Random tests have more runs here than their time-outs are made for. */
const TEST_TIMEOUT_MS = 1_800_000;

let interruptedBy = null;

/**
 * Runs rounds of the areas, one after the other, until the time is over.
 *
 * @param {{ areas: object[], minutes: number, seed: number | null }} options with a seed, each area has one round
 * @returns what was found, and whether it was ended by a signal
 */
export async function hunt({ areas, minutes, seed }) {
  const finds = [];
  const started = Date.now();
  let rounds = 0;
  const endsAt = started + minutes * 60_000;
  do {
    const area = areas[rounds % areas.length];
    const found = await round(area, seed ?? randomInt(1, MAX_SEED));
    if (interruptedBy) break;
    rounds++;
    for (const find of found) console.log(`\n${find.text}\n`);
    finds.push(...found);
  } while (!interruptedBy && (seed === null ? Date.now() < endsAt : rounds < areas.length));

  const count = `${rounds} ${rounds === 1 ? 'round' : 'rounds'} in ${minutesSince(started)} min`;
  const outcome = finds.length > 0 ? `${finds.length} found:` : rounds > 0 ? 'nothing found' : 'so nothing is known';
  console.log(`\n${interruptedBy ? 'Interrupted: ' : ''}${count}, ${outcome}`);
  for (const { area, seed: of, name, command } of finds) console.log(`  ${area}, seed ${of}: ${name}\n    ${command}`);
  return { finds, isInterrupted: interruptedBy !== null };
}

/** Runs an area's tests once; prints a line about it. */
async function round(area, seed) {
  const started = Date.now();
  console.log(`${area.name.padEnd(13)} seed ${String(seed).padEnd(11)} begins: ${area.round}`);
  const folder = mkdtempSync(join(tmpdir(), 'relata-hunt-'));
  const report = join(folder, 'report.json');
  try {
    const { code, output, errors } = await runTests(area, seed, ['--silent=false', '--json', `--outputFile=${report}`]);
    if (interruptedBy) return [];
    const result = readReport(report);
    const found = result ? findsIn(result, area, seed) : [];
    if (found.length === 0 && code !== 0) found.push(findOf(area, seed, 'The run itself failed', errors.split('\n').slice(-60).join('\n')));
    const did = notesIn(output);
    const seconds = Math.round((Date.now() - started) / 1000);
    const outcome = found.length > 0 ? `FOUND ${found.length}` : `${result?.numPassedTests ?? 0} tests passed`;
    console.log(`${area.name.padEnd(13)} seed ${String(seed).padEnd(11)} ${`${seconds} s`.padStart(6)}  ${outcome}; ${did || area.round}`);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null; // jest ended before it wrote one
  }
}

/** One find for each test that failed, and for each file that could not run. */
const findsIn = ({ testResults }, area, seed) =>
  testResults.flatMap(({ name: path, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const file = relative(root, path);
    if (failed.length === 0 && status === 'failed') return [findOf(area, seed, `${file} could not run`, message, file)];
    return failed.map(({ fullName, failureMessages }) => findOf(area, seed, fullName, failureMessages.join('\n'), file, fullName));
  });

function findOf(area, seed, name, message, file, test) {
  const args = [...(area.args ?? []), ...(file ? [file] : area.files)];
  const pattern = test ? `^${escaped(test)}$` : area.test;
  const env = { RELATA_TEST_SEED: seed, RELATA_TEST_RUNS: area.runs, ...area.env };
  const command = [
    ...Object.entries(env).map(([key, value]) => `${key}=${value}`),
    'npm test --',
    ...args,
    `--testTimeout=${TEST_TIMEOUT_MS}`,
    ...(pattern ? [`-t '${pattern}'`] : []),
  ].join(' ');
  return {
    area: area.name,
    seed,
    name,
    command,
    text: `FOUND in ${area.name} with seed ${seed}: ${name}\n\n${message}\n\nReproduce:\n${command}`,
  };
}

/** A pattern of jest that a shell leaves alone between single quotes. */
const escaped = (text) => text.replaceAll(/[^\w ,:;-]/g, '.');

/** What the tests themselves say about their work: whole lines that they write to the standard output. */
const notesIn = (output) =>
  output
    .split('\n')
    .filter((line) => /^[\w,]+ [\w ,]+$/.test(line))
    .join('; ');

function runTests(area, seed, extra) {
  const { test } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
  const pattern = area.test ? ['-t', `"${area.test}"`] : [];
  const command = [test, ...(area.args ?? []), ...area.files, ...pattern, `--testTimeout=${TEST_TIMEOUT_MS}`, ...extra].join(' ');
  const child = spawn(command, {
    cwd: root,
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...area.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
      RELATA_TEST_SEED: String(seed),
      RELATA_TEST_RUNS: String(area.runs),
    },
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const stop = (signal) => {
    interruptedBy = signal;
    endGroup(child.pid, signal);
    setTimeout(() => endGroup(child.pid, 'SIGKILL'), STOPS_WITHIN_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output, errors }))).finally(() => {
    for (const signal of SIGNALS) process.off(signal, stop);
  });
}

/** Ends a round with its workers: they are a group of processes of their own, which a Ctrl-C does not reach. */
function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}

const minutesSince = (start) => ((Date.now() - start) / 60_000).toFixed(1);
