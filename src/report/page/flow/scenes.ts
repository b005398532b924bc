import { Moment, Reach, ReleaseForecast, Share, Target } from '../../../forecast/release-forecast';
import { ReleaseState } from '../../../simulator/release-state';

/** What the diagram shows at one position: a moment, or what going back leads to. */
export interface Scene {
  readonly state: ReleaseState;
  readonly reach: readonly Reach[];
  /** As which revision the old version comes again. */
  readonly as?: number;
}

/** The revision of the old version. */
export const OLD = 1;

/** All that the diagram of a release can show, and where what comes of going back stands, by moment. */
export interface Scenes {
  readonly scenes: readonly Scene[];
  readonly back: ReadonlyArray<number | undefined>;
}

/** The moments, and behind them what going back from them leads to; most lead to the same. */
export function scenesOf({ moments, versions }: ReleaseForecast): Scenes {
  const scenes: Scene[] = moments.map(({ state, reach }) => ({ state, reach }));
  const known = new Map<string, number>();
  const back = moments.map(({ goBack }: Moment) => {
    if (!goBack) {
      return undefined;
    }
    const key = JSON.stringify([goBack.state, goBack.reach]);
    if (!known.has(key)) {
      known.set(key, scenes.push(again({ state: goBack.state, reach: goBack.reach }, versions.map(({ revision }) => revision))) - 1);
    }
    return known.get(key);
  });
  return { scenes, back };
}

/** As which revision the old version comes again: an undo gives its ReplicaSet a new number. */
export function againAs({ revisions }: ReleaseState, known: readonly number[]): number | undefined {
  const numbers = revisions.map(({ revision }) => revision);
  return numbers.includes(OLD) ? undefined : numbers.find((revision) => !known.includes(revision));
}

/** The old version stays in its place. */
function again(scene: Scene, known: readonly number[]): Scene {
  const { revisions, services } = scene.state;
  const as = againAs(scene.state, known);
  if (as === undefined) {
    return scene;
  }
  const named = <T extends number | null>(revision: T) => revision === as ? OLD : revision;
  const shares = (all: readonly Share[]) => all.map((share) => ({ ...share, revision: named(share.revision) }));
  const target = (one: Target): Target => ({ ...one, revisions: shares(one.revisions) });
  return {
    as,
    state: {
      ...scene.state,
      revisions: revisions.map((one) => ({ ...one, revision: named(one.revision) })),
      services: Object.fromEntries(Object.entries(services).map(([name, revision]) => [name, named(revision)])),
    },
    reach: scene.reach.map((one) => ({ ...one, targets: one.targets.map(target), ...one.mirror && { mirror: target(one.mirror) } })),
  };
}
