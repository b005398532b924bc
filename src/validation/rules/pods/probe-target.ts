import { at, given, isRecord } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { containersOf, TEMPLATE, templateOf } from '../../../model/release/fields';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const TARGETS = [['httpGet', 'port'], ['tcpSocket', 'port'], ['grpc', 'port']];

export const probeTarget: Rule = {
  id: 'probe-target',
  severity: Severity.ERROR,
  summary: 'a probe asks at a port from 1 to 65535, or at one by its name',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'write the number or the name of a port of the container',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - name: app
                image: registry.example.com/app:1
                readinessProbe: { httpGet: { path: /ready, port: 0 } }
    `,
    good: `
      kind: Rollout
      spec:
        template:
          spec:
            containers:
              - name: app
                image: registry.example.com/app:1
                readinessProbe: { httpGet: { path: /ready, port: http } }
    `,
  },
  check: (rollout) => {
    const template = templateOf(rollout);
    return (template ? containersOf(template, TEMPLATE) : []).flatMap(({ value, path }) => PROBES
      .filter((probe) => isRecord(value[probe]))
      .flatMap((probe) => TARGETS.map((keys) => ({ value: at(value[probe], ...keys), path: [path, probe, ...keys].join('.'), asks: given(at(value[probe], keys[0])) })))
      .filter((target) => target.asks && !isPort(target.value))
      .map((target) => ({ path: target.path, value: target.value, message: 'is no port' })));
  },
};

/** A name has at most 15 letters, digits and single hyphens, a letter among them. */
function isPort(value: unknown): boolean {
  return typeof value === 'number'
    ? value >= 1 && value <= 65535
    : typeof value === 'string' && value.length <= 15 && /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}
