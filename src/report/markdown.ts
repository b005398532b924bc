import { printableText } from './printable';

/** Longer texts of manifests tell a reader nothing. */
const LONGEST = 1_000;
const LONGEST_CODE = 300;

/** Stops GitHub from making links and mentions of what stands around it. */
const BREAK = '\u200b';

/** Text from manifests within Markdown: it is never markup or a link, and notifies nobody. */
export function plain(text: string): string {
  return inert(cut(oneLine(printableText(text)), LONGEST)
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_[\]|~#>$!]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&'));
}

/** Without what GitHub makes links and mentions of by itself, also of text within HTML. */
function inert(text: string): string {
  return text
    .replace(/@/g, `@${BREAK}`)
    .replace(/#(?=\d)/g, `#${BREAK}`)
    .replace(/\bGH-(?=\d)/gi, `GH${BREAK}-`)
    .replace(/:\/\//g, `:${BREAK}//`)
    .replace(/www\./gi, (prefix) => `${prefix.slice(0, 3)}${BREAK}.`);
}

/** Text in fixed width, also within a table, whose cells end at each `|`. */
export function code(text: string): string {
  return cut(oneLine(printableText(text)), LONGEST_CODE).split('|').map(span).join('&#124;');
}

function span(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const edge = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return text.trim() === '' ? text : `${fence}${edge}${text}${edge}${fence}`;
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** A command in a block that GitHub offers to copy. One command a block: two would be pasted, and run, together. */
export function shell(command: string): string {
  return `\`\`\`sh\n${oneLine(printableText(command))}\n\`\`\``;
}

/** A part that is folded, or can be; the title is text. */
export function folded(title: string, content: string, isOpen: boolean = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${htmlText(title)}</summary>\n\n${content}\n\n</details>`;
}

/** Text within HTML, where Markdown's signs say nothing. */
function htmlText(text: string): string {
  return inert(cut(oneLine(printableText(text)), LONGEST).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Before anything is quoted: half of a quotation is none. */
function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
