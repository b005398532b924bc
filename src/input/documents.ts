/** One YAML document of a text, and the line of the text at which it starts, from 0. */
export interface Chunk {
  readonly text: string;
  readonly line: number;
}

/**
 * The documents of a text. A line that starts with `---` starts a document wherever it stands, in YAML even in the middle
 * of a text block; so each document is parsed by itself, and one that is broken hides no other.
 */
export function splitDocuments(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  let start = 0;
  for (let line = 0; line <= lines.length; line++) {
    if (line === lines.length || (line > start && /^---(\s|$)/.test(lines[line]) && !isDirective(lines, start, line))) {
      const body = lines.slice(start, line);
      if (body.some((content) => !/^\s*(#.*)?$/.test(content) && !/^(---|\.\.\.)\s*(#.*)?$/.test(content))) {
        // The \r of the last line has lost its \n: the parser takes it for a sign of the value.
        chunks.push({ text: body.join('\n').replace(/\r$/, ''), line: start });
      }
      start = line;
    }
  }
  return chunks;
}

/** Directives such as `%YAML 1.2` belong to the document after the mark. */
function isDirective(lines: string[], start: number, end: number): boolean {
  return lines.slice(start, end).some((line) => line.startsWith('%')) && lines.slice(start, end).every((line) => /^(%.*|\s*(#.*)?)$/.test(line.trimEnd()));
}
