import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forecastAll, isForecast } from '../../src/forecast/forecast';
import { Moment, ReleaseForecast } from '../../src/forecast/release-forecast';
import { readManifests } from '../../src/input/read-manifests';
import { reachText, sharesText } from '../../src/report/forecast/phrases';
import { Manifest } from '../util/synth';

/** The note of a release to which no route and no load balancer leads. */
export const NO_ENTRY_POINT = 'no entry point found: no route or load balancer sends users to these pods, so their shares follow from the strategy alone';

/** The forecast of the only Rollout. */
export function foretell(manifests: Manifest[]): ReleaseForecast {
  const [forecast] = forecastAll(manifests);
  if (!isForecast(forecast)) {
    throw new Error(forecast.problem);
  }
  return forecast;
}

export function problemOf(manifests: Manifest[]): string {
  const [forecast] = forecastAll(manifests);
  return isForecast(forecast) ? 'none' : forecast.problem;
}

export function golden(example: string): Manifest[] {
  const file = join(__dirname, '../golden', `${example}.k8s.yaml`);
  return readManifests([{ file, text: readFileSync(file, 'utf8') }]).manifests;
}

/** What a person sees of each moment: cause, phase, users, wait. */
export function story({ moments }: ReleaseForecast): string[] {
  return moments.map(({ cause, state, users, waitsFor }) => `${cause.kind}: ${state.phase}, ${sharesText(users) || 'nobody'}, then ${waitsFor.kind}`);
}

/** What answers at an entrance, moment by moment. */
export function answers({ moments }: ReleaseForecast, entrance: string): string[] {
  return moments.map(({ reach }) => {
    const found = reach.find((candidate) => candidate.entrance === entrance);
    return found === undefined ? 'not there' : reachText(found);
  });
}

/** The first moment that waits for a person. */
export function paused({ moments }: ReleaseForecast): Moment {
  return moments.find(({ waitsFor }) => waitsFor.kind === 'person')!;
}

export function analysisTemplate(name: string, metric: Manifest): Manifest {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name }, spec: { metrics: [metric] } };
}
