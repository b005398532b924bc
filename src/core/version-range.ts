/** Whether a release, as in `1.10.1` or `v1.8`, is within a range, as in `<1.9.1` or `>=1.7.0`. A release candidate counts as its release. */
export function isWithin(version: string, range: string): boolean {
  const match = /^(<|>=)(\d+(?:\.\d+)*)$/.exec(range);
  if (!match) {
    throw new Error(`range-form: is no range of releases, got ${range}; write <1.9.1 or >=1.7.0`);
  }
  const below = compare(version, match[2]) < 0;
  return match[1] === '<' ? below : !below;
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.replace(/^v/, '').split(/[.+-]/).map((part) => parseInt(part, 10) || 0));
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
