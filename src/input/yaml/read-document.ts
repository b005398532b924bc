import { Document, isCollection, isPair, parseDocument } from 'yaml';
import { Chunk } from './documents';
import { DEEPEST, evaluateDocument, Issue, Refusal, tooDeep } from './evaluate';
import { Locator, Place } from './locate';
import { forbiddenSign, syntaxMessage } from './syntax';
import { isKubernetesObject } from '../kubernetes-object';

/** Something wrong with the text itself. */
export interface TextProblem {
  readonly rule: 'yaml-list' | Issue['rule'];
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

/** An object larger than that is in no cluster. */
const LONGEST = 4 * 2 ** 20;
/** Nobody reads more of one document. */
const MOST_ISSUES = 20;

export function readDocument(chunk: Chunk): ReadDocument {
  if (chunk.text.length > LONGEST) {
    return broken(chunk, {
      rule: 'yaml-limits', message: `the document is longer than ${LONGEST / 2 ** 20} MiB`, remedy: 'split it: the API server takes no object of that size', offset: 0,
    });
  }
  const forbidden = forbiddenSign(chunk);
  if (forbidden !== undefined) {
    return broken(chunk, { rule: 'yaml-syntax', message: 'a character is not allowed in YAML', remedy: 'take it out, or write it as an escape sequence in quotes', offset: forbidden });
  }
  try {
    return parse(chunk);
  } catch (error) {
    // The parser goes down by calling itself: what is no refusal is a stack that is full.
    return broken(chunk, error instanceof Refusal ? error.issue : tooDeep(0).issue);
  }
}

// Values are found as Kubernetes finds them, so the parser is not to find any.
const parseChunk = ({ text }: Chunk) => parseDocument(text, {
  schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, strict: true, prettyErrors: false, logLevel: 'error',
});

function parse(chunk: Chunk): ReadDocument {
  const document = parseChunk(chunk);
  const [error] = document.errors;
  if (error && /call stack/.test(error.message)) {
    throw new RangeError(error.message);
  }
  if (error) {
    const remedy = chunk.text.includes('{{') ? 'render the template first, as in `helm template . | cdk8s-rollouts … -`' : 'correct the YAML';
    return broken(chunk, { rule: 'yaml-syntax', message: syntaxMessage(error), remedy, offset: error.pos[0] });
  }
  checkDepth(document.contents, 0);
  const { value, issues } = evaluateDocument(document);
  return { value, problems: [...problemsOf(issues, chunk), ...listProblems(value, chunk, document)], placeOf: (path) => placeOf(chunk, path) };
}

/** Before anything walks down the document. */
function checkDepth(node: unknown, depth: number): void {
  if (depth > DEEPEST) {
    throw tooDeep(0);
  }
  if (isPair(node)) {
    checkDepth(node.key, depth);
    checkDepth(node.value, depth);
  } else if (isCollection(node)) {
    node.items.forEach((item) => checkDepth(item, depth + 1));
  }
}

function problemsOf(issues: readonly Issue[], chunk: Chunk): TextProblem[] {
  const starts = issues.length === 0 ? [] : lineStarts(chunk);
  const shown = issues.slice(0, MOST_ISSUES).map((issue) => problemOf(issue, chunk, starts));
  const more = issues.length - shown.length;
  return more > 0 ? [...shown.slice(0, -1), { ...shown[shown.length - 1], message: `${shown[shown.length - 1].message}, and ${more} more keys` }] : shown;
}

/** Of other lists, such as patches or what tools keep in JSON, nothing is wrong. */
function listProblems(value: unknown, chunk: Chunk, document: Document.Parsed): TextProblem[] {
  return Array.isArray(value) && value.some(isKubernetesObject)
    ? [{
      rule: 'yaml-list',
      message: 'the document is a list of objects',
      remedy: 'write each as a document of its own, or all as the items of a `kind: List`',
      ...placeAt(chunk, lineStarts(chunk), document.contents?.range?.[0] ?? 0),
    }]
    : [];
}

function broken(chunk: Chunk, issue: Issue): ReadDocument {
  const problem = problemOf(issue, chunk, lineStarts(chunk));
  return { value: undefined, problems: [problem], placeOf: () => ({ line: problem.line, column: problem.column }) };
}

function problemOf({ offset, ...issue }: Issue, chunk: Chunk, starts: readonly number[]): TextProblem {
  return { ...issue, ...placeAt(chunk, starts, offset) };
}

/** The document of the last place that was asked for: findings come object by object. */
let last: { readonly chunk: Chunk; readonly locator: Locator; readonly starts: readonly number[] } | undefined;

/** Parsed once more: to keep the trees of all documents would take many times the memory of their texts. */
function placeOf(chunk: Chunk, path: string): Place {
  last = last?.chunk === chunk ? last : { chunk, locator: new Locator(parseChunk(chunk)), starts: lineStarts(chunk) };
  return placeAt(chunk, last.starts, last.locator.offsetOf(path));
}

function lineStarts({ text }: Chunk): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

/** The last line that does not start after the offset. */
function placeAt({ line }: Chunk, starts: readonly number[], offset: number): Place {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    [low, high] = starts[middle] <= offset ? [middle, high] : [low, middle - 1];
  }
  return { line: line + low + 1, column: offset - starts[low] + 1 };
}
