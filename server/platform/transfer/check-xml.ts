/** Rows that a spreadsheet can have, blank ones too. */
const MAX_ROWS = 1_048_576;
/** Bytes of one tag, and of the text between two tags. Spreadsheets hold far less; the reader's time grows with their square. */
const MAX_TAG = 64_000;
const MAX_TEXT = 2_000_000;
/** Tags that begin inside others, as in comments. */
const MAX_STRAY = 1_000;

const [LESS, GREATER] = [0x3c, 0x3e];
/** `row`, after `<`. */
const isRow = (bytes: Buffer, at: number): boolean => bytes[at] === 0x72 && bytes[at + 1] === 0x6f && bytes[at + 2] === 0x77;

/** What makes an XML file of a spreadsheet one that would take long to read; null where nothing does. */
export function checkXml(bytes: Buffer): 'DAMAGED' | 'FILE_TOO_LARGE' | 'TOO_MANY_ROWS' | null {
  let [last, isTag, stray, rows] = [0, false, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== LESS && byte !== GREATER) continue;
    if (at - last > (isTag ? MAX_TAG : MAX_TEXT)) return isTag ? 'DAMAGED' : 'FILE_TOO_LARGE';
    last = at;
    if (byte === GREATER) {
      isTag = false;
      continue;
    }
    if (isTag && ++stray > MAX_STRAY) return 'DAMAGED';
    isTag = true;
    if (isRow(bytes, at + 1) && ++rows > MAX_ROWS) return 'TOO_MANY_ROWS';
  }
  if (bytes.length - last > (isTag ? MAX_TAG : MAX_TEXT)) return isTag ? 'DAMAGED' : 'FILE_TOO_LARGE';
  return null;
}
