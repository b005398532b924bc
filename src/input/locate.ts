import { Document, isAlias, isMap, isScalar, isSeq, Node, Pair, ParsedNode } from 'yaml';

/** A place in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The offset of a field, or of the nearest one above it that is there. */
export function locate(document: Document.Parsed, path: string): number {
  let node: unknown = document.contents;
  let offset = (node as ParsedNode | null)?.range?.[0] ?? 0;
  for (const key of keysOf(path)) {
    const parent: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(parent)) {
      const pair = (parent.items as Pair[]).find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!pair) {
        return offset;
      }
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(parent) && parent.items[Number(key)]) {
      node = parent.items[Number(key)];
      offset = (node as Node).range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

/** `spec.steps[0]["a.b"]` as its keys. */
export function keysOf(path: string): string[] {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, name]) => quoted ?? index ?? name);
}
