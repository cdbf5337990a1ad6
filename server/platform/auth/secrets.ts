import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 256 bits, 43 characters that need no quoting anywhere. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whether a text has the form of one. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a secret. It needs no salt and no slow hash: there is nothing to guess in 256 bits. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
