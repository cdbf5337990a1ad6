import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { StartError } from '../open-database.js';

/** Somebody who can be asked. */
export interface Terminal {
  /** Their answer, without spaces around it. */
  ask(question: string): Promise<string>;
  /** Their answer as they typed it, which is not shown. */
  askHidden(question: string): Promise<string>;
  print(text: string): void;
  close(): void;
}

/** A person at a terminal. When they break off, by Ctrl-C or Ctrl-D, the question under way fails. */
export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  let isHidden = false;
  const shown = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isHidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: true });
  lines.on('SIGINT', () => lines.close());
  const brokenOff = new Promise<never>((_resolve, reject) => {
    lines.once('close', () => reject(new StartError('Broken off: nothing was made.')));
  });
  brokenOff.catch(() => undefined);
  return {
    ask: async (question) => (await Promise.race([lines.question(question), brokenOff])).trim(),
    async askHidden(question) {
      output.write(question);
      isHidden = true;
      try {
        return await Promise.race([lines.question(''), brokenOff]);
      } finally {
        isHidden = false;
        output.write('\n');
      }
    },
    print: (text) => void output.write(`${text}\n`),
    close: () => lines.close(),
  };
}
