import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { applicationSetSchema } from './argo-cd-schemas';
import { METADATA, SERVICE } from './core-schemas';
import { INGRESS, TARGET_GROUP_BINDING } from './entry-schemas';
import { strict } from '../../src/validation/schema/strict';

type Json = Record<string, any>;

const FOLDER = join(__dirname, '../../imports/schemas');
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const schemas = readSchemas();
const validators = new Map<string, ValidateFunction>();

/**
 * What strict decoding by the API server would refuse: wrong types and values, what is missing, and what it does not know.
 * A kind without a schema is an error too, unless `unchecked` names it, as in `v1/ConfigMap`.
 */
export function strictDecodingErrors(manifest: Json, unchecked: string[] = []): string[] {
  const gvk = `${manifest.apiVersion}/${manifest.kind}`;
  const schema = schemas.get(gvk);
  if (!schema) {
    return unchecked.includes(gvk) ? [] : [`no schema for ${gvk}`];
  }
  const validate = validators.get(gvk) ?? ajv.compile(objectSchema(schema));
  validators.set(gvk, validate);
  validate(manifest);
  return (validate.errors ?? []).map((error) => `${manifest.kind}/${manifest.metadata?.name}${textOf(error)}`);
}

function textOf({ instancePath, keyword, message, params }: ErrorObject): string {
  return keyword === 'additionalProperties'
    ? `${instancePath}/${params.additionalProperty}: unknown field`
    : `${instancePath}: ${message} ${JSON.stringify(params)}`;
}

function readSchemas(): Map<string, Json> {
  const files: Json[] = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  const entries = files.map(({ group, version, kind, schema }): [string, Json] => [`${group}/${version}/${kind}`, schema]);
  const application = files.find(({ kind }) => kind === 'Application')!.schema;
  return new Map([
    ['argoproj.io/v1alpha1/ApplicationSet', applicationSetSchema(application)],
    ['v1/Service', SERVICE],
    ['networking.k8s.io/v1/Ingress', INGRESS],
    ['elbv2.k8s.aws/v1beta1/TargetGroupBinding', TARGET_GROUP_BINDING],
    ...entries,
  ]);
}

/** The schema of a whole object. Its status is the controller's, so that a manifest of ours which has one is wrong. */
function objectSchema(schema: Json): Json {
  const { status, ...own } = schema.properties;
  const properties = { ...own, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: METADATA };
  return strict({ ...schema, properties, required: [...new Set(['metadata', ...schema.required ?? []])] });
}
