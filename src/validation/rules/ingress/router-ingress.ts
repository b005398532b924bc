import { Manifest } from '../../../core/manifest';
import { at, given, isRecord, items, list, Located, namespaceOf, text } from '../../../core/read';
import { INGRESS, ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY, canaryOf, routingOf } from '../../../model/release/fields';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

const FIELDS = { alb: ['ingress', 'ingresses'], nginx: ['stableIngress', 'stableIngresses'] } as const;

export const routerIngress: Rule = {
  id: 'router-ingress',
  severity: Severity.ERROR,
  summary: 'a canary by ALB or nginx names its Ingress in one way, and a rule of that Ingress leads to the stable (ALB: root) Service',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'name the Ingress once, and give it a backend with the name of the Service; for ALB with port name use-annotation',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            trafficRouting:
              nginx: { stableIngress: app }
      ---
      kind: Ingress
      spec:
        rules:
          [
            {
                http: { paths: [ { path: /, pathType: Prefix, backend: { service: { name: other, port: { number: 80 } } } } ] }
              }
          ]
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          canary:
            stableService: app
            canaryService: app-canary
            trafficRouting:
              nginx: { stableIngress: app }
      ---
      kind: Ingress
      spec:
        rules:
          [
            {
                http: { paths: [ { path: /, pathType: Prefix, backend: { service: { name: app, port: { number: 80 } } } } ] }
              }
          ]
      ---
      kind: Service
      metadata: { name: app }
      ---
      kind: Service
      metadata: { name: app-canary }
    `,
  },
  check: (rollout, { set }) => (['alb', 'nginx'] as const).flatMap((router): Violation[] => {
    const settings = routingOf(rollout)?.[router];
    const path = `${CANARY}.trafficRouting.${router}`;
    if (!isRecord(settings)) {
      return [];
    }
    const [one, several] = FIELDS[router];
    if ((text(settings[one]) !== '') === given(settings[several])) {
      return [{ path, value: settings, message: given(settings[several]) ? `has both ${one} and ${several}` : 'names no Ingress' }];
    }
    const names: Located[] = given(settings[several])
      ? list(settings[several]).map((value, index) => ({ value, path: `${path}.${several}[${index}]` }))
      : [{ value: settings[one], path: `${path}.${one}` }];
    const service = (router === 'alb' && text(settings.rootService)) || text(canaryOf(rollout)?.stableService);
    return names.flatMap((name) => checkIngress(name, set.find(INGRESS, text(name.value), namespaceOf(rollout)), service));
  }),
};

function checkIngress({ value, path }: Located, ingress: Manifest | undefined, service: string): Violation[] {
  if (!ingress) {
    return [{ path, value, message: `Ingress ${text(value)} is not among the manifests`, severity: Severity.WARNING }];
  }
  const backends = items(at(ingress, 'spec', 'rules'), '')
    .flatMap((rule) => items(at(rule.value, 'http', 'paths'), ''))
    .map((entry) => at(entry.value, 'backend', 'service', 'name') ?? at(entry.value, 'backend', 'serviceName'));
  return backends.includes(service) ? [] : [{ path, value, message: `no rule of Ingress ${text(value)} leads to Service ${service}` }];
}
