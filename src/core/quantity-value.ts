/** In units of one; the pattern is that of the API server. */
const SUFFIXES: Record<string, number> = {
  '': 1,
  'n': 1e-9,
  'u': 1e-6,
  'm': 1e-3,
  'k': 1e3,
  'M': 1e6,
  'G': 1e9,
  'T': 1e12,
  'P': 1e15,
  'E': 1e18,
  'Ki': 2 ** 10,
  'Mi': 2 ** 20,
  'Gi': 2 ** 30,
  'Ti': 2 ** 40,
  'Pi': 2 ** 50,
  'Ei': 2 ** 60,
};

/** The value of a Kubernetes quantity; nothing where it is none. */
export function quantityOf(value: unknown): number | undefined {
  const written = typeof value === 'number' ? String(value) : value;
  const match = typeof written === 'string' ? /^([+-]?(?:\d+\.?\d*|\.\d+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.exec(written) : null;
  if (!match) {
    return undefined;
  }
  const [, number, suffix = ''] = match;
  const factor = SUFFIXES[suffix] ?? 10 ** Number(suffix.slice(1));
  return Number(number) * factor;
}
