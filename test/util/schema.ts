import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';

type Json = Record<string, any>;

const FOLDER = join(__dirname, '../../imports/schemas');
const strings = { type: 'object', additionalProperties: { type: 'string' } };

const METADATA = strict({
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, namespace: { type: 'string' }, labels: strings, annotations: strings },
});

const SERVICE = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['ports'],
      properties: {
        type: { enum: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
        clusterIP: { type: 'string' },
        selector: strings,
        ports: {
          type: 'array',
          items: {
            type: 'object',
            required: ['port'],
            properties: {
              name: { type: 'string' },
              port: { type: 'integer' },
              targetPort: { 'x-kubernetes-int-or-string': true },
              nodePort: { type: 'integer' },
              protocol: { enum: ['TCP', 'UDP', 'SCTP'] },
            },
          },
        },
      },
    },
  },
};

const validators = compileAll();

/** What strict decoding by the API server would refuse: wrong types and values, what is missing, and what it does not know. */
export function strictDecodingErrors(manifest: Json): string[] {
  const validate = validators.get(`${manifest.apiVersion}/${manifest.kind}`);
  if (!validate) {
    return [`no schema for ${manifest.apiVersion}/${manifest.kind}`];
  }
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => (
    `${manifest.kind}/${manifest.metadata?.name}${instancePath}: ${message} ${JSON.stringify(params)}`
  ));
}

function compileAll(): Map<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const files: Json[] = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  const all = [...files.map(({ group, version, kind, schema }) => [`${group}/${version}/${kind}`, schema]), ['v1/Service', SERVICE]];
  return new Map(all.map(([key, schema]) => [key, ajv.compile(objectSchema(schema))]));
}

function objectSchema(schema: Json): Json {
  const { properties, ...rest } = schema;
  const { status, ...own } = properties;
  const known = strict({ ...rest, properties: own });
  return { ...known, properties: { ...known.properties, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: METADATA } };
}

/** The schema in which a field that is not described is an error, as it is for the API server unless the CRD says otherwise. */
function strict(schema: Json): Json {
  const result: Json = { ...schema };
  if (schema['x-kubernetes-int-or-string']) {
    return { ...result, type: undefined, anyOf: [{ type: 'integer' }, { type: 'string' }] };
  }
  if (schema.properties) {
    result.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, strict(property as Json)]));
    result.additionalProperties = schema['x-kubernetes-preserve-unknown-fields'] === true;
  } else if (typeof schema.additionalProperties === 'object') {
    result.additionalProperties = strict(schema.additionalProperties);
  }
  if (schema.items) {
    result.items = strict(schema.items);
  }
  return result;
}
