import { given } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const canaryScaleKeepsTraffic: Rule = {
  id: 'canary-scale-keeps-traffic',
  severity: Severity.ADVICE,
  summary: 'setCanaryScale comes before the first setWeight',
  why: 'in the middle of a release, with fewer pods than the traffic needs, the new version is overloaded, and the controller may move its traffic back',
  remedy: 'scale first and shift traffic then, or use setCanaryScale with matchTrafficWeight: true',
  reference: 'argoproj/argo-rollouts#4642',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setWeight: 50 }, { setCanaryScale: { replicas: 1 } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setCanaryScale: { weight: 50 } }, { setWeight: 50 }, { setCanaryScale: { matchTrafficWeight: true } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
  },
  check: (rollout) => {
    const steps = stepsOf(rollout);
    const first = steps.findIndex(({ value }) => typeof value.setWeight === 'number' && value.setWeight > 0);
    const later = first < 0 ? [] : steps.slice(first + 1);
    return later.filter(({ value }) => given(value.setCanaryScale) && value.setCanaryScale.matchTrafficWeight !== true)
      .map(({ value, path }) => ({ path: `${path}.setCanaryScale`, value: value.setCanaryScale, message: 'changes the pods of a version that has users' }));
  },
};
