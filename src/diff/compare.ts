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

/** How manifests are compared. */
export interface CompareOptions {
  /** What tells the releases that start. */
  readonly forecast?: Forecast;
  /** The release of Argo Rollouts that will run them. @default ARGO_ROLLOUTS_VERSION */
  readonly argoRolloutsVersion?: string;
}

/** What merging the new manifests over the old ones does, in each environment. */
export function compareManifests(old: Side, now: Side, { forecast = forecastRelease, argoRolloutsVersion }: CompareOptions = {}): ManifestDiff {
  const after = acyclic(now);
  const { environments, unchanged } = environmentsOf(acyclic(old), after);
  const byName = [...environments].sort((one, other) => (one.name ?? '') < (other.name ?? '') ? -1 : 1);
  const all = <T>(of: (environment: Environment) => readonly T[]) => byName.flatMap(of);
  return {
    rollouts: all((environment) => environment.rollouts.flatMap((pair) => rolloutDiff(pair, forecast)))
      .sort((one, other) => RELEASES_FIRST.indexOf(one.release) - RELEASES_FIRST.indexOf(other.release)),
    objects: all((environment) => environment.objects.map(objectDiff)),
    hazards: [...all(hazardsIn), ...all((environment) => brokenRules(environment, after, { argoRolloutsVersion }))]
      .sort((one, other) => severityRank(one.severity) - severityRank(other.severity)),
    unchanged,
  };
}
