import { brokenRules } from './broken-rules';
import { Cluster } from './cluster';
import { clustersOf } from './clusters';
import { forecastRelease } from '../forecast/forecast';
import { severityRank } from '../validation/severity-rank';
import { hazardsIn } from './hazards/find-hazards';
import { ManifestDiff, RolloutDiff } from './manifest-diff';
import { objectDiff } from './objects/object-diff';
import { acyclic } from './pairing/acyclic';
import { Side } from './pairing/side';
import { Forecast, rolloutDiff } from './rollout/rollout-diff';

const RELEASES_FIRST: ReadonlyArray<RolloutDiff['release']> = ['starts', 'first', 'none'];

/** What merging the new manifests over the old ones does in the clusters. */
export function compareManifests(old: Side, now: Side, forecast: Forecast = forecastRelease): ManifestDiff {
  const after = acyclic(now);
  const { clusters, unchanged } = clustersOf(acyclic(old), after);
  const byName = [...clusters].sort((one, other) => (one.name ?? '') < (other.name ?? '') ? -1 : 1);
  const all = <T>(of: (cluster: Cluster) => readonly T[]) => byName.flatMap(of);
  return {
    rollouts: all((cluster) => cluster.rollouts.flatMap((pair) => rolloutDiff(pair, forecast)))
      .sort((one, other) => RELEASES_FIRST.indexOf(one.release) - RELEASES_FIRST.indexOf(other.release)),
    objects: all((cluster) => cluster.objects.map(objectDiff)),
    hazards: [...all(hazardsIn), ...all((cluster) => brokenRules(cluster, after))]
      .sort((one, other) => severityRank(one.severity) - severityRank(other.severity)),
    unchanged,
  };
}
