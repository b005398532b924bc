import { isWithin } from '../../../core/argo-rollouts-version';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, EXPERIMENT, ROLLOUT } from '../../../model/manifests/kinds';
import { Rule } from '../../rule';
import { fieldVersions, placesOf } from '../../schema/field-versions';
import { Severity } from '../../severity';

export const fieldNeedsVersion: Rule = {
  id: 'field-needs-version',
  severity: Severity.ERROR,
  summary: 'each field of an object is in the CRDs of the Argo Rollouts version that will run it',
  why: 'the API server silently drops the field, and the release runs without it',
  remedy: 'upgrade Argo Rollouts and its CRDs, or remove the field',
  stricterBecause: 'the API server accepts the object, without the field',
  argoRollouts: '<1.10',
  kinds: [ROLLOUT, ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, EXPERIMENT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            replicaProgressThreshold: { type: Percent, value: 80 }
            steps: [ { setWeight: 30 }, { pause: {} } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 30 }, { pause: {} } ]
    `,
  },
  check: (object, { argoRolloutsVersion }) => fieldVersions(object.kind)
    .filter(({ since }) => isWithin(argoRolloutsVersion, `<${since}`))
    .flatMap(({ path, since }) => placesOf(object, path).map((place) => ({
      ...place, message: `needs Argo Rollouts ${since} or later; ${argoRolloutsVersion} does not have this field`,
    }))),
};
