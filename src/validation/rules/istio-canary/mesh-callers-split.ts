import { text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { versionsOf, virtualServiceFields } from '../../../model/release/fields';
import { gatewaysOf, hostsOf, serviceOfHost } from '../../../model/routing/istio/fields';
import { findVirtualService } from '../../../model/routing/istio/weighted-routes';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const meshCallersSplit: Rule = {
  id: 'mesh-callers-split',
  severity: Severity.ADVICE,
  summary: 'a VirtualService of a canary that lists the name of the Service also serves the mesh',
  why: 'callers inside the mesh go round it, and all reach the stable version',
  remedy: 'add mesh to its gateways, or take the host out',
  reference: 'argoproj/argo-rollouts#3317',
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
              istio:
                virtualService: { name: app, routes: [ main ] }
      ---
      kind: VirtualService
      metadata: { name: app }
      spec:
        hosts: [ app ]
        gateways: [ istio-system/ingressgateway ]
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
        hosts: [ app ]
        gateways: [ mesh ]
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
  check: (rollout, context) => {
    const { stable, bySubset } = versionsOf(rollout);
    return bySubset ? [] : virtualServiceFields(rollout).flatMap(({ value, path }) => {
      const virtualService = findVirtualService(context, rollout, value.name);
      const listed = virtualService && hostsOf(virtualService).some((host) => serviceOfHost(host, undefined)?.name === stable);
      return listed && !gatewaysOf(virtualService).includes('mesh')
        ? [{ path: `${path}.name`, value: value.name, message: `VirtualService ${text(value.name)} has the host ${stable}, and does not serve the mesh` }] : [];
    });
  },
};
