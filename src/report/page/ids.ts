/** A name that may stand in an address: other signs than letters, digits, `.`, `_`, `/` and `-` are lost. */
function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9._/-]+/g, '-').slice(0, 120) || 'release';
}

/** One id for each, in order; equal names are numbered. */
export function uniqueIds(named: ReadonlyArray<{ readonly name: string; readonly namespace?: string }>): string[] {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return named.map(({ name, namespace }) => {
    const base = slug(namespace ? `${namespace}/${name}` : name);
    let id = base;
    let count = counts.get(base) ?? 1;
    while (used.has(id)) {
      count += 1;
      id = `${base}~${count}`;
    }
    counts.set(base, count);
    used.add(id);
    return id;
  });
}
