const UTF16_BE = Buffer.from([0xFE, 0xFF]);
const UTF16_LE = Buffer.from([0xFF, 0xFE]);

/** Bytes that are no text. */
export class BinaryError extends Error {}

/**
 * The text of a file as Kubernetes decodes it: documents one by one, each in UTF-8, or in UTF-16 where it begins with the mark of that.
 *
 * @throws BinaryError where it holds NUL characters, which no text has
 */
export function decodeText(bytes: Buffer): string {
  // In UTF-8 no byte of these marks occurs at all.
  const isUtf16 = bytes.includes(0xFE) && bytes.includes(0xFF);
  const text = isUtf16 ? documentsOf(bytes).map(decodeDocument).join('') : bytes.toString('utf8');
  if (text.includes('\0')) {
    throw new BinaryError('is not a text file');
  }
  return text;
}

function decodeDocument(bytes: Buffer): string {
  const [mark, body] = [bytes.subarray(0, 2), bytes.subarray(2, bytes.length - bytes.length % 2)];
  if (mark.equals(UTF16_LE)) {
    return withEnd(body.toString('utf16le'));
  }
  return mark.equals(UTF16_BE) ? withEnd(Buffer.from(body).swap16().toString('utf16le')) : bytes.toString('utf8');
}

/** The mark of the next document stands on a line of its own. */
const withEnd = (text: string) => text.endsWith('\n') ? text : `${text}\n`;

/** The documents and the lines between them, cut where a line of bytes begins with `---`. */
function documentsOf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let line = 0; line < bytes.length;) {
    const end = bytes.indexOf(0x0A, line);
    const next = end < 0 ? bytes.length : end + 1;
    if (bytes.toString('latin1', line, line + 3) === '---') {
      parts.push(bytes.subarray(start, line), bytes.subarray(line, next));
      start = next;
    }
    line = next;
  }
  return [...parts, bytes.subarray(start)];
}
