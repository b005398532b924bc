import { Manifest } from '../../core/manifest';

/**
 * The JSON schema by which a field that is not described is an error, as it is for the API server's strict decoding unless
 * the CRD says otherwise.
 */
export function strict(schema: Manifest): Manifest {
  if (schema['x-kubernetes-int-or-string']) {
    const { anyOf, nullable, ...rest } = schema;
    return { ...rest, type: ['integer', 'string', ...nullable ? ['null'] : []] };
  }
  const result: Manifest = { ...schema };
  if (schema.properties) {
    result.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, strict(property as Manifest)]));
  }
  if (typeof schema.additionalProperties === 'object') {
    result.additionalProperties = strict(schema.additionalProperties);
  } else if (schema.type === 'object' && schema.additionalProperties === undefined) {
    result.additionalProperties = schema['x-kubernetes-preserve-unknown-fields'] === true;
  }
  if (schema.items) {
    result.items = strict(schema.items);
  }
  return result;
}

/** The schema of a whole object: its status is that of whoever runs it, its metadata is that of all objects. */
export function strictObject(schema: Manifest): Manifest {
  const properties = { ...schema.properties, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  const result = strict({ ...schema, properties });
  return { ...result, properties: { ...result.properties, status: {} } };
}
