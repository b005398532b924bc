/**
 * Whether all that a template says is said by another one too, as kubectl compares them: it takes an undo to a template that says more
 * for one to the same.
 */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null || part === '') {
    return true;
  }
  if (Array.isArray(part)) {
    return part.length === 0 || (Array.isArray(whole) && part.length <= whole.length && part.every((item, index) => isPartOf(item, whole[index])));
  }
  if (!isObject(part)) {
    return part === whole;
  }
  const keys = Object.keys(part);
  return keys.length === 0 || (isObject(whole) && keys.every((key) => key in whole && isPartOf(part[key], whole[key])));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
