import { Manifest } from './manifest';

/** A value of a manifest and where it stands. Manifests come from anybody: nothing is taken for granted of their shape. */
export interface Located {
  readonly value: any;
  readonly path: string;
}

export function isRecord(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The map, or an empty one where something else is written. */
export function record(value: unknown): Manifest {
  return isRecord(value) ? value : {};
}

/** The list, or an empty one where something else is written. */
export function list(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

/** The text, or an empty one where something else is written. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The number, or another one where something else is written. */
export function number(value: unknown, otherwise: number = 0): number {
  return typeof value === 'number' ? value : otherwise;
}

/** Whether a field is given; null is the same as left out. */
export function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The items of a list that are maps, each with its path. */
export function items(value: unknown, path: string): Located[] {
  return list(value).map((item, index) => ({ value: item, path: `${path}[${index}]` })).filter((item) => isRecord(item.value));
}

/** The value at keys, or nothing where the way is no map. */
export function at(value: unknown, ...keys: string[]): any {
  const has = (parent: unknown, key: string): parent is Manifest => isRecord(parent) && Object.prototype.hasOwnProperty.call(parent, key);
  return keys.reduce<unknown>((parent, key) => has(parent, key) ? parent[key] : undefined, value);
}

/** The value at a path as findings have it, such as `spec.http[0].match`. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).filter((key) => key !== '').reduce<unknown>((parent, key) => Array.isArray(parent) ? parent[Number(key)] : at(parent, key), value);
}

/** The places at which a value comes again, without its first. */
export function repeats(values: Located[]): Located[] {
  const seen = new Set<unknown>();
  return values.filter(({ value }) => seen.has(value) || !seen.add(value));
}

/** A value as messages show it. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing';
}

/** `Kind name`, as messages name another object. */
export function nameOf(manifest: Manifest): string {
  return `${text(manifest.kind)} ${shown(at(manifest, 'metadata', 'name'))}`;
}

export function namespaceOf(manifest: Manifest): string | undefined {
  return text(at(manifest, 'metadata', 'namespace')) || undefined;
}
