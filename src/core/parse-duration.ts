const UNIT_MS: Record<string, number> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 3.6e6 };

/** No duration that a controller accepts is longer. */
const LONGEST = 64;

/** The milliseconds of a Go duration such as `1h30m`; nothing of any other value. */
export function goDurationMs(value: unknown): number | undefined {
  if (value === '0') {
    return 0;
  }
  const match = typeof value === 'string' && value.length <= LONGEST ? /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+)$/.exec(value) : null;
  if (!match) {
    return undefined;
  }
  const parts = [...match[2].matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)];
  const sum = parts.reduce((total, [, number, unit]) => total + Number(number) * UNIT_MS[unit], 0);
  return match[1] === '-' ? -sum : sum;
}

export function isGoDuration(value: unknown): boolean {
  return goDurationMs(value) !== undefined;
}

/** The whole seconds of a duration: a number of seconds, digits alone, or a Go duration; nothing of any other value. */
export function durationSeconds(value: unknown): number | undefined {
  const text = String(value ?? '');
  if (text.length <= LONGEST && /^\+?\d+$/.test(text)) {
    return Number(text);
  }
  const ms = goDurationMs(value);
  return ms === undefined ? undefined : Math.trunc(ms / 1000);
}
