import { isKubernetesObject } from './kubernetes-object';
import { Source } from './source';
import { splitDocuments } from './yaml/documents';
import { Place } from './yaml/locate';
import { readDocument, TextProblem } from './yaml/read-document';
import { Manifest } from '../core/manifest';
import { isRecord } from '../core/read';

/** Where a manifest was read. */
export interface Origin {
  readonly file: string;
  readonly placeOf: (path: string) => Place;
}

/** What was read: manifests with their origins, and what was wrong with the texts. */
export interface Input {
  readonly manifests: Manifest[];
  readonly origins: Map<Manifest, Origin>;
  readonly problems: Array<TextProblem & { readonly file: string }>;
}

/** Reads the objects of some texts. What is no object of Kubernetes is left out: folders hold values and charts too. */
export function readManifests(sources: Iterable<Source>): Input {
  const input: Input = { manifests: [], origins: new Map(), problems: [] };
  for (const { file, text } of sources) {
    for (const chunk of splitDocuments(text)) {
      const { value, problems, placeOf } = readDocument(chunk);
      input.problems.push(...problems.map((problem) => ({ ...problem, file })));
      for (const [manifest, prefix] of objectsOf(value, '')) {
        input.manifests.push(manifest);
        input.origins.set(manifest, { file, placeOf: (path) => placeOf(path.startsWith('[') ? prefix + path : [prefix, path].filter(Boolean).join('.')) });
      }
    }
  }
  return input;
}

/**
 * The object, or those of a list such as `kubectl get -o yaml` prints. As in Kubernetes' decoder, any object with items is a list,
 * and items without a kind take that of the list.
 */
function objectsOf(value: unknown, prefix: string): Array<[Manifest, string]> {
  if (Array.isArray(value) && prefix === '') {
    return value.flatMap((item, index) => objectsOf(item, `[${index}]`));
  }
  if (!isKubernetesObject(value)) {
    return [];
  }
  const { apiVersion, kind, items } = value;
  if (!Array.isArray(items)) {
    return [[value, prefix]];
  }
  const inherited = { apiVersion, kind: kind.replace(/List$/, '') };
  const inside = items.flatMap((item, index) => {
    const isTyped = isRecord(item) && (item.kind || item.apiVersion);
    return objectsOf(isTyped || !isRecord(item) ? item : { ...item, ...inherited }, `${prefix}${prefix === '' ? '' : '.'}items[${index}]`);
  });
  return kind.endsWith('List') ? inside : [[value, prefix], ...inside];
}
