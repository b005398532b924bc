import { brokenRules } from './broken-rules';
import { Environment } from './environment';
import { environmentsOf } from './environments';
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
  const { environments, unchanged } = environmentsOf(acyclic(old), after);
  const byName = [...environments].sort((one, other) => (one.name ?? '') < (other.name ?? '') ? -1 : 1);
  const all = <T>(of: (environment: Environment) => readonly T[]) => byName.flatMap(of);
  return {
    rollouts: all((environment) => environment.rollouts.flatMap((pair) => rolloutDiff(pair, forecast)))
      .sort((one, other) => RELEASES_FIRST.indexOf(one.release) - RELEASES_FIRST.indexOf(other.release)),
    objects: all((environment) => environment.objects.map(objectDiff)),
    hazards: [...all(hazardsIn), ...all((environment) => brokenRules(environment, after))]
      .sort((one, other) => severityRank(one.severity) - severityRank(other.severity)),
    unchanged,
  };
}
