/** A text of several lines without the indentation that all have in common, nor blank lines around it. */
export function dedent(text: string): string {
  const lines = text.replace(/^\s*\n/, '').trimEnd().split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  return lines.map((line) => line.slice(Math.min(...widths))).join('\n');
}
