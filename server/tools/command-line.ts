/** What the commands of operators share: how they ask, how they report, how they end. */
import { createInterface } from 'node:readline/promises';
import { ConfigError } from '../config.js';
import { StartError } from '../open-database.js';
import { BackupError } from '../platform/backup/failure.js';
import { EmbeddedPostgresError } from '../platform/embedded-postgres/failure.js';

/** A count of bytes for people. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let at = 0;
  let value = bytes;
  for (; value >= 1000 && at < units.length - 1; at++) value /= 1000;
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 && at > 0 ? 1 : 0 })} ${units[at]!}`;
}

export const count = (number: number, noun: string): string => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

export const isAtTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

/** Asks for a word to be typed; false when something else is. */
export async function confirmed(question: string, word: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`${question}\nType ${word} to go on: `)).trim() === word;
  } finally {
    terminal.close();
  }
}

/** A line that is written over while work goes on, on a terminal; elsewhere a line for each table that is done. */
export function progressLine(verb: string): (progress: { table: string; rows: number; bytes: number; isDone: boolean }) => void {
  const started = Date.now();
  let total = 0;
  let shownAt = 0;
  return ({ table, rows, bytes, isDone }) => {
    if (!isDone && (!process.stdout.isTTY || Date.now() - shownAt < 100)) return;
    shownAt = Date.now();
    const speed = (total + bytes) / 1e6 / Math.max(0.001, (Date.now() - started) / 1000);
    const text = `${verb} ${table}: ${count(rows, 'row')}, ${size(bytes)} (${speed.toFixed(1)} MB/s)`;
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${text}${isDone ? '\n' : ''}`);
    else process.stdout.write(`${text}\n`);
    if (isDone) total += bytes;
  };
}

/** Runs a command; what a person can put right is a sentence, all else its trace. Either way the exit code says so. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const isSaid =
      error instanceof ConfigError || error instanceof StartError || error instanceof BackupError || error instanceof EmbeddedPostgresError;
    process.stderr.write(`${isSaid ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);
