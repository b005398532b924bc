import { cellsOf, wrapped } from './cells';

/** What a row is about, which may be empty, and its text; a command stays in one line, to be copied. */
export type Row = readonly [label: string, text: string, isCommand?: true];

export const LABEL = 12;
const NARROWEST = 20;

/** Labels and texts in two columns behind an indent; what is too long for the width goes on below its own beginning. */
export function columns(rows: readonly Row[], indent: string, width: number): string[] {
  return rows.flatMap(([label, text, isCommand]) => {
    const head = `${indent}${label}${' '.repeat(Math.max(1, LABEL - cellsOf(label)))}`;
    return isCommand ? [`${head}${text}`] : lines(head, `${indent}${' '.repeat(LABEL)}`, text, width);
  });
}

/** A text behind an indent, in as many lines as it takes. */
export function paragraph(text: string, indent: string, width: number): string[] {
  return lines(indent, indent, text, width);
}

/** A text behind a head, with another one before the lines that it takes below. */
export function lines(head: string, below: string, text: string, width: number): string[] {
  const [first, ...others] = wrapped(text, Math.max(NARROWEST, width - cellsOf(head)));
  return [`${head}${first}`, ...others.map((line) => `${below}${line}`)].map((line) => line.trimEnd());
}
