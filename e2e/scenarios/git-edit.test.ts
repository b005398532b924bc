import { releaseTest } from './scenario';
import { kubectl } from '../cluster/kubectl';
import { weightHistory } from '../release/history';
import { ofKind } from '../release/manifests';
import { Release } from '../release/release';

for (const how of ['server-side', 'client-side'] as const) {
  releaseTest(`canary: a timeout that is edited in Git mid-release arrives by a ${how} apply, and the weights come back`, 'canary', async (release, api) => {
    await release.apply(release.manifests, how);
    await release.reaches('Healthy');
    await release.play({ deploy: { image: 'app:2' } });
    await release.reaches('Paused');
    const git = release.manifests;
    ofKind(git, 'VirtualService', 'app').spec.http[0].timeout = '5s';

    const weights = await weightHistory(api, release.namespace, async () => {
      await release.commit(git, how);
      await release.settled();
    });

    expect(weights).toEqual(['70/30', '100/0', '70/30']);
    expect(await timeoutIn(release)).toBe('5s');
  });
}

async function timeoutIn(release: Release): Promise<string> {
  const { spec } = JSON.parse(await kubectl(['get', 'virtualservice', 'app', '-n', release.namespace, '-o', 'json']));
  return spec.http.find(({ name }: { name: string }) => name === 'backend-routes').timeout;
}
