import { readFileSync } from 'node:fs';

/** A fenced block of a Markdown file. */
export interface Block {
  /** The comment on the line above the fence, without its brackets. */
  readonly mark?: string;
  /** What follows the opening fence, for instance `ts nofixture`. */
  readonly info: string;
  readonly code: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

export function blocksOf(file: string): Block[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const fences = lines.flatMap((text, index) => text.startsWith('```') ? [index] : []);
  return fences.flatMap((start, index) => index % 2 === 1 ? [] : [{
    mark: /^<!-- (.*) -->$/.exec(lines[start - 1] ?? '')?.[1],
    info: lines[start].slice(3),
    code: lines.slice(start + 1, fences[index + 1]).join('\n'),
    line: start + 1,
  }]);
}
