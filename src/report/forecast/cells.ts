import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Signs that take one cell each. Most texts have no others, and looking for emoji and escapes in them would take longer than the rest of a report. */
const NARROW = /^[ -~→─│├└█░]*$/;

/** How many cells of a terminal a text takes. */
export function cellsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** A text in lines of so many cells at most. */
export function wrapped(text: string, most: number): string[] {
  const fits = text.length <= most && NARROW.test(text);
  return fits ? [text.trim()] : wrapAnsi(text, most, { hard: true }).split('\n');
}
