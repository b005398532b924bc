import { Rule } from '../../rule';
import { nearestName } from '../../schema/nearest-name';
import { CHECKED_KINDS, childPath, pathOf, schemaErrors } from '../../schema/schema-errors';
import { Severity } from '../../severity';

export const fieldKnown: Rule = {
  id: 'field-known',
  severity: Severity.ERROR,
  summary: 'each field of an object is one that its CRD describes',
  why: 'kubectl and Argo CD refuse the object, or the API server silently drops the field',
  remedy: 'take the field out, or correct its name',
  kinds: CHECKED_KINDS,
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stepz: [{ setWeight: 30 }]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [{ setWeight: 30 }]
    `,
  },
  check: (object) => schemaErrors(object).filter(({ keyword }) => keyword === 'additionalProperties').map(({ instancePath, params, parentSchema, data }) => {
    const field = params.additionalProperty as string;
    const near = nearestName(field, Object.keys(parentSchema?.properties ?? {}));
    const value = (data as Record<string, unknown>)[field];
    return {
      path: childPath(pathOf(instancePath, object), field),
      value,
      message: 'is no field that is known here',
      ...near && { remedy: `did you mean ${near}?` },
    };
  }),
};
