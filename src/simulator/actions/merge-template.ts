import { Manifest } from '../../core/manifest';

/** Puts changes into a template, as kubectl does: null removes, and list items with a name are found by it. */
export function mergeTemplate(template: Manifest, changes: Manifest): Manifest {
  const merged = { ...template };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = mergeValue(template[key], value);
    }
  }
  return merged;
}

function mergeValue(before: unknown, after: unknown): unknown {
  if (isNamedList(before) && isNamedList(after)) {
    const kept = before.map((item) => mergeTemplate(item, after.find(({ name }) => name === item.name) ?? {}));
    return [...kept, ...after.filter(({ name }) => !before.some((item) => item.name === name))];
  }
  return isObject(before) && isObject(after) ? mergeTemplate(before, after) : after;
}

function isObject(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNamedList(value: unknown): value is Manifest[] {
  return Array.isArray(value) && value.every((item) => isObject(item) && typeof item.name === 'string');
}
