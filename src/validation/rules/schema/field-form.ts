import type { ErrorObject } from 'ajv';
import { Rule } from '../../rule';
import { CHECKED_KINDS, childPath, pathOf, schemaErrors } from '../../schema/schema-errors';
import { Severity } from '../../severity';

export const fieldForm: Rule = {
  id: 'field-form',
  severity: Severity.ERROR,
  summary: 'each field has the type, the form and the values that its CRD asks for, and none that it asks for is missing',
  why: 'the API server refuses the object',
  remedy: 'write a value of that form',
  kinds: CHECKED_KINDS,
  example: {
    bad: `
      kind: Rollout
      spec:
        replicas: three
    `,
    good: `
      kind: Rollout
      spec:
        replicas: 3
    `,
  },
  check: (object) => schemaErrors(object).filter(({ keyword }) => keyword !== 'additionalProperties').map((error) => ({
    path: error.keyword === 'required' ? childPath(pathOf(error.instancePath, object), error.params.missingProperty) : pathOf(error.instancePath, object),
    ...error.keyword !== 'required' && { value: error.data },
    message: messageOf(error),
  })),
};

function messageOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'required': return 'is missing';
    case 'type': return `is not of type ${[params.type].flat().join(' or ')}`;
    case 'enum': return `is none of ${params.allowedValues.filter((value: unknown) => value !== '').join(', ')}`;
    case 'pattern': return `does not match ${params.pattern}`;
    case 'oneOf':
    case 'anyOf':
    case 'not': return 'has fields that exclude each other, or lacks one of several';
    default: return message ?? 'has a wrong form';
  }
}
