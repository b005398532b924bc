const MIDDLE = '…';

/** Cut in the middle: names of a release mostly differ at their end. */
export function cut(text: string, length: number): string {
  const signs = [...text];
  if (signs.length <= length) {
    return text;
  }
  const end = Math.floor((length - 1) / 2);
  return signs.slice(0, length - 1 - end).join('') + MIDDLE + signs.slice(-end).join('');
}

/** In at most two lines, broken behind a sign that parts words where there is one. */
export function twoLines(text: string, length: number): string[] {
  const signs = [...text];
  if (signs.length <= length) {
    return [text];
  }
  const breaks = signs.flatMap((sign, index) => /[-./_:, ]/.test(sign) && index + 1 <= length && index > 3 ? [index + 1] : []);
  const at = breaks[breaks.length - 1] ?? length;
  return [signs.slice(0, at).join(''), cut(signs.slice(at).join(''), length)];
}
