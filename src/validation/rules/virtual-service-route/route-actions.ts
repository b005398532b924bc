import { given, isRecord, text } from '../../../core/read';
import { VIRTUAL_SERVICE } from '../../../model/manifests/kinds';
import { routesOf } from '../../../model/routing/istio/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const NEEDS: Record<string, string[]> = {
  redirect: ['uri', 'authority', 'scheme', 'port', 'derivePort'],
  rewrite: ['uri', 'uriRegexRewrite', 'authority'],
  fault: ['delay', 'abort'],
};

/** As Envoy knows them. */
const RETRY_ON = [
  '5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'envoy-ratelimited', 'retriable-4xx', 'refused-stream',
  'retriable-status-codes', 'retriable-headers', 'http3-post-connect-failure', 'cancelled', 'deadline-exceeded', 'internal', 'resource-exhausted', 'unavailable',
];

export const routeActions: Rule = {
  id: 'route-actions',
  severity: Severity.ERROR,
  summary: 'a redirect, a rewrite and a fault say what they do, and retryOn names conditions that Envoy knows',
  why: 'Istio refuses the VirtualService',
  remedy: 'write what it does, or take it out',
  kinds: [VIRTUAL_SERVICE],
  example: {
    bad: `
      kind: VirtualService
      spec:
        http: [ { redirect: {} } ]
    `,
    good: `
      kind: VirtualService
      spec:
        http: [ { redirect: { uri: /new } } ]
    `,
  },
  check: (virtualService) => routesOf(virtualService, 'http').flatMap(({ value, path }): Violation[] => [
    ...Object.entries(NEEDS).filter(([key, fields]) => isRecord(value[key]) && !fields.some((field) => given(value[key][field]) && value[key][field] !== ''))
      .map(([key, fields]) => ({ path: `${path}.${key}`, value: value[key], message: `says none of ${fields.join(', ')}` })),
    ...text(value.retries?.retryOn).split(',').map((condition) => condition.trim())
      .filter((condition) => condition !== '' && !RETRY_ON.includes(condition) && !/^\d{3}$/.test(condition))
      .map((condition) => ({ path: `${path}.retries.retryOn`, value: condition, message: 'is no condition that Envoy knows' })),
  ]),
};
