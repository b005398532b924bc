import { commandOf } from './commands';
import { EntryPoint } from './entry-points/entry-point';
import { entryPointsOf } from './entry-points/entry-points';
import { momentsOf } from './moments';
import { neverThereNote, notesOf } from './notes';
import { checkValues } from './read/check-values';
import { splittingOf } from './read/splitting';
import { versionsOf } from './read/versions';
import { ReleaseContext } from './release-context';
import { ReleaseForecast, Unforeseeable } from './release-forecast';
import { Snapshot, TimelinePlayer } from './timeline/timeline';
import { usersReader } from './users';
import { Manifest } from '../core/manifest';
import { record } from '../core/read';
import { ROLLOUT } from '../model/manifests/kinds';
import { ManifestSet } from '../model/manifests/manifest-set';
import { AssumedReplicas, assumedReplicas } from '../model/release/assumed-replicas';
import { readRelease } from '../model/release/read-release';
import { readTemplate, startRollout } from '../simulator/start/start';

/** Changes nothing that anybody sees, yet is another version to the controller. */
const MARK = { annotations: { 'cdk8s-rollouts/next': 'true' } };

/** The next releases of all Rollouts among the manifests, in their order. */
export function forecastAll(manifests: readonly Manifest[]): Array<ReleaseForecast | Unforeseeable> {
  const set = new ManifestSet(manifests);
  return set.ofKind(ROLLOUT).map((rollout) => forecastRelease(set, rollout));
}

/**
 * What the next release of a Rollout will do.
 *
 * @param running The pod template of the version that runs; the Rollout holds the next one. Left out, the Rollout's own runs, and
 * the next one differs from it in something that does not matter.
 */
export function forecastRelease(set: ManifestSet, rollout: Manifest, running?: Manifest): ReleaseForecast | Unforeseeable {
  const release = readRelease(rollout);
  const name = { name: release.name, ...release.namespace !== undefined && { namespace: release.namespace } };
  try {
    const replicas = assumedReplicas(set, rollout);
    checkValues(release, replicas.count);
    const written = readTemplate(rollout, set);
    const { state: initial } = startRollout(set, rollout, running ?? written, replicas.count);
    return { ...name, ...played({ set, release, initial }, replicas, running ?? written, running ? written : marked(written)) };
  } catch (error) {
    return { ...name, problem: problemOf(error as Error) };
  }
}

export function isForecast(forecast: ReleaseForecast | Unforeseeable): forecast is ReleaseForecast {
  return !('problem' in forecast);
}

type Played = Omit<ReleaseForecast, 'name' | 'namespace'>;

function played(context: ReleaseContext, replicas: AssumedReplicas, running: Manifest, next: Manifest): Played {
  const { release, initial } = context;
  const promote = commandOf(release, 'promote');
  const timeline = new TimelinePlayer(context, promote).play(initial, next);
  const { snapshots, peakPods } = timeline;
  const all = entryPointsOf(context);
  const isThere = ({ targetsAt }: EntryPoint) => snapshots.some(({ state }) => targetsAt(state) !== undefined);
  const entryPoints = all.filter(isThere);
  const traffic = { entryPoints, usersAt: usersReader(context, entryPoints) };
  return {
    strategy: release.strategy.kind === 'blueGreen' ? 'blueGreen' : 'canary',
    splitting: splittingOf(context),
    replicas,
    versions: versionsOf(running, next),
    entrances: entryPoints.map(({ entrance }) => entrance),
    moments: momentsOf(context, snapshots, traffic, promote),
    peakPods,
    persons: manualGates(snapshots),
    earliestEnd: Math.floor(snapshots[snapshots.length - 1].state.now / 1000),
    notes: [...notesOf(context, replicas, timeline, traffic), ...all.filter((entryPoint) => !entryPoints.includes(entryPoint)).map(neverThereNote)],
  };
}

/** How often a release waits for a person. */
function manualGates(snapshots: readonly Snapshot[]): number {
  return snapshots.filter(({ waitsFor }) => waitsFor.kind === 'person').length;
}

function marked(template: Manifest): Manifest {
  const metadata = record(template.metadata);
  return { ...template, metadata: { ...metadata, annotations: { ...record(metadata.annotations), ...MARK.annotations } } };
}

/** Manifests come from anybody, and the simulator takes the forms of the controller's fields for granted. */
function problemOf(error: Error): string {
  return error instanceof TypeError || error instanceof RangeError
    ? 'a field has another form than the controller takes; lint says which'
    : error.message;
}
