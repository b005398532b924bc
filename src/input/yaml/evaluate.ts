import { Alias, Document, isAlias, isMap, isScalar, isSeq, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { keyText, plainScalar, ScalarValue, taggedScalar } from './scalars';

/** Something wrong at a place of a document. */
export interface Issue {
  readonly rule: 'yaml-syntax' | 'yaml-duplicate-key' | 'yaml-limits';
  readonly message: string;
  readonly remedy: string;
  readonly offset: number;
}

/** What stops the reading of a document: Kubernetes would refuse it as well. */
export class Refusal extends Error {
  public constructor(public readonly issue: Issue) {
    super(issue.message);
  }
}

/** Deeper documents are made to harm. */
export const DEEPEST = 100;

const MERGE = '<<';

interface Anchored {
  readonly isMap: boolean;
  /** How many nodes it stands for, with all that its own aliases stand for. */
  size: number;
  value?: unknown;
  isDone: boolean;
}

/**
 * The value of a document as the decoder of Kubernetes gives it, in time that grows with the text: what an alias names is read once.
 * Where that decoder takes the later of two values silently, that is an issue.
 *
 * @throws Refusal where that decoder would give nothing at all
 */
export function evaluateDocument(document: Document.Parsed): { readonly value: unknown; readonly issues: readonly Issue[] } {
  const evaluation = new Evaluation();
  return { value: evaluation.valueOf(document.contents, 0), issues: evaluation.issues };
}

class Evaluation {
  public readonly issues: Issue[] = [];
  private readonly anchors = new Map<string, Anchored>();
  private nodes = 0;
  private repeated = 0;

  public valueOf(node: unknown, depth: number): unknown {
    if (depth > DEEPEST) {
      throw tooDeep(offsetOf(node));
    }
    this.nodes += 1;
    if (isAlias(node)) {
      return this.named(node).value;
    }
    const anchor = (node as Node & { anchor?: string } | null)?.anchor;
    if (anchor === undefined) {
      return this.contentOf(node, depth);
    }
    const before = this.nodes;
    const anchored: Anchored = { isMap: isMap(node), size: 0, isDone: false };
    this.anchors.set(anchor, anchored);
    const value = this.contentOf(node, depth);
    Object.assign(anchored, { value, size: this.nodes - before + 1, isDone: true });
    return value;
  }

  private contentOf(node: unknown, depth: number): unknown {
    if (isMap(node)) {
      return this.mapOf(node, depth);
    }
    if (isSeq(node)) {
      return (node as YAMLSeq).items.map((item) => this.valueOf(item, depth + 1));
    }
    const { kind, value } = isScalar(node) ? scalarOf(node) : plainScalar('');
    if (kind === 'float' && !Number.isFinite(value)) {
      throw refusal('JSON has no number such as .inf or .nan', 'write a finite number, or quote the text', node);
    }
    return value;
  }

  private named(alias: Alias): Anchored {
    const anchored = this.anchors.get(alias.source);
    if (!anchored) {
      throw refusal('an alias names an anchor that is not defined before it', 'define the anchor first, or write the value out', alias);
    }
    if (!anchored.isDone) {
      throw refusal('an anchor contains itself', 'write the value out', alias);
    }
    this.nodes += anchored.size;
    this.repeated += anchored.size;
    if (this.repeated > 100 && this.nodes > 1000 && this.repeated / this.nodes > allowedShare(this.nodes)) {
      throw new Refusal({ rule: 'yaml-limits', message: 'the aliases of the document grow without bound', remedy: 'write the values out', offset: 0 });
    }
    return anchored;
  }

  private mapOf({ items }: YAMLMap, depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const { key, value } of items as Pair[]) {
      if (isMerge(key)) {
        this.note(seen, MERGE, key);
        this.sourcesOf(value, depth).forEach((source) => Object.entries(source).forEach(([name, part]) => {
          // Merged after it, the other value wins in a cluster, and with most other readers this one does.
          seen.has(name) && this.issue(`the key ${cut(name)} is written before the merge that sets it again`, 'put the merge first in its map', key);
          put(result, name, part);
        }));
      } else {
        const name = this.keyOf(key, depth);
        this.note(seen, name, key);
        put(result, name, this.valueOf(value, depth + 1));
      }
    }
    return result;
  }

  private keyOf(key: unknown, depth: number): string {
    const value = isAlias(key) || !isScalar(key) ? this.valueOf(key, depth + 1) : undefined;
    const scalar = isScalar(key) ? (this.valueOf(key, depth + 1), scalarOf(key)) : scalarLike(value);
    const name = scalar && keyText(scalar);
    if (name === undefined) {
      throw refusal('a key is not text', 'write the key as text, in quotes where it looks like something else', key);
    }
    return name;
  }

  private note(seen: Set<string>, name: string, key: unknown): void {
    seen.has(name) && this.issue(`the key ${cut(name)} is written twice`, 'take one of the two out: the last one counts', key);
    seen.add(name);
  }

  /** The maps that are merged, the one that wins last. */
  private sourcesOf(value: unknown, depth: number): Array<Record<string, unknown>> {
    const sources = isSeq(value) ? [...(value as YAMLSeq).items].reverse() : [value];
    return sources.map((source) => {
      const isMapping = isAlias(source) ? this.anchors.get(source.source)?.isMap ?? true : isMap(source);
      if (!isMapping) {
        throw refusal('what is merged is not a map', 'merge a map, or a list of maps', source);
      }
      return this.valueOf(source, depth + 1) as Record<string, unknown>;
    });
  }

  private issue(message: string, remedy: string, at: unknown): void {
    this.issues.push({ rule: 'yaml-duplicate-key', message, remedy, offset: offsetOf(at) });
  }
}

/** The share of a document that aliases may stand for: 400,000 nodes in one way or another, as in go-yaml. */
function allowedShare(nodes: number): number {
  const [low, high] = [400_000, 4_000_000];
  return nodes <= low ? 0.99 : nodes >= high ? 0.1 : 0.99 - 0.89 * (nodes - low) / (high - low);
}

/** The value of a scalar by its tag, or by its text where it has no quotes. */
export function scalarOf(node: Scalar): ScalarValue {
  const text = node.source ?? String(node.value);
  const value = node.tag === undefined
    ? node.type === Scalar.PLAIN ? plainScalar(text) : { kind: 'string', value: text } as const
    : taggedScalar(node.tag, text);
  if (value === undefined) {
    throw refusal('a value does not have the type of its tag', 'take the tag away, or correct the value', node);
  }
  return value;
}

function scalarLike(value: unknown): ScalarValue | undefined {
  switch (typeof value) {
    case 'string': return { kind: 'string', value };
    case 'boolean': return { kind: 'bool', value };
    case 'number': return { kind: Number.isInteger(value) ? 'int' : 'float', value };
    default: return undefined;
  }
}

export function isMerge(key: unknown): boolean {
  return isScalar(key) && key.source === MERGE && (key.tag === undefined ? key.type === Scalar.PLAIN : key.tag === 'tag:yaml.org,2002:merge');
}

export const tooDeep = (offset: number) => new Refusal({
  rule: 'yaml-limits', message: `the document is nested deeper than ${DEEPEST} levels`, remedy: 'flatten it: no manifest is that deep', offset,
});

function refusal(message: string, remedy: string, at: unknown): Refusal {
  return new Refusal({ rule: 'yaml-syntax', message, remedy, offset: offsetOf(at) });
}

const offsetOf = (node: unknown) => (node as Node | null | undefined)?.range?.[0] ?? 0;

const cut = (name: string) => name.length > 60 ? `${name.slice(0, 60)}…` : name;

function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
