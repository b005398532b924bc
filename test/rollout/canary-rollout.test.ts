import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  AnalysisTemplate, AntiAffinity, CanaryRollout, CanaryRolloutProps, CanaryServices, CanaryStep, ITrafficRouter, ReplicaProgressThreshold,
  StringMatch, TrafficRouterCapabilities,
} from '../../src';
import { chartOf, errorOf, find, namesOf, pods, synth } from '../util/synth';

describe('without a traffic router', () => {
  test('one Service is over the pods of both versions', () => {
    const manifests = release({ steps: [CanaryStep.setWeight(50), CanaryStep.pause()] });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app']);
    expect(strategyIn(manifests)).toEqual({ steps: [{ setWeight: 50 }, { pause: {} }] });
  });

  test('there are no steps where none are given', () => {
    expect(strategyOf({})).toEqual({});
    expect(strategyOf({ steps: [] })).toEqual({});
  });

  test('surge and unavailability are written', () => {
    expect(strategyOf({ maxSurge: kplus.PercentOrAbsolute.percent(50), maxUnavailable: kplus.PercentOrAbsolute.absolute(0) }))
      .toEqual({ maxSurge: '50%', maxUnavailable: 0 });
  });

  test('a canary Service stands beside the shared one where it is named', () => {
    const manifests = release({ canaryServiceName: 'app-next' });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app', 'Service/app-next']);
    expect(strategyIn(manifests)).toEqual({ canaryService: 'app-next' });
  });

  test('a worker without ports has no Service', () => {
    const manifests = release({ ports: undefined, containers: [{ image: 'worker' }] });

    expect(namesOf(manifests)).toEqual(['Rollout/app']);
  });

  test('fails when the Service that a worker does not have is asked for', () => {
    expect(errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), ports: undefined, containers: [{ image: 'worker' }] }).stableService))
      .toContain('app/x: [service-role] stableService: this rollout has no such Service; its Services are none');
  });

  test.each(['canaryService', 'pingService', 'pongService'] as const)('fails when %s is asked for', (key) => {
    expect(errorOf((chart) => new CanaryRollout(chart, 'x', pods())[key])).toContain(`[service-role] ${key}: this rollout has no such Service; its Services are app`);
  });
});

