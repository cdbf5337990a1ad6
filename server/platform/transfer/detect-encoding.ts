import { isAscii } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { fileFault } from './file-fault.js';
import { judgeWords, type JudgedWord, type Script } from './plausible-words.js';
import type { Source } from './table.js';
import { utf16Of, utf8Length, withoutBrokenEnd } from './text-encoding.js';
import { bytesOf } from './text-source.js';

interface Candidate {
  readonly encoding: string;
  readonly script: Script;
  /** Old ones are only thought of where no other explains the text. */
  readonly isOld?: boolean;
  /** The first bytes of those of its two-byte characters that are used often. */
  readonly usual?: readonly (readonly [from: number, to: number])[];
}

/** A few words in it among thousands without accents are no surprise; in another they would be a mistake. */
const USUAL_ENCODING = 'windows-1252';

/** In the order in which they win where they read a text in the same way. */
const candidates: readonly Candidate[] = [
  { encoding: 'windows-1252', script: 'WESTERN' },
  { encoding: 'windows-1250', script: 'CENTRAL' },
  { encoding: 'windows-1254', script: 'TURKISH' },
  { encoding: 'windows-1257', script: 'BALTIC' },
  { encoding: 'windows-1251', script: 'CYRILLIC' },
  { encoding: 'windows-1253', script: 'GREEK' },
  { encoding: 'windows-1255', script: 'HEBREW' },
  { encoding: 'windows-1256', script: 'ARABIC' },
  { encoding: 'windows-874', script: 'THAI' },
  { encoding: 'koi8-r', script: 'CYRILLIC' },
  {
    encoding: 'shift_jis',
    script: 'JAPANESE',
    usual: [
      [0x81, 0x83],
      [0x88, 0x97],
    ],
  },
  {
    encoding: 'gb18030',
    script: 'CHINESE',
    usual: [
      [0xa1, 0xa3],
      [0xb0, 0xd7],
    ],
  },
  { encoding: 'big5', script: 'CHINESE', usual: [[0xa1, 0xc6]] },
  {
    encoding: 'euc-kr',
    script: 'KOREAN',
    usual: [
      [0xa1, 0xa3],
      [0xb0, 0xc8],
    ],
  },
  {
    encoding: 'euc-jp',
    script: 'JAPANESE',
    usual: [
      [0xa1, 0xa5],
      [0xb0, 0xcf],
    ],
  },
  { encoding: 'iso-8859-2', script: 'CENTRAL', isOld: true },
  { encoding: 'iso-8859-5', script: 'CYRILLIC', isOld: true },
  { encoding: 'macintosh', script: 'WESTERN', isOld: true },
  { encoding: 'cp850', script: 'WESTERN', isOld: true },
  { encoding: 'cp852', script: 'CENTRAL', isOld: true },
  { encoding: 'cp866', script: 'CYRILLIC', isOld: true },
];

/** What `chardet` calls those with thousands of characters, of which it knows how often each is used. */
const counted: Readonly<Record<string, string>> = {
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
  GB18030: 'gb18030',
};

/** Bytes that are not ASCII that are looked at, with what stands around them. */
const SAMPLE = 60_000;
/** A share of words that make sense. */
const [SENSIBLE, LEAD] = [0.9, 0.25];
/** So few words may be faults of a file that is ASCII otherwise: each is a fault of its row then. */
const FEW = 3;
/** The share of lines with such words in a file that has a few by mistake. */
const RARE = 0.01;

/**
 * What a text is encoded by: its mark, else what its bytes can only be, else that in which its words make sense. Where several
 * do and read the text differently, the choices are told instead: a wrong guess would be found by nobody.
 *
 * @param head the first bytes; the rest is read where they are all ASCII
 */
export async function detectEncoding(source: Source, head: Buffer, isWhole: boolean): Promise<string> {
  const utf16 = utf16Of(head);
  if (utf16) return utf16;
  const bytes = isWhole || !isAscii(head) ? head : await firstBeyondAscii(source, head.length);
  const { sample, share } = foreignLines(bytes);
  if (sample.length === 0 || isMostlyUtf8(sample)) return 'utf-8';
  return bestOf(sample, share < RARE);
}

/** So far a file is looked through for its first byte that is not ASCII; beyond that, such bytes are UTF-8 or faults of their rows. */
const FAR = 32_000_000;

/** From the piece on that is the first with other bytes than ASCII. */
async function firstBeyondAscii(source: Source, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let [size, seen] = [0, 0];
  for await (const piece of bytesOf(source)) {
    seen += piece.length;
    if (seen > FAR) break;
    if (pieces.length === 0 && isAscii(piece)) continue;
    pieces.push(Buffer.from(piece));
    size += piece.length;
    if (size >= length) break;
  }
  return Buffer.concat(pieces);
}

