const UNIT_MS: Record<string, number> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 3.6e6 };

/** The milliseconds of a Go duration such as `1h30m`; nothing where it is none. */
export function goDurationMs(value: unknown): number | undefined {
  if (value === '0') {
    return 0;
  }
  const match = typeof value === 'string' ? /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+)$/.exec(value) : null;
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
