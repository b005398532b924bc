import { Manifest } from '../../../core/manifest';
import { given, list, Located, namespaceOf, text } from '../../../core/read';
import { INGRESS, ROLLOUT } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { canaryIn } from '../../../model/release/release';
import { routerUse } from '../../../model/release/routers';
import { INGRESS_FIELDS } from '../../../model/routing/ingress/targets';
import { routesOf } from '../../../model/routing/routes';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

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
  check: (rollout, { set }) => {
    const release = readRelease(rollout);
    return INGRESS_FIELDS.flatMap(({ router, one, several }): Violation[] => {
      const use = routerUse(release, router);
      if (!use) {
        return [];
      }
      const { config, path } = use;
      if ((text(config[one]) !== '') === given(config[several])) {
        return [{ path, value: config, message: given(config[several]) ? `has both ${one} and ${several}` : 'names no Ingress' }];
      }
      const names: Located[] = given(config[several])
        ? list(config[several]).map((value, index) => ({ value, path: `${path}.${several}[${index}]` }))
        : [{ value: config[one], path: `${path}.${one}` }];
      const service = text(config.rootService) || (canaryIn(release)?.stableService ?? '');
      return names.flatMap((name) => checkIngress(name, set.find(INGRESS, text(name.value), namespaceOf(rollout)), service));
    });
  },
};

function checkIngress({ value, path }: Located, ingress: Manifest | undefined, service: string): Violation[] {
  if (!ingress) {
    return [{ path, value, message: `Ingress ${text(value)} is not among the manifests`, severity: Severity.WARNING }];
  }
  // The default backend is no rule: it has no match.
  const isBackend = routesOf(ingress).some(({ matches, destinations }) => matches.length > 0 && destinations.some(({ host }) => host === service));
  return isBackend ? [] : [{ path, value, message: `no rule of Ingress ${text(value)} leads to Service ${service}` }];
}
