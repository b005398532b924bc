import { splitDocuments } from './documents';
import { isKubernetesObject } from './kubernetes-object';
import { Place } from './locate';
import { readDocument, TextProblem } from './read-document';
import { Source } from './source';
import { Manifest } from '../core/manifest';

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

/** The object, or those of a list such as `kubectl get -o yaml` prints. */
function objectsOf(value: unknown, prefix: string): Array<[Manifest, string]> {
  if (Array.isArray(value) && prefix === '') {
    return value.flatMap((item, index) => objectsOf(item, `[${index}]`));
  }
  if (!isKubernetesObject(value)) {
    return [];
  }
  const { kind, items } = value;
  return kind.endsWith('List') && Array.isArray(items)
    ? items.flatMap((item, index) => objectsOf(item, `${prefix}${prefix === '' ? '' : '.'}items[${index}]`))
    : [[value, prefix]];
}
