import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';

/** The forecasts as data, in the shape of `docs/plan.schema.json`. */
export function forecastsJson(releases: ReadonlyArray<ReleaseForecast | Unforeseeable>): string {
  return `${JSON.stringify({ releases }, undefined, 2)}\n`;
}
