/** `text/csv; charset=utf-8` → `text/csv`; null for what is no content type. */
export function essenceOf(contentType: string | undefined): string | null {
  const essence = (contentType ?? '').split(';')[0]!.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}$/.test(essence) ? essence : null;
}

/** So many bytes tell most types. */
export const HEAD_BYTES = 512;

const starts = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
const says = (head: Buffer, text: string, at = 0): boolean => head.toString('latin1', at, at + text.length) === text;

const isZip = (head: Buffer): boolean => starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06);

const signatures: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'application/gzip': (head) => starts(head, 0x1f, 0x8b),
  'application/pdf': (head) => says(head, '%PDF-'),
  'application/vnd.oasis.opendocument.spreadsheet': isZip,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': isZip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': isZip,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isZip,
  'application/zip': isZip,
  'image/gif': (head) => says(head, 'GIF8'),
  'image/jpeg': (head) => starts(head, 0xff, 0xd8, 0xff),
  'image/png': (head) => starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  'image/webp': (head) => says(head, 'RIFF') && says(head, 'WEBP', 8),
};

const isOle = (head: Buffer): boolean => starts(head, 0xd0, 0xcf, 0x11, 0xe0);
const isUtf16 = (head: Buffer): boolean => starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff);
const isText = (essence: string): boolean => essence.startsWith('text/') || /^application\/(json|x-ndjson)$/.test(essence);

/** Whether content that begins so can be of the type; true where nothing speaks against it. */
export function canBe(essence: string, head: Buffer): boolean {
  const signature = signatures[essence];
  if (signature) return signature(head);
  if (!isText(essence)) return true;
  if (isOle(head) || Object.values(signatures).some((is) => is(head))) return false;
  return isUtf16(head) || !head.includes(0) || hasUtf16Rhythm(head);
}

/** UTF-16 without a mark: of Latin text every other byte is 0. */
function hasUtf16Rhythm(head: Buffer): boolean {
  const zeros = [0, 0];
  head.forEach((byte, at) => (zeros[at % 2]! += byte === 0 ? 1 : 0));
  return Math.min(...zeros) === 0 && Math.max(...zeros) > head.length / 4;
}
