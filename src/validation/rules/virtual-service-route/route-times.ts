import { goDurationMs } from '../../../core/parse-duration';
import { at, given } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const TIMES = [['timeout'], ['retries', 'perTryTimeout'], ['corsPolicy', 'maxAge'], ['fault', 'delay', 'fixedDelay']];

export const routeTimes: Rule = {
  id: 'route-times',
  severity: Severity.ERROR,
  summary: 'the times of a route are durations of at least 1 ms, and attempts are 0 or more',
  why: 'Istio, or the API server before it, refuses the VirtualService',
  remedy: 'write digits with a unit, such as 250ms, 5s or 1m; leave the field out for none',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { timeout: 5 seconds, redirect: { uri: /new } } ]
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { timeout: 5s, redirect: { uri: /new } } ]
    `,
  },
  check: (virtualService) => routesOf(virtualService, 'http').flatMap(({ value, path }): Violation[] => {
    const attempts = at(value, 'retries', 'attempts');
    const times = TIMES.map((keys) => ({ path: [path, ...keys].join('.'), value: at(value, ...keys) })).filter((time) => given(time.value));
    return [
      ...times.filter((time) => !isTime(time.value)).map((time) => ({ ...time, message: 'is no duration of at least 1 ms' })),
      ...typeof attempts === 'number' && attempts < 0 ? [{ path: `${path}.retries.attempts`, value: attempts, message: 'is negative' }] : [],
    ];
  }),
};

function isTime(value: unknown): boolean {
  return (goDurationMs(value) ?? 0) >= 1;
}
