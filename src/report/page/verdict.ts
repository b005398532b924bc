import { plural, times } from './words';
import { ReleaseForecast } from '../../forecast/release-forecast';
import { secondsText } from '../../forecast/words';

const STRATEGIES = { blueGreen: 'blue-green', canary: 'canary' };

/** A short text, and whether it calls for a person. */
export interface Tag {
  readonly text: string;
  readonly person?: true;
}

/** A release in a few short texts, the same for all releases: strategy, pods, people, the most pods, and how long it takes. */
export function verdict(forecast: ReleaseForecast): Tag[] {
  const { strategy, replicas, persons, peakPods, earliestEnd } = forecast;
  const autoscaled = replicas.from === 'autoscaler' ? ` of an autoscaler${replicas.most === undefined ? '' : ` up to ${replicas.most}`}` : '';
  return [
    { text: STRATEGIES[strategy] },
    persons === 0 ? { text: 'runs by itself' } : { text: `waits for a person ${times(persons)}`, person: true },
    { text: `${plural(replicas.count, 'pod')}${autoscaled}, at most ${peakPods}` },
    { text: earliestEnd === 0 ? 'over at once' : `over after ${secondsText(earliestEnd)} at the earliest` },
  ];
}
