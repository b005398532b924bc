import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { jsonText } from '../json';

/** What `plan --format json` prints. */
export interface PlanJson {
  /** The next release of every Rollout, in the order of the manifests. */
  readonly releases: ReadonlyArray<ReleaseForecast | Unforeseeable>;
}

/** The forecasts as data, in the shape of `docs/plan.schema.json`. */
export function forecastsJson(releases: PlanJson['releases']): string {
  const plan: PlanJson = { releases };
  return jsonText(plan);
}
