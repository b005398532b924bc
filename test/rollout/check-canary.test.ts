import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  AnalysisTemplate, AntiAffinity, CanaryRollout, CanaryRolloutProps, CanaryScale, CanaryServices, CanaryStep, ExperimentSpecRef, ITrafficRouter,
  ReplicaProgressThreshold, StringMatch, TrafficRouterCapabilities,
} from '../../src';
import { errorOf, pods } from '../util/synth';

const STEPS = [CanaryStep.setWeight(30), CanaryStep.pause()];
const HEADER_ROUTE = CanaryStep.setHeaderRoute('h', [{ headerName: 'a', headerValue: StringMatch.exact('b') }]);
const MIRROR_ROUTE = CanaryStep.setMirrorRoute('m', { match: [{ path: StringMatch.prefix('/') }] });
const EXPERIMENT = CanaryStep.experiment({ templates: [{ name: 'a', specRef: ExperimentSpecRef.CANARY, weight: 5 }] });

describe('fails when', () => {
  test.each<[string, Partial<CanaryRolloutProps>, string, string]>([
    ['there are no steps with a router', { traffic: router() }, 'steps-present', 'steps'],
    ['the steps are empty with a router', { traffic: router(), steps: [] }, 'steps-present', 'steps'],
    ['a weight is below 0', { steps: [CanaryStep.setWeight(-1)] }, 'weight-range', 'steps[0].setWeight'],
    ['a weight has a fraction', { steps: [CanaryStep.pause(), CanaryStep.setWeight(30.5)] }, 'weight-range', 'steps[1].setWeight'],
    ['a weight is no number', { steps: [CanaryStep.setWeight(NaN)] }, 'weight-range', 'steps[0].setWeight'],
    ['a finer weight meets percent', { steps: [CanaryStep.setWeight(5, 1000)] }, 'weight-scale', 'steps[0].setWeight'],
    ['percent meet a finer weight', { steps: [CanaryStep.setWeight(5)], traffic: router({ maxWeight: 1000 }) }, 'weight-scale', 'steps[0].setWeight'],
    ['setCanaryScale has no router', { steps: [CanaryStep.canaryScale(CanaryScale.replicas(1))] }, 'step-needs-router', 'steps[0].setCanaryScale'],
    ['setHeaderRoute has no router', { steps: [HEADER_ROUTE], managedRoutes: undefined }, 'step-needs-router', 'steps[0].setHeaderRoute'],
    ['setMirrorRoute has no router', { steps: [MIRROR_ROUTE] }, 'step-needs-router', 'steps[0].setMirrorRoute'],
    ['an experiment with a weight has no router', { steps: [EXPERIMENT] }, 'step-needs-router', 'steps[0].experiment'],
    ['a router knows no header routes', { steps: [HEADER_ROUTE], traffic: router() }, 'step-needs-router', 'steps[0].setHeaderRoute'],
    ['a router knows no mirror routes', { steps: [MIRROR_ROUTE], traffic: router({ headerRoutes: true }) }, 'step-needs-router', 'steps[0].setMirrorRoute'],
    ['a router cannot weight experiments', { steps: [EXPERIMENT], traffic: router() }, 'step-needs-router', 'steps[0].experiment'],
    ['scaleDownDelay has no router', { scaleDownDelay: Duration.seconds(5) }, 'field-needs-router', 'scaleDownDelay'],
    ['abortScaleDownDelay has no router', { abortScaleDownDelay: Duration.seconds(5) }, 'field-needs-router', 'abortScaleDownDelay'],
    ['dynamicStableScale has no router', { dynamicStableScale: true }, 'field-needs-router', 'dynamicStableScale'],
    ['minPodsPerReplicaSet has no router', { minPodsPerReplicaSet: 1 }, 'field-needs-router', 'minPodsPerReplicaSet'],
    ['managedRoutes have no router', { managedRoutes: ['a'] }, 'field-needs-router', 'managedRoutes'],
    ['pingPong has no router', { pingPong: {} }, 'field-needs-router', 'pingPong'],
    ['a router cannot swap Services', { steps: STEPS, traffic: router(), pingPong: {} }, 'ping-pong-router', 'pingPong'],
    ['dynamicStableScale meets scaleDownDelay', { steps: STEPS, traffic: router(), dynamicStableScale: true, scaleDownDelay: Duration.seconds(5) }, 'dynamic-stable-scale-alone', 'dynamicStableScale, scaleDownDelay'],
    ['scaleDownDelay is zero', { steps: STEPS, traffic: router(), scaleDownDelay: Duration.seconds(0) }, 'scale-down-delay-zero', 'scaleDownDelay'],
    ['scaleDownDelay has a fraction of a second', { steps: STEPS, traffic: router(), scaleDownDelay: Duration.millis(1500) }, 'duration-whole-seconds', 'scaleDownDelay'],
    ['surge and unavailability are zero', { maxSurge: kplus.PercentOrAbsolute.absolute(0), maxUnavailable: kplus.PercentOrAbsolute.percent(0) }, 'surge-or-unavailable', 'maxSurge, maxUnavailable'],
    ['minPodsPerReplicaSet is zero', { steps: STEPS, traffic: router(), minPodsPerReplicaSet: 0 }, 'replicas-range', 'minPodsPerReplicaSet'],
    ['an analysis starts behind the last step', { steps: STEPS, analysis: { templates: [AnalysisTemplate.fromAnalysisTemplateName('a')], startingStep: 3 } }, 'starting-step-range', 'analysis.startingStep'],
    ['an analysis names no template', { analysis: { templates: [] } }, 'analysis-template-present', 'analysis.templates'],
    ['anti-affinity has a weight of 0', { antiAffinity: AntiAffinity.preferred(0) }, 'anti-affinity-weight', 'antiAffinity.weight'],
    ['anti-affinity has a weight of 101', { antiAffinity: AntiAffinity.preferred(101) }, 'anti-affinity-weight', 'antiAffinity.weight'],
    ['a threshold is 0 %', { replicaProgressThreshold: ReplicaProgressThreshold.percent(0) }, 'replica-progress-threshold', 'replicaProgressThreshold'],
    ['a threshold is 0 pods', { replicaProgressThreshold: ReplicaProgressThreshold.pods(0) }, 'replica-progress-threshold', 'replicaProgressThreshold'],
    ['canaryMetadata sets the label of the selector', { canaryMetadata: { labels: { 'app.kubernetes.io/name': 'x' } } }, 'ephemeral-label-selected', 'canaryMetadata.labels["app.kubernetes.io/name"]'],
    ['stableMetadata sets the label of the controller', { stableMetadata: { labels: { 'rollouts-pod-template-hash': 'x' } } }, 'ephemeral-label-selected', 'stableMetadata.labels["rollouts-pod-template-hash"]'],
    ['both Services have one name', { steps: STEPS, traffic: router(), canaryServiceName: 'app' }, 'services-differ', 'stableService, canaryService'],
    ['ping and pong have one name', { steps: STEPS, traffic: router({ pingPong: true }), pingPong: { pingServiceName: 'a', pongServiceName: 'a' } }, 'services-differ', 'pingService, pongService'],
    ['pingPong meets a stable Service', { steps: STEPS, traffic: router({ pingPong: true }), pingPong: {}, stableServiceName: 'a' }, 'service-without-role', 'stableServiceName'],
    ['a router with one Service meets a canary Service', { steps: STEPS, traffic: router({ services: CanaryServices.SINGLE }), canaryServiceName: 'a' }, 'service-without-role', 'canaryServiceName'],
    ['there is no port with a router', { steps: STEPS, traffic: router(), ports: [] }, 'ports-present', 'ports'],
  ])('%s', (_name, props, rule, prop) => {
    const error = errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), ...props }));

    expect(error.split('\n').filter((line) => !line.includes('problems'))[0]).toContain(`[${rule}] ${prop}: `);
    expect(error.startsWith('app/x: ')).toBe(true);
    expect(error).toMatch(/; .+$/);
  });
});

test('settings that are switched off need no router', () => {
  expect(() => errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), dynamicStableScale: false }))).toThrow('building did not fail');
});

/** The least that a router can be. */
function router(capabilities: Partial<TrafficRouterCapabilities> = {}): ITrafficRouter {
  return {
    capabilities: { services: CanaryServices.PAIR, ...capabilities },
    validate: () => [],
    bind: () => ({ trafficRouting: { plugins: { fake: {} } } }),
  };
}