describe('with a traffic router', () => {
  test('a stable and a canary Service select the pods by name', () => {
    const manifests = release({ steps: [CanaryStep.setWeight(30)], traffic: router() });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app', 'Service/app-canary']);
    expect(find(manifests, 'Service', 'app').spec.selector).toEqual({ 'app.kubernetes.io/name': 'app' });
    expect(find(manifests, 'Service', 'app-canary').spec.selector).toEqual({ 'app.kubernetes.io/name': 'app' });
  });

  test('every setting is written under its upstream name', () => {
    const strategy = strategyOf({
      steps: [CanaryStep.setWeight(30)],
      traffic: router(),
      maxUnavailable: kplus.PercentOrAbsolute.percent(25),
      analysis: { templates: [AnalysisTemplate.fromAnalysisTemplateName('errors')], startingStep: 1 },
      antiAffinity: AntiAffinity.required(),
      canaryMetadata: { labels: { role: 'canary' } },
      stableMetadata: { annotations: { role: 'stable' } },
      scaleDownDelay: Duration.seconds(45),
      scaleDownDelayRevisionLimit: 1,
      abortScaleDownDelay: Duration.seconds(0),
      minPodsPerReplicaSet: 2,
      replicaProgressThreshold: ReplicaProgressThreshold.percent(80),
    });

    expect(strategy).toEqual({
      stableService: 'app',
      canaryService: 'app-canary',
      steps: [{ setWeight: 30 }],
      trafficRouting: { plugins: { fake: { name: 'app' } } },
      maxUnavailable: '25%',
      analysis: { templates: [{ templateName: 'errors' }], startingStep: 1 },
      antiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} },
      canaryMetadata: { labels: { role: 'canary' } },
      stableMetadata: { annotations: { role: 'stable' } },
      scaleDownDelaySeconds: 45,
      scaleDownDelayRevisionLimit: 1,
      abortScaleDownDelaySeconds: 0,
      minPodsPerReplicaSet: 2,
      replicaProgressThreshold: { type: 'Percent', value: 80 },
    });
  });

  test('the stable version may shrink during the release', () => {
    expect(strategyOf({ steps: [CanaryStep.setWeight(30)], traffic: router(), dynamicStableScale: true }).dynamicStableScale).toBe(true);
  });

  test('a threshold may count pods', () => {
    expect(strategyOf({ replicaProgressThreshold: ReplicaProgressThreshold.pods(3) }).replicaProgressThreshold).toEqual({ type: 'Pods', value: 3 });
  });

  test('two Services that swap roles take the place of stable and canary', () => {
    const manifests = release({ steps: [CanaryStep.setWeight(30)], traffic: router({ pingPong: true }), pingPong: { pongServiceName: 'other' } });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app-ping', 'Service/other']);
    expect(strategyIn(manifests)).toMatchObject({ pingPong: { pingService: 'app-ping', pongService: 'other' } });
    expect(strategyIn(manifests)).not.toHaveProperty('stableService');
  });

  test('a router with one Service has no canary Service', () => {
    const manifests = release({ steps: [CanaryStep.setWeight(30)], traffic: router({ services: CanaryServices.SINGLE }) });

    expect(namesOf(manifests)).toEqual(['Rollout/app', 'Service/app']);
    expect(strategyIn(manifests)).toEqual({ steps: [{ setWeight: 30 }], trafficRouting: { plugins: { fake: { name: 'app' } } } });
  });

  test('a router that counts finer is told so', () => {
    expect(strategyOf({ steps: [CanaryStep.setWeight(5, 1000)], traffic: router({ maxWeight: 1000 }) }))
      .toMatchObject({ steps: [{ setWeight: 5 }], trafficRouting: { maxTrafficWeight: 1000 } });
  });

  test('passed Services are used', () => {
    const manifests = synth((chart) => new CanaryRollout(chart, 'x', {
      ...pods(),
      steps: [CanaryStep.setWeight(30)],
      traffic: router(),
      canaryService: new kplus.Service(chart, 'canary', { metadata: { name: 'next' }, ports: [{ port: 80 }] }),
      stableServiceName: 'shop',
    }));

    expect(namesOf(manifests)).toEqual(['Service/next', 'Rollout/app', 'Service/shop']);
    expect(strategyIn(manifests)).toMatchObject({ stableService: 'shop', canaryService: 'next' });
  });

  test('the problems that the router finds are part of the error', () => {
    const broken: ITrafficRouter = { ...router(), validate: () => ['[fake] prop: wrong; remedy'] };

    expect(errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), traffic: broken })))
      .toMatch(/^app\/x: 2 problems\n {2}- \[steps-present\] .*\n {2}- \[fake\] prop: wrong; remedy$/);
  });
});

describe('managed routes', () => {
  const matches = [{ headerName: 'x-canary', headerValue: StringMatch.exact('always') }];

  test('are those of the steps, in the order of their first use', () => {
    const rollout = new CanaryRollout(chartOf(), 'x', {
      ...pods(),
      traffic: router({ headerRoutes: true, mirrorRoutes: true }),
      steps: [
        CanaryStep.setHeaderRoute('b', matches), CanaryStep.setMirrorRoute('a', { match: [{ path: StringMatch.prefix('/') }] }),
        CanaryStep.removeHeaderRoute('b'), CanaryStep.setWeight(10),
      ],
    });

    expect(rollout.managedRoutes).toEqual(['b', 'a']);
  });

  test('given by name stand first', () => {
    const strategy = strategyOf({
      traffic: router({ headerRoutes: true }), steps: [CanaryStep.setHeaderRoute('b', matches)], managedRoutes: ['later', 'b'],
    });

    expect(strategy.trafficRouting.managedRoutes).toEqual([{ name: 'later' }, { name: 'b' }]);
  });

  test('are left out where there are none', () => {
    expect(strategyOf({ traffic: router(), steps: [CanaryStep.setWeight(1)] }).trafficRouting).toEqual({ plugins: { fake: { name: 'app' } } });
  });
});

/** The least that a router can be. */
function router(capabilities: Partial<TrafficRouterCapabilities> = {}): ITrafficRouter {
  return {
    capabilities: { services: CanaryServices.PAIR, ...capabilities },
    validate: () => [],
    bind: (_scope, { rolloutName }) => ({ trafficRouting: { plugins: { fake: { name: rolloutName } } } }),
  };
}

function release(props: Partial<CanaryRolloutProps>) {
  return synth((chart) => new CanaryRollout(chart, 'x', { ...pods(), ...props }));
}

function strategyIn(manifests: any[]) {
  return find(manifests, 'Rollout').spec.strategy.canary;
}

function strategyOf(props: Partial<CanaryRolloutProps>) {
  return strategyIn(release(props));
}
