/** A parsed Kubernetes object, as JSON. */
export type Manifest = Record<string, any>;

/** Drops the keys without a value, so that rendered objects hold only what is set. */
export function compact<T extends object>(object: T): T {
  const result = {} as T;
  for (const key of Object.keys(object) as Array<keyof T>) {
    if (object[key] !== undefined) {
      result[key] = object[key];
    }
  }
  return result;
}

/** An empty list or map is the same as none to the API server; Git should not hold it. */
export function unlessEmpty<T>(value: T | undefined): T | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const size = Array.isArray(value) ? value.length : Object.keys(value as object).length;
  return size === 0 ? undefined : value;
}
