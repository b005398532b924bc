import { given, isRecord } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { stepsOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const WAYS = ['replicas', 'weight', 'matchTrafficWeight'];

export const canaryScaleOne: Rule = {
  id: 'canary-scale-one',
  severity: Severity.ERROR,
  summary: 'setCanaryScale says in exactly one way how many pods the new version has',
  why: 'the controller takes one and silently drops the others; of none it makes a canary without pods of its own choice',
  remedy: `write one of ${WAYS.join(', ')}`,
  stricterBecause: 'the controller accepts several and acts on one',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setCanaryScale: { replicas: 1, weight: 20 } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            steps: [ { setCanaryScale: { weight: 20 } } ]
            trafficRouting:
              plugins: { example/router: {} }
    `,
  },
  check: (rollout) => stepsOf(rollout).filter(({ value }) => isRecord(value.setCanaryScale)).flatMap(({ value, path }) => {
    const ways = WAYS.filter((way) => given(value.setCanaryScale[way]) && value.setCanaryScale[way] !== false);
    return ways.length === 1 ? [] : [{
      path: `${path}.setCanaryScale`, value: value.setCanaryScale, message: ways.length === 0 ? 'says nothing' : `says ${ways.join(' and ')}`,
    }];
  }),
};
