import { given, items } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { CANARY } from '../../../model/release/fields';
import { readRelease } from '../../../model/release/read-release';
import { routerUse } from '../../../model/release/routers';
import { findTarget, virtualServiceTargets } from '../../../model/routing/istio/targets';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

const PATH = `${CANARY}.trafficRouting.istio`;

export const virtualServiceNamed: Rule = {
  id: 'virtual-service-named',
  severity: Severity.ERROR,
  summary: 'a canary by Istio names its VirtualServices in one way, virtualService or virtualServices, and each is among the manifests',
  why: 'the controller refuses the Rollout (InvalidSpec)',
  remedy: 'name the VirtualService in trafficRouting.istio.virtualService.name, in the namespace of the Rollout or as NAME.NAMESPACE',
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
              istio: {}
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
              istio:
                virtualService: { name: app, routes: [ main ] }
      ---
      kind: VirtualService
      metadata: { name: app }
      spec:
        http:
          [
            {
                name: main,
                route: [ { destination: { host: app }, weight: 100 }, { destination: { host: app-canary }, weight: 0 } ]
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
    const istio = routerUse(release, 'istio')?.config;
    if (!istio) {
      return [];
    }
    const several = items(istio.virtualServices, '').length > 0;
    if (several === given(istio.virtualService)) {
      return [{ path: PATH, message: several ? 'has both virtualService and virtualServices' : 'names no VirtualService' }];
    }
    return virtualServiceTargets(release).filter((target) => !findTarget(set, target)).map(({ written, path }) => ({
      path: `${path}.name`,
      value: written || undefined,
      message: `VirtualService ${written} is not among the manifests`,
      // It may be kept in another folder.
      severity: Severity.WARNING,
    }));
  },
};
