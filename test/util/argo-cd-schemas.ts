type Json = Record<string, any>;

const text = { type: 'string' };
const flag = { type: 'boolean' };
const list = (items: object) => ({ type: 'array', items });
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });
const strings = { type: 'object', additionalProperties: text };

const CLUSTERS = object({ selector: object({ matchLabels: strings }), values: strings, flatList: flag });

const PATHS = list(object({ path: text, exclude: flag }, ['path']));

const GIT = object({
  repoURL: text, revision: text, directories: PATHS, files: PATHS, values: strings, pathParamPrefix: text, requeueAfterSeconds: { type: 'integer' },
}, ['repoURL', 'revision']);

const LIST = object({ elements: list({ 'x-kubernetes-preserve-unknown-fields': true }), elementsYaml: text });

const GENERATOR = { list: LIST, clusters: CLUSTERS, git: GIT };

const ROLLING_STEP = object({
  matchExpressions: list(object({ key: text, operator: text, values: list(text) })), maxUpdate: { 'x-kubernetes-int-or-string': true },
});

/**
 * An ApplicationSet: its CRD repeats an Application within each generator, and is longer than all others together. What we
 * write of it, with the Application from its own CRD.
 */
export function applicationSetSchema(application: Json): Json {
  const metadata = object({ name: text, namespace: text, labels: strings, annotations: strings, finalizers: list(text) });
  return object({
    spec: object({
      goTemplate: flag,
      goTemplateOptions: list(text),
      generators: list(object({ ...GENERATOR, matrix: object({ generators: list(object(GENERATOR)) }, ['generators']) })),
      template: object({ metadata, spec: application.properties.spec }, ['metadata', 'spec']),
      syncPolicy: object({ preserveResourcesOnDeletion: flag, applicationsSync: { enum: ['create-only', 'create-update', 'create-delete', 'sync'] } }),
      strategy: object({ type: text, rollingSync: object({ steps: list(ROLLING_STEP) }) }),
    }, ['generators', 'template']),
  }, ['spec']);
}
