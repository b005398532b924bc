import { JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  BlueGreenRollout, CanaryPreview, CanaryRollout, CanaryServices, CanaryStep, CanaryVirtualService, ExistingService, ExperimentSpecRef,
  IgnoreDifference, IstioCanaryRollout, IstioCanaryRolloutProps, IstioGateway, ITrafficRouter, Rollout, StringMatch, TrafficSplitting, VirtualService,
  WorkloadReference, WorkloadScaleDown,
} from '../../src';
import { chartOf, pods } from '../util/synth';

const ISTIO = 'networking.istio.io';
const NAMESPACE = 'app-service';
const steps = [CanaryStep.setWeight(30), CanaryStep.pause()];
const experiment = CanaryStep.experiment({ templates: [{ name: 'new', specRef: ExperimentSpecRef.CANARY, weight: 5 }] });
const service = (name: string): IgnoreDifference => ({
  kind: 'Service',
  name,
  namespace: NAMESPACE,
  jsonPointers: ['/spec/selector/rollouts-pod-template-hash', '/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts'],
});

describe('the controller of a blue-green rollout rewrites', () => {
  test('the pod hash in both selectors, and no route', () => {
    expect(new BlueGreenRollout(chartOf(), 'app', pods()).ignoreDifferences).toEqual([service('app'), service('app-preview')]);
  });

  test('Services that are passed, by their own names', () => {
    const chart = chartOf();
    const activeService = new kplus.Service(chart, 'users', { metadata: { name: 'shop' }, ports: [{ port: 80 }] });
    const previewService = ExistingService.fromServiceName(chart, 'testers', 'shop-next', [{ port: 80 }]);

    const { ignoreDifferences } = new BlueGreenRollout(chart, 'app', { ...pods(), activeService, previewService });

    expect(ignoreDifferences).toEqual([service('shop'), service('shop-next')]);
  });

  test('what a patch names in place of it', () => {
    const rollout = new BlueGreenRollout(chartOf(), 'app', pods());
    rollout.addJsonPatch(JsonPatch.replace('/spec/strategy/blueGreen/activeService', 'other'));

    expect(rollout.ignoreDifferences[0]).toEqual(service('other'));
  });

  test('the number of pods where an autoscaler changes the one in Git', () => {
    const rollout = new BlueGreenRollout(chartOf(), 'app', { ...pods(), replicas: 3 });
    rollout.markHasAutoscaler();

    expect(rollout.ignoreDifferences[0])
      .toEqual({ group: 'argoproj.io', kind: 'Rollout', name: 'app', namespace: NAMESPACE, jsonPointers: ['/spec/replicas'] });
  });

  test('no number of pods that is not in Git', () => {
    const chart = chartOf();
    const rollout = new BlueGreenRollout(chart, 'app', pods());
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: rollout, maxReplicas: 10 });

    expect(kindsOf(rollout)).toEqual(['Service', 'Service']);
  });

  test.each([
    [WorkloadScaleDown.ON_SUCCESS, ['Deployment', 'Service', 'Service']],
    [WorkloadScaleDown.PROGRESSIVELY, ['Deployment', 'Service', 'Service']],
    [WorkloadScaleDown.NEVER, ['Service', 'Service']],
  ])('the number of pods of a Deployment that it scales down: %s', (scaleDown, kinds) => {
    const workload = WorkloadReference.fromDeploymentName('shop', { scaleDown });
    const rollout = new BlueGreenRollout(chartOf(), 'app', { workload, ports: [{ port: 80 }] });

    expect(kindsOf(rollout)).toEqual(kinds);
  });
});

