import { given, isRecord } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const NUMBERS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'];
const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];

export const probeOneHandler: Rule = {
  id: 'probe-one-handler',
  severity: Severity.ERROR,
  summary: 'a probe asks in exactly one way, and its numbers are 0 or more',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: `write one of ${HANDLERS.join(', ')}`,
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - { name: app, image: "registry.example.com/app:1", readinessProbe: { periodSeconds: 5 } }
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - {
                  name: app,
                  image: "registry.example.com/app:1",
                  readinessProbe: { httpGet: { path: /ready, port: 5000 } }
                }
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    return (template ? containersOf(template, TEMPLATE) : []).flatMap(({ value, path }) => PROBES
      .filter((probe) => isRecord(value[probe]))
      .flatMap((probe): Violation[] => {
        const count = HANDLERS.filter((handler) => given(value[probe][handler])).length;
        const negative = NUMBERS.filter((field) => typeof value[probe][field] === 'number' && value[probe][field] < 0);
        return [
          ...count === 1 ? [] : [{ path: `${path}.${probe}`, message: count === 0 ? 'does not say how to ask' : 'asks in several ways' }],
          ...negative.map((field) => ({ path: `${path}.${probe}.${field}`, value: value[probe][field], message: 'is negative' })),
        ];
      }));
  },
};
