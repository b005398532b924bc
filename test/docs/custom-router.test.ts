import { join } from 'node:path';
import { blocksOf } from './markdown';
import { run } from './snippets';
import { CanaryRollout, CanaryStep, ITrafficRouter } from '../../src';
import { describeRouterContract } from '../traffic/router-contract';
import { chartOf, errorOf, find, pods } from '../util/synth';

const [program] = blocksOf(join(__dirname, '../../docs/custom-router.md')).filter(({ info }) => info.startsWith('ts'));
const { TraefikTraffic } = run(program);

describeRouterContract('TraefikTraffic of docs/custom-router.md', () => new TraefikTraffic());

describe('the router of docs/custom-router.md', () => {
  const props = () => ({ ...pods(), steps: [CanaryStep.setWeight(30), CanaryStep.pause()], traffic: new TraefikTraffic() as ITrafficRouter });

  test('splits by the weights of a TraefikService', () => {
    const chart = chartOf();
    const rollout = new CanaryRollout(chart, 'app', props());

    expect(find(chart.toJson(), 'TraefikService').spec.weighted.services)
      .toEqual([{ name: 'app', port: 80, weight: 100 }, { name: 'app-canary', port: 80, weight: 0 }]);
    expect(find(chart.toJson(), 'Rollout').spec.strategy.canary.trafficRouting).toEqual({ traefik: { weightedTraefikServiceName: 'app' } });
    expect(rollout.ignoreDifferences).toContainEqual(expect.objectContaining({ group: 'traefik.io', kind: 'TraefikService', name: 'app' }));
  });

  test('reports what is wrong together with the rollout', () => {
    const ports = [{ name: 'dns', port: 53, protocol: 'UDP' as any }];

    expect(errorOf((chart) => new CanaryRollout(chart, 'app', { ...props(), ports, replicas: -1 })))
      .toMatch(/app\/app: 3 problems\n.*\[replicas-range\].*\n.*\[traefik-http\] ports: Service app must serve HTTP/);
  });
});
