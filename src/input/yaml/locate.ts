import { Document, isAlias, isCollection, isMap, isPair, isScalar, isSeq, Node, Pair, ParsedNode, YAMLMap } from 'yaml';
import { scalarOf } from './evaluate';
import { keyText } from './scalars';

/** A place in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds fields in one document. What it has looked up it keeps: many findings may be of one document. */
export class Locator {
  private readonly indexes = new Map<YAMLMap, Map<string, Pair>>();
  private readonly targets = new Map<Node, Node | undefined>();

  public constructor(private readonly document: Document.Parsed) {
    this.follow(document.contents, new Map());
  }

  /** The offset of a field, or of the nearest one above it that is there. */
  public offsetOf(path: string): number {
    let node: unknown = this.document.contents;
    let offset = (node as ParsedNode | null)?.range?.[0] ?? 0;
    for (const key of keysOf(path)) {
      const parent = isAlias(node) ? this.targets.get(node) : node;
      if (isMap(parent)) {
        const pair = this.indexOf(parent).get(key);
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

  private indexOf(map: YAMLMap): Map<string, Pair> {
    const known = this.indexes.get(map);
    if (known) {
      return known;
    }
    const index = new Map((map.items as Pair[]).flatMap((pair): Array<[string, Pair]> => {
      const name = isScalar(pair.key) ? keyText(scalarOf(pair.key)) : undefined;
      return name === undefined ? [] : [[name, pair]];
    }));
    this.indexes.set(map, index);
    return index;
  }

  /** An alias names the last anchor of its name before it. */
  private follow(node: unknown, anchors: Map<string, Node>): void {
    if (isPair(node)) {
      this.follow(node.key, anchors);
      this.follow(node.value, anchors);
    } else if (isAlias(node)) {
      this.targets.set(node, anchors.get(node.source));
    } else if (node) {
      const { anchor } = node as Node & { anchor?: string };
      anchor !== undefined && anchors.set(anchor, node as Node);
      isCollection(node) && node.items.forEach((item) => this.follow(item, anchors));
    }
  }
}

/** `spec.steps[0]["a.b"]` as its keys. */
export function keysOf(path: string): string[] {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, name]) => quoted ?? index ?? name);
}
