import { Manifest } from '../core/manifest';

/**
 * Reads the objects of a text with any number of YAML or JSON documents; those of a `List` one by one.
 *
 * @throws an error with the line where the text is no YAML, and where a document is no object of Kubernetes
 */
export function parseManifests(text: string): Manifest[] {
  // Loaded when a text is read: most programs that load this package never read one.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { parseAllDocuments } = require('yaml') as typeof import('yaml');
  const documents = parseAllDocuments(text);
  // An empty text has no documents at all.
  return (Array.isArray(documents) ? documents : []).flatMap((document, index) => {
    const [error] = document.errors;
    if (error) {
      throw error;
    }
    return objectsOf(document.toJS(), `document ${index + 1}`);
  });
}

function objectsOf(value: unknown, where: string): Manifest[] {
  if (value === null || value === undefined) {
    return [];
  }
  const { kind, metadata, items } = value as Manifest;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    return items.flatMap((item, index) => objectsOf(item, `${where}, item ${index + 1}`));
  }
  if (typeof kind !== 'string' || typeof metadata?.name !== 'string') {
    throw new Error(`${where}: no kind and metadata.name, so this is no object of Kubernetes`);
  }
  return [value as Manifest];
}
