import { Api, KubernetesObject } from '../cluster/api';
import { ReleaseEvent } from '../release/event';
import { exampleManifests } from '../release/manifests';
import { Release } from '../release/release';
import { TraceEntry, writeTrace } from '../release/trace';

/** An event, and the lines that describe the release once it has settled. */
export type Play = [event: ReleaseEvent | 'deployed', ...lines: string[]];

/** A test that plays a release of an example on the cluster, holds each state to the lines, and records it. */
export function scenario(title: string, options: { readonly example: string; readonly trace: string }, plays: Play[]): void {
  // Only the kubelet of our own control plane holds pods back.
  const possible = !process.env.E2E_IMAGE || !plays.some(([event]) => event === 'hold');
  (possible ? releaseTest : skippedTest)(title, options.example, async (release) => {
    const events: TraceEntry[] = [];
    for (const [event, ...lines] of plays) {
      await (event === 'deployed' ? release.deploy() : release.play(event));
      events.push({ event, state: await release.expect(lines) });
    }
    writeTrace(options.trace, { example: options.example, events });
  });
}

/** A test of a release in a namespace of its own, beside the others of its file. */
export function releaseTest(title: string, example: string, use: (release: Release, api: Api) => Promise<void>): void {
  test.concurrent(title, () => withRelease(exampleManifests(example), use));
}

function skippedTest(title: string): void {
  test.skip(title, () => undefined);
}

export async function withRelease(manifests: KubernetesObject[], use: (release: Release, api: Api) => Promise<void>): Promise<void> {
  const api = await Api.connect();
  try {
    const release = await Release.create(api, manifests);
    await use(release, api).finally(() => release.delete());
  } finally {
    await api.close();
  }
}
