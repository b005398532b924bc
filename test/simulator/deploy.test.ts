import { basicCanary, blueGreen, deploy, expectPlays } from './releases';
import { simulate } from '../../src/simulator/simulate';

const relabelled = { deploy: { template: { metadata: { labels: { app: 'other' } } } } };

test('the image that runs already changes nothing', () => {
  expectPlays(blueGreen(), [
    ['deployed', 'Healthy', 'r1 4/4 stable active', 'active → r1, preview → r1'],
    [deploy(1), 'Healthy', 'r1 4/4 stable active', 'active → r1, preview → r1'],
  ]);
});

describe('fails when', () => {
  test('a Service of the Rollout would select no pods of the new version', () => {
    expect(() => simulate(blueGreen(), 'app', [relabelled]))
      .toThrow('events[0]: Rollout app is invalid: Service active selects by app: app, which is no label of its pods');
  });

  test('the Rollout would select no pods of the new version', () => {
    expect(() => simulate(basicCanary(), 'app', [relabelled])).toThrow('events[0]: Rollout app is invalid: it selects by app: app, which is no label of its pods');
  });
});