describe('the controller of a canary rollout rewrites', () => {
  test('nothing but pods without a traffic router', () => {
    expect(new CanaryRollout(chartOf(), 'app', { ...pods(), steps }).ignoreDifferences).toEqual([]);
  });

  test('the weights of the named route, and the pod hash in both selectors', () => {
    expect(istioOf({})).toEqual([
      service('app'),
      service('app-canary'),
      rulesOf('app', ['.spec.http[]? | select(.name == "backend-routes") | .route[]?.weight']),
    ]);
  });

  test('no VirtualService of testers', () => {
    const rules = istioOf({ gateways: [IstioGateway.fromGatewayName('public')], hosts: ['a.com'], preview: CanaryPreview.host('b.com') });

    expect(rules.filter(({ kind }) => kind === 'VirtualService').map(({ name }) => name)).toEqual(['app']);
  });

  test('the pod hash in the two subsets, and no Service', () => {
    expect(istioOf({ splitting: TrafficSplitting.subsetLevel({ stableSubset: 'old' }) })).toEqual([
      rulesOf('app', ['.spec.http[]? | select(.name == "backend-routes") | .route[]?.weight']),
      {
        group: ISTIO,
        kind: 'DestinationRule',
        name: 'app',
        namespace: NAMESPACE,
        jsonPointers: ['/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts'],
        jqPathExpressions: [
          '.spec.subsets[]? | select(.name == "old" or .name == "canary") | .labels["rollouts-pod-template-hash"]',
          '.spec.subsets[]? | select(.name == "old" or .name == "canary") | .labels | select(. == {})',
        ],
      },
    ]);
  });

  test('the header and mirror routes that its steps name', () => {
    const header = CanaryStep.setHeaderRoute('canary-header', [{ headerName: 'x', headerValue: StringMatch.exact('y') }]);

    expect(expressionsOf({ steps: [header, ...steps] })[1]).toBe('.spec.http[]? | select(.name == "canary-header")');
  });

  test.each<[string, Partial<IstioCanaryRolloutProps>, string]>([
    ['of tls by port and hosts', { tlsRoutes: [{ port: 443, sniHosts: ['b.com', 'a.com'] }], mesh: true, hosts: ['a.com', 'b.com'] },
      '.spec.tls[]? | select(any(.match[]?; .port == 443) and ([.match[]?.sniHosts[]?] | unique) == ["a.com","b.com"]) | .route[]?.weight'],
    ['of tls without a port', { tlsRoutes: [{ sniHosts: ['a.com'] }], mesh: true, hosts: ['a.com'] },
      '.spec.tls[]? | select(all(.match[]?; .port == null) and ([.match[]?.sniHosts[]?] | unique) == ["a.com"]) | .route[]?.weight'],
    ['of tcp by port', { tcpRoutes: [{ port: 33 }], mesh: true, hosts: ['a.com'] }, '.spec.tcp[]? | select(any(.match[]?; .port == 33)) | .route[]?.weight'],
  ])('the weights of a route %s', (_case, props, expression) => {
    expect(expressionsOf(props)).toEqual([expression]);
  });

  test('the weights of a VirtualService that is known by name, where it is', () => {
    const named = CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('edge/shop'), { routes: ['main', 'admin'] });

    expect(istioOf({ virtualServices: [named] })[2]).toEqual({
      ...rulesOf('shop', [
        '.spec.http[]? | select(.name == "main") | .route[]?.weight',
        '.spec.http[]? | select(.name == "admin") | .route[]?.weight',
      ]),
      namespace: 'edge',
    });
  });

  test('the only route where a patch leaves it without a name', () => {
    const rollout = new IstioCanaryRollout(chartOf(), 'app', { ...pods(), steps });
    rollout.addJsonPatch(JsonPatch.remove('/spec/strategy/canary/trafficRouting/istio/virtualService/routes'));

    expect(rollout.ignoreDifferences[2].jqPathExpressions).toEqual(['.spec.http[]? | .route[]?.weight']);
  });

  test('the Services that swap roles', () => {
    expect(istioOf({ mesh: true, hosts: ['a.com'], pingPong: {} }).slice(0, 2)).toEqual([service('app-ping'), service('app-pong')]);
  });

  test('destinations of an experiment that has a share of the users', () => {
    expect(expressionsOf({ steps: [experiment, ...steps] })[1])
      .toBe('.spec.http[]? | select(.name == "backend-routes") | .route[]? | select(.destination.host | split(".")[0] | IN("app", "app-canary") | not)');
  });

  test('subsets of an experiment that has a share of the users', () => {
    const rules = istioOf({ steps: [experiment, ...steps], splitting: TrafficSplitting.subsetLevel() });

    expect(rules.flatMap(({ jqPathExpressions = [] }) => jqPathExpressions)).toEqual(expect.arrayContaining([
      '.spec.http[]? | select(.name == "backend-routes") | .route[]? | select(.destination.subset | IN("stable", "canary") | not)',
      '.spec.subsets[]? | select(.name | IN("stable", "canary") | not)',
    ]));
  });

  test('what another traffic router says', () => {
    const ignored = { kind: 'Ingress', name: 'app', jsonPointers: ['/metadata/annotations/weight'] };
    const traffic: ITrafficRouter = {
      capabilities: { services: CanaryServices.PAIR },
      validate: () => [],
      bind: () => ({ trafficRouting: { any: {} }, ignoreDifferences: [ignored] }),
    };

    expect(new CanaryRollout(chartOf(), 'app', { ...pods(), steps, traffic }).ignoreDifferences)
      .toEqual([service('app'), service('app-canary'), ignored]);
  });
});

function istioOf(props: Partial<IstioCanaryRolloutProps>): IgnoreDifference[] {
  return new IstioCanaryRollout(chartOf(), 'app', { ...pods(), steps, ...props }).ignoreDifferences;
}

function expressionsOf(props: Partial<IstioCanaryRolloutProps>): string[] {
  return istioOf(props).flatMap(({ jqPathExpressions = [] }) => jqPathExpressions);
}

function rulesOf(name: string, jqPathExpressions: string[]): IgnoreDifference {
  return { group: ISTIO, kind: 'VirtualService', name, namespace: NAMESPACE, jqPathExpressions };
}

function kindsOf(rollout: Rollout): string[] {
  return rollout.ignoreDifferences.map(({ kind }) => kind);
}