/** The lines that hold other bytes than ASCII, as many as are enough to tell, and which share of all they are. */
function foreignLines(bytes: Buffer): { sample: Buffer; share: number } {
  const lines: Buffer[] = [];
  let [size, count] = [0, 0];
  for (let at = 0; at < bytes.length && size < SAMPLE;) {
    const found = bytes.indexOf(10, at);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(at, Math.min(end, at + SAMPLE));
    count++;
    if (!isAscii(line)) {
      lines.push(line);
      size += line.length;
    }
    at = end;
  }
  return { sample: Buffer.concat(lines), share: lines.length / Math.max(count, 1) };
}

/** Whether at least half of the runs of foreign bytes are characters of UTF-8: others hardly look like it by chance. */
function isMostlyUtf8(sample: Buffer): boolean {
  const bytes = withoutBrokenEnd(sample);
  let [good, wrong] = [0, 0];
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    let isGood = true;
    while (at < bytes.length && bytes[at]! >= 0x80) {
      const length = utf8Length(bytes, at);
      isGood &&= length > 0;
      at += length || 1;
    }
    if (isGood) good++;
    else wrong++;
  }
  return good >= wrong;
}

interface Reading {
  readonly encoding: string;
  readonly text: string;
  readonly words: readonly JudgedWord[];
  /** The share of them that make sense. */
  readonly share: number;
}

function bestOf(sample: Buffer, isRare: boolean): string {
  const current = readingsOf(sample, (one) => !one.isOld);
  const words = Math.max(...current.map((one) => one.words.length));
  const sensible = (some: readonly Reading[]): Reading[] => some.filter(({ share }) => share >= SENSIBLE);
  const isKnown = sensible(current).length > 0 || words <= FEW;
  const readings = isKnown ? current : [...current, ...readingsOf(sample, (one) => one.isOld === true)];
  const [best, ...others] = withChardet(sample, sensible(readings)).sort((a, b) => b.share - a.share);
  const rivals = others.filter((one) => isRival(one, best!));
  const isSure = best !== undefined && rivals.length === 0;
  const isStray = words <= FEW && (!best || isRare);
  if (isSure && (!isStray || best.encoding === USUAL_ENCODING)) return best.encoding;
  if (isStray) return 'utf-8';
  throw unclear(best ? [best, ...rivals] : readings.toSorted((a, b) => b.share - a.share).slice(0, 6));
}

/** Whether another reading makes as much sense, of the words that it reads differently. */
function isRival(other: Reading, best: Reading): boolean {
  if (other.text === best.text) return false;
  if (other.words.length !== best.words.length) return other.share > best.share - LEAD;
  const differing = best.words.flatMap(({ word, isSensible }, index) => {
    const one = other.words[index]!;
    return one.word === word ? [] : [Number(isSensible) - Number(one.isSensible)];
  });
  return differing.reduce((sum, one) => sum + one, 0) < Math.max(1, differing.length / 10);
}

function readingsOf(sample: Buffer, isMeant: (candidate: Candidate) => boolean): Reading[] {
  return candidates.filter(isMeant).map(({ encoding, script, usual }) => {
    const text = iconv.decode(sample, encoding);
    const words = judgeWords(text, script);
    const share = words.filter(({ isSensible }) => isSensible).length / Math.max(words.length, 1);
    return { encoding, text, words, share: usual && usualShare(sample, usual) < USUAL ? 0 : share };
  });
}

/** Of texts in these languages; what is none of them hits the rare ones as often. */
const USUAL = 0.75;

function usualShare(sample: Buffer, usual: readonly (readonly [number, number])[]): number {
  let [often, all] = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at]!;
    if (byte < 0x80) continue;
    all++;
    if (usual.some(([from, to]) => byte >= from && byte <= to)) often++;
    at++;
  }
  return often / all;
}

/** Of those with thousands of characters, the ones that `chardet` does not find much rarer than another. */
function withChardet(sample: Buffer, readings: readonly Reading[]): Reading[] {
  const names = new Set(Object.values(counted));
  if (readings.filter(({ encoding }) => names.has(encoding)).length < 2) return [...readings];
  const confidence = new Map(
    chardet.analyse(sample).flatMap(({ name, confidence: sure }) => (counted[name] ? [[counted[name], sure] as const] : [])),
  );
  const most = Math.max(...readings.map(({ encoding }) => confidence.get(encoding) ?? 0));
  return readings.filter(({ encoding }) => !names.has(encoding) || (confidence.get(encoding) ?? 0) > most - 25);
}

/** The choices, each with a word as it would be read. */
const unclear = (readings: readonly Reading[]) =>
  fileFault('UNCLEAR_ENCODING', {
    encodings: readings.map(({ encoding }) => encoding),
    samples: readings.map(({ text, encoding }) => `${encoding}: ${(/\S*[^\0-\x7f]\S*/.exec(text)?.[0] ?? '').slice(0, 40)}`),
  });
