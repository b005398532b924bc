import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import {
  CanaryRollout, CanaryRolloutProps, CanaryServices, CanaryStep, CanaryTrafficContext, ExperimentSpecRef, ITrafficRouter, ServiceRole, StringMatch,
} from '../../src';
import { find, Manifest, pods } from '../util/synth';
import { deepFreeze } from '../validation/deep-freeze';

const MATCH = [{ headerName: 'x-canary', headerValue: StringMatch.exact('always') }];

/**
 * What any traffic router must hold, whoever wrote it.
 *
 * @param name The name of the router in the report of the tests.
 * @param factory Makes a router with right options for a rollout named `app` with an http port 80.
 */
export function describeRouterContract(name: string, factory: () => ITrafficRouter): void {
  describe(`the traffic router ${name}`, () => {
    test('finds nothing wrong with right options', () => {
      expect(factory().validate(contextFor(factory()))).toEqual([]);
    });

    test('validates without a change of what it is told, and says the same again', () => {
      const router = factory();
      const context = deepFreeze(contextFor(router));

      expect(router.validate(context)).toEqual(router.validate(context));
    });

    test('creates its objects below the scope that it is given, and returns them', () => {
      const { scope, binding } = bound(factory());
      const created = scope.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));

      expect(binding.trafficObjects?.map(({ apiObject }) => apiObject) ?? []).toEqual(expect.arrayContaining(
        created.filter((object) => JSON.stringify(object.toJson().spec).includes('weight')),
      ));
    });

    test('puts its objects into the namespace of the rollout', () => {
      const { scope } = bound(factory());
      const created = scope.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));

      expect(created.map(({ metadata }) => metadata.namespace)).toEqual(created.map(() => 'shop'));
    });

    test('tells the controller of exactly one router', () => {
      expect(Object.keys(bound(factory()).binding.trafficRouting)).toHaveLength(1);
    });

    test('names the Services of the rollout in its objects', () => {
      const router = factory();
      const { scope } = bound(router);
      const text = JSON.stringify(scope.node.findAll().filter(ApiObject.isApiObject).map((object) => (object as ApiObject).toJson()));

      expect(contextFor(router).services.filter((service) => !text.includes(`"${service.name}"`))).toEqual([]);
    });

    test('names no field to be ignored but of objects with a name', () => {
      expect(bound(factory()).binding.ignoreDifferences?.filter((fields) => !fields.name) ?? []).toEqual([]);
    });

    test('gives a rollout that synthesizes, twice the same', () => {
      expect(release(factory())).toEqual(release(factory()));
    });

    test('gives a rollout with its part of the strategy, and the Services that it asks for', () => {
      const router = factory();
      const manifests = release(router);
      const { canary } = find(manifests, 'Rollout').spec.strategy;

      expect(canary.trafficRouting).toMatchObject(bound(factory(), 'app-service').binding.trafficRouting);
      expect(canary.trafficRouting.maxTrafficWeight).toBe(router.capabilities.maxWeight);
      expect(manifests.filter(({ kind }) => kind === 'Service')).toHaveLength(isPair(router) ? 2 : 1);
    });

    test.each<['headerRoutes' | 'mirrorRoutes' | 'experimentWeights', CanaryStep]>([
      ['headerRoutes', CanaryStep.setHeaderRoute('testers', MATCH)],
      ['mirrorRoutes', CanaryStep.setMirrorRoute('shadow', { match: [{ path: StringMatch.prefix('/') }] })],
      ['experimentWeights', CanaryStep.experiment({ templates: [{ name: 'trial', specRef: ExperimentSpecRef.CANARY, weight: 5 }] })],
    ])('takes steps by its capability %s', (capability, step) => {
      const router = factory();
      const build = () => release(router, { steps: [step, weightStep(router)] });

      (router.capabilities[capability] ? expect(build).not : expect(build)).toThrow('[step-needs-router]');
    });

    test('takes Services that swap roles by its capability pingPong', () => {
      const router = factory();
      const build = () => release(router, { pingPong: {} });

      (router.capabilities.pingPong ? expect(build).not : expect(build)).toThrow('[ping-pong-router]');
    });
  });
}

function isPair(router: ITrafficRouter): boolean {
  return router.capabilities.services === CanaryServices.PAIR;
}

function weightStep({ capabilities: { maxWeight = 100 } }: ITrafficRouter): CanaryStep {
  return CanaryStep.setWeight(1, maxWeight);
}

function contextFor(router: ITrafficRouter, namespace: string = 'shop'): CanaryTrafficContext {
  const ports = [{ name: 'http', port: 80, targetPort: 5000 }];
  const pair = [{ role: ServiceRole.STABLE, name: 'app', ports }, { role: ServiceRole.CANARY, name: 'app-canary', ports }];
  return {
    rolloutName: 'app',
    namespace,
    podLabels: { 'app.kubernetes.io/name': 'app' },
    services: isPair(router) ? pair : [{ role: ServiceRole.SHARED, name: 'app', ports }],
    steps: [weightStep(router), CanaryStep.pause()],
    managedRoutes: [],
  };
}

function bound(router: ITrafficRouter, namespace?: string) {
  const scope = new Construct(new Chart(Testing.app(), 'chart', { namespace }), 'app');
  return { scope, binding: router.bind(scope, contextFor(router, namespace)) };
}

function release(router: ITrafficRouter, props: Partial<CanaryRolloutProps> = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'app', { namespace: 'app-service' });
  new CanaryRollout(chart, 'app', { ...pods(), steps: [weightStep(router), CanaryStep.pause()], traffic: router, ...props });
  return chart.toJson();
}
