const UNIT_SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600 };
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h)/g;

/** Seconds of a number, of digits, or of a Go duration such as `1h30m`; nothing of anything else. */
export function parseSeconds(value: unknown): number | undefined {
  const text = String(value ?? '');
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  const parts = [...text.matchAll(PART)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    return undefined;
  }
  return Math.floor(parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNIT_SECONDS[unit], 0));
}
