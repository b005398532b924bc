/** Marks the name or index of a list item among the keys of maps. */
export const ITEM = '\u0000';

/** `spec.template.spec.containers[app].image`; keys that are no words are quoted. */
export function pathText(keys: ReadonlyArray<string | number>): string {
  return keys.reduce<string>((path, key) => {
    const name = String(key);
    if (name.startsWith(ITEM) || typeof key === 'number') {
      return `${path}[${name.replaceAll(ITEM, '')}]`;
    }
    return /^[\w$-]+$/.test(name) ? `${path}${path === '' ? '' : '.'}${name}` : `${path}[${JSON.stringify(name)}]`;
  }, '');
}
