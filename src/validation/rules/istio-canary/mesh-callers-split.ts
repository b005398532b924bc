import { ROLLOUT } from '../../../model/manifests/kinds';
import { serviceOfHost } from '../../../model/manifests/services';
import { readRelease } from '../../../model/release/read-release';
import { gatewaysOf, hostsOf } from '../../../model/routing/istio/fields';
import { weightedTargets } from '../../../model/routing/istio/targets';
import { istioVersions } from '../../../model/routing/istio/versions';
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
  check: (rollout, { set }) => {
    const release = readRelease(rollout);
    const { stable, bySubset } = istioVersions(release);
    return bySubset ? [] : weightedTargets(set, release).flatMap(({ target: { written, path }, virtualService }) => {
      const isListed = hostsOf(virtualService).some((host) => serviceOfHost(host, undefined)?.name === stable);
      return isListed && !gatewaysOf(virtualService).includes('mesh')
        ? [{ path: `${path}.name`, value: written || undefined, message: `VirtualService ${written} has the host ${stable}, and does not serve the mesh` }] : [];
    });
  },
};
