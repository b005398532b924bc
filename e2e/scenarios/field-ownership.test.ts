import { releaseTest } from './scenario';
import { KubernetesObject } from '../cluster/api';

const CONTROLLER = 'rollouts-controller';

/** The fields that the controller owns outside status, as `Kind name: path`. */
function owned(object: KubernetesObject): string[] {
  const entries = object.metadata.managedFields.filter(({ manager, subresource }: any) => manager === CONTROLLER && !subresource);
  return entries.flatMap(({ fieldsV1 }: any) => leaves(fieldsV1)).map((path: string) => `${object.metadata.name}${path}`).sort();
}

function leaves(fields: Record<string, any>): string[] {
  return Object.entries(fields).filter(([key]) => key.startsWith('f:')).flatMap(([key, value]) => {
    const below = leaves(value);
    return (below.length > 0 ? below : ['']).map((path) => `.${key.slice(2)}${path}`);
  });
}

const REVISION = 'app.metadata.annotations.rollout.argoproj.io/revision';
const managed = (name: string, field: string) => [
  `${name}.metadata.annotations.argo-rollouts.argoproj.io/managed-by-rollouts`, `${name}.spec.${field}`,
];

releaseTest('of a blue-green release the controller owns the Services\' selectors, and nothing of the Rollout that Git writes', 'blue-green', async (release) => {
  await release.deploy();
  await release.reaches('Healthy');

  const { rollout, services, virtualServices } = await release.objects();

  expect(owned(rollout)).toEqual([REVISION]);
  expect(services.flatMap(owned)).toEqual([...managed('app', 'selector'), ...managed('app-preview', 'selector')]);
  expect(virtualServices.flatMap(owned)).toEqual([]);
});

releaseTest('of a canary the controller owns the selectors and, once it has moved the weights, the http routes', 'canary', async (release) => {
  await release.deploy();
  await release.reaches('Healthy');
  const first = await release.objects();
  await release.play({ deploy: { image: 'app:2' } });
  await release.reaches('Paused');

  const { rollout, services, virtualServices } = await release.objects();

  expect(first.virtualServices.flatMap(owned)).toEqual([]);
  expect(owned(rollout)).toEqual([REVISION]);
  expect(services.flatMap(owned)).toEqual([...managed('app', 'selector'), ...managed('app-canary', 'selector')]);
  expect(virtualServices.flatMap(owned)).toEqual(['app.spec.http']);
});

releaseTest('of a canary by subset the controller owns the subsets', 'canary-east-west', async (release) => {
  await release.deploy();
  await release.reaches('Healthy');

  const { rollout, services, destinationRules } = await release.objects();

  expect(owned(rollout)).toEqual([REVISION]);
  expect(services.flatMap(owned)).toEqual([]);
  expect(destinationRules.flatMap(owned)).toEqual(managed('app', 'subsets'));
});
