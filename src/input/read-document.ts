import { isAlias, isCollection, isMap, isPair, isScalar, Node, parseDocument, Document } from 'yaml';
import { Chunk } from './documents';
import { isKubernetesObject } from './kubernetes-object';
import { locate, Place } from './locate';

/** Something wrong with the text itself. */
export interface TextProblem {
  readonly rule: 'yaml-syntax' | 'yaml-duplicate-key' | 'yaml-list' | 'yaml-limits';
  readonly message: string;
  readonly remedy: string;
  /** From 1, within the file. */
  readonly line: number;
  readonly column: number;
}

/** What a document holds, as far as it could be read. */
export interface ReadDocument {
  readonly value: unknown;
  readonly problems: TextProblem[];
  /** The place of a field, as findings name it: `spec.steps[0]`; of the nearest one above where it is missing. */
  readonly placeOf: (path: string) => Place;
}

/** An object larger than that is in no cluster, and deeper ones are made to harm. */
const LONGEST = 4 * 2 ** 20;
const DEEPEST = 100;
const MOST_ALIASES = 100;

export function readDocument(chunk: Chunk): ReadDocument {
  const start = { line: chunk.line + 1, column: 1 };
  if (chunk.text.length > LONGEST) {
    return broken('yaml-limits', `the document is longer than ${LONGEST / 2 ** 20} MiB`, 'split it: the API server takes no object of that size', start);
  }
  try {
    return parse(chunk);
  } catch {
    // The parser goes down by calling itself, and so do all who walk what it gives.
    return broken('yaml-limits', `the document is nested deeper than ${DEEPEST} levels`, 'flatten it: no manifest is that deep', start);
  }
}

const parseChunk = ({ text }: Chunk) => parseDocument(text, { uniqueKeys: false, merge: true, prettyErrors: false, logLevel: 'silent' });

/** The document of the last place that was asked for: findings come object by object. */
let last: { readonly chunk: Chunk; readonly document: Document.Parsed } | undefined;

/** Parsed once more: to keep the trees of all documents would take many times the memory of their texts. */
function placeOf(chunk: Chunk, path: string): Place {
  last = last?.chunk === chunk ? last : { chunk, document: parseChunk(chunk) };
  return placeAt(chunk, locate(last.document, path));
}

function parse(chunk: Chunk): ReadDocument {
  const document = parseChunk(chunk);
  const [error] = document.errors;
  if (error && /call stack/.test(error.message)) {
    throw new RangeError(error.message);
  }
  if (error) {
    const remedy = chunk.text.includes('{{') ? 'render the template first, as in `helm template . | cdk8s-rollouts … -`' : 'correct the YAML';
    return broken('yaml-syntax', oneLine(error.message), remedy, placeAt(chunk, error.pos[0]));
  }
  const problems = problemsOf(document, chunk);
  const value = valueOf(document);
  return { value, problems: [...problems, ...listProblems(value, placeAt(chunk, locate(document, '')))], placeOf: (path) => placeOf(chunk, path) };
}

/** Of other lists, such as patches or what tools keep in JSON, nothing is wrong. */
function listProblems(value: unknown, place: Place): TextProblem[] {
  return Array.isArray(value) && value.some(isKubernetesObject)
    ? [{ rule: 'yaml-list', message: 'the document is a list of objects', remedy: 'write each as a document of its own, or all as the items of a `kind: List`', ...place }]
    : [];
}

function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return undefined;
  }
}

function problemsOf(document: Document.Parsed, chunk: Chunk): TextProblem[] {
  const problems: TextProblem[] = [];
  let aliases = 0;
  visit(document.contents, 0, (node) => {
    aliases += isAlias(node) ? 1 : 0;
    if (isMap(node)) {
      const seen = new Set<unknown>();
      for (const { key } of node.items) {
        const name = isScalar(key) ? key.value : undefined;
        if (seen.has(name) && name !== undefined && name !== '<<') {
          problems.push({
            rule: 'yaml-duplicate-key',
            message: `the key ${String(name)} is written twice`,
            remedy: 'take one of the two out: the last one counts',
            ...placeAt(chunk, (key as unknown as Node).range?.[0] ?? 0),
          });
        }
        seen.add(name);
      }
    }
  });
  if (aliases > 0 && valueOf(document) === undefined) {
    problems.push({ rule: 'yaml-limits', message: 'the aliases of the document grow without bound', remedy: 'write it out', ...placeAt(chunk, 0) });
  }
  return problems;
}

function visit(node: unknown, depth: number, see: (node: Node) => void): void {
  if (depth > DEEPEST) {
    throw new RangeError('too deep');
  }
  if (isPair(node)) {
    visit(node.value, depth, see);
  } else if (node) {
    see(node as Node);
    if (isCollection(node)) {
      node.items.forEach((item) => visit(item, depth + 1, see));
    }
  }
}

function broken(rule: TextProblem['rule'], message: string, remedy: string, place: Place): ReadDocument {
  return { value: undefined, problems: [{ rule, message, remedy, ...place }], placeOf: () => place };
}

export function placeAt({ text, line }: Chunk, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: line + before.length, column: before[before.length - 1].length + 1 };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
