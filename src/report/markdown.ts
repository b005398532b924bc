/** Text from manifests within Markdown: it is never markup or a link, and notifies nobody. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_[\]|~#>]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\bwww\./gi, '$&\u200b');
}

/** Text in fixed width, also within a table. */
export function code(text: string): string {
  const line = oneLine(text).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const edge = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return line === '' ? '' : `${fence}${edge}${line}${edge}${fence}`;
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Commands, each with a comment, in a block that GitHub offers to copy. */
export function shell(commands: ReadonlyArray<readonly [command: string, comment: string]>): string {
  const widest = Math.max(0, ...commands.map(([command]) => command.length));
  return ['```sh', ...commands.map(([command, comment]) => `${oneLine(command).padEnd(widest)}  # ${oneLine(comment)}`), '```'].join('\n');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
