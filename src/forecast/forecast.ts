import { commandOf } from './commands';
import { Way } from './entrance/way';
import { waysOf } from './entrance/ways';
import { momentsOf } from './moments';
import { notesOf } from './notes';
import { checkName, checkValues } from './read/check-values';
import { splittingOf } from './read/splitting';
import { versionsOf } from './read/versions';
import { ReleaseForecast, Unforeseeable } from './release-forecast';
import { Walker } from './walk/walk';
import { failureText } from '../core/failure';
import { Manifest } from '../core/manifest';
import { at, namespaceOf, record, shown } from '../core/read';
import { ROLLOUT } from '../model/manifests/kinds';
import { ManifestSet } from '../model/manifests/manifest-set';
import { AssumedReplicas, assumedReplicas } from '../model/release/assumed-replicas';
import { readTemplate, Start, startRollout } from '../simulator/start/start';

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
  const namespace = namespaceOf(rollout);
  const name = { name: shown(at(rollout, 'metadata', 'name')), ...namespace !== undefined && { namespace } };
  try {
    checkName(rollout);
    const written = readTemplate(rollout, set);
    const replicas = assumedReplicas(set, rollout);
    checkValues(rollout, at(rollout, 'spec', 'replicas') ?? replicas.count);
    const start = startRollout(set, rollout, running ?? written, replicas.count);
    return { ...name, ...played(set, rollout, start, replicas, running ?? written, running ? written : marked(written)) };
  } catch (error) {
    return { ...name, problem: failureText(error) };
  }
}

export function isForecast(forecast: ReleaseForecast | Unforeseeable): forecast is ReleaseForecast {
  return !('problem' in forecast);
}

type Played = Omit<ReleaseForecast, 'name' | 'namespace'>;

function played(set: ManifestSet, rollout: Manifest, start: Start, replicas: AssumedReplicas, running: Manifest, next: Manifest): Played {
  const { release, state } = start;
  const promote = commandOf(release, 'promote');
  const context = { set, rollout, release };
  const walk = new Walker(context, promote).walk(state, next);
  const isThere = ({ lead }: Way) => walk.stops.some(({ state: current }) => lead(current) !== undefined);
  const found = waysOf(set, rollout, start);
  const ways = found.filter(isThere);
  return {
    strategy: release.blueGreen ? 'blueGreen' : 'canary',
    splitting: splittingOf(release),
    replicas,
    versions: versionsOf(running, next),
    entrances: ways.map(({ entrance }) => entrance),
    moments: momentsOf(context, walk.stops, ways, promote),
    peakPods: walk.peakPods,
    persons: walk.stops.filter(({ waitsFor }) => waitsFor.kind === 'person').length,
    earliestEnd: Math.floor(walk.stops[walk.stops.length - 1].state.now / 1000),
    notes: [...notesOf(release, replicas, walk), ...found.filter((way) => !ways.includes(way)).map(neverThere)],
  };
}

function neverThere({ entrance: { path } }: Way): string {
  const { detail, name } = path[path.length - 1];
  return `the ${detail ?? 'way'} of VirtualService ${name} is never there: the controller takes it away as long as the new version has no pod`;
}

function marked(template: Manifest): Manifest {
  const metadata = record(template.metadata);
  return { ...template, metadata: { ...metadata, annotations: { ...record(metadata.annotations), ...MARK.annotations } } };
}
