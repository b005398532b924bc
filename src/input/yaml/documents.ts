/** One YAML document of a text, and the line of the text at which it starts, from 0. */
export interface Chunk {
  readonly text: string;
  readonly line: number;
}

/** Kubernetes takes comments after the mark, with or without a space before them. */
const MARK = /^---([ \t#]|$)/;
const EMPTY = /^((---|\.\.\.)[ \t]*(#.*)?|\s*(#.*)?)$/;
const DIRECTIVE = /^%/;
/** Lines end in these ways too in YAML 1.1, which Kubernetes reads. */
const OTHER_BREAKS = /[\r\u0085\u2028\u2029]/g;

/**
 * The documents of a text. A line that starts with `---` starts a document wherever it stands, in YAML even in the middle
 * of a text block; so each document is parsed by itself, and one that is broken hides no other.
 */
export function splitDocuments(text: string): Chunk[] {
  return cut(text.includes('\r') ? text.replace(/\r\n/g, '\n') : text, 0).flatMap((chunk) => {
    if (chunk.text.search(OTHER_BREAKS) < 0) {
      return chunk;
    }
    return isJson(chunk.text)
      ? { ...chunk, text: chunk.text.replace(OTHER_BREAKS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`) }
      : cut(chunk.text.replace(OTHER_BREAKS, '\n'), chunk.line);
  });
}

function cut(text: string, first: number): Chunk[] {
  const chunks: Chunk[] = [];
  const lines = text.split('\n');
  let start = 0;
  for (let line = 0; line <= lines.length; line++) {
    if (line === lines.length || (line > start && MARK.test(lines[line]) && !isDirective(lines, start, line))) {
      const body = withPlainHead(lines.slice(start, line));
      if (body.some((content) => !EMPTY.test(content))) {
        chunks.push({ text: body.join('\n'), line: first + start });
      }
      start = line;
    }
  }
  return chunks;
}

/** Directives such as `%YAML 1.2` belong to the document after the mark. */
function isDirective(lines: string[], start: number, end: number): boolean {
  const before = lines.slice(start, end);
  const isMade = (...of: RegExp[]) => before.every((line) => of.some((pattern) => pattern.test(line)));
  return before.some((line) => DIRECTIVE.test(line)) && isMade(DIRECTIVE, EMPTY) && !before.some((line) => MARK.test(line));
}

/** A document may begin with a byte order mark, as a file may: streams are made of files. The parser wants a space before a comment. */
function withPlainHead(lines: string[]): string[] {
  const at = MARK.test(lines[0]) && lines.length > 1 ? 1 : 0;
  const plain = (line: string, index: number) => index === at ? line.replace(/^\uFEFF/, '') : line.replace(/^---#/, '--- #');
  return [...lines.slice(0, at + 1).map(plain), ...lines.slice(at + 1)];
}

/** In texts of JSON such signs end no line. */
function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text.replace(/^---.*\n/, '')) === 'object';
  } catch {
    return false;
  }
}
