import { isDnsLabel, isDnsSubdomain } from '../../core/checks';
import { Manifest } from '../../core/manifest';
import { at, given, items, record, shown } from '../../core/read';
import { durationSeconds } from '../../model/summary/read-steps';

/** More pods than any cluster has of one Rollout; each may take a pass of its own. */
const MOST_PODS = 10_000;

/** More of a name tells a reader nothing. */
const LONGEST_NAME = 100;

/** Throws where a number or a duration is none that the controller takes: nothing can be foretold of it. */
export function checkValues({ spec }: Manifest, replicas: unknown): void {
  if (!isWhole(replicas) || replicas > MOST_PODS) {
    throw new Error(`it has ${shown(replicas)} replicas, and only a whole number of up to ${MOST_PODS} is simulated`);
  }
  const canary = record(at(spec, 'strategy', 'canary'));
  const most = at(canary.trafficRouting, 'maxTrafficWeight') ?? 100;
  items(canary.steps, 'spec.strategy.canary.steps').forEach(({ value: { setWeight, pause }, path }) => {
    if (given(setWeight) && (!isWhole(setWeight) || !isWhole(most) || setWeight > most)) {
      throw new Error(`${path}.setWeight is no whole number from 0 to ${shown(most)}, got ${shown(setWeight)}`);
    }
    const duration = at(pause, 'duration');
    if (given(duration) && durationSeconds(duration) === undefined) {
      throw new Error(`${path}.pause.duration is no duration, got ${shown(duration)}`);
    }
  });
}

/** Throws where the API server takes no object of that name: no release starts, and no command can be about it. */
export function checkName({ metadata }: Manifest): void {
  const { name, namespace } = record(metadata);
  if (!given(name)) {
    throw new Error('metadata.name is missing. Write the name of the Rollout');
  }
  if (typeof name !== 'string' || !isDnsSubdomain(name)) {
    throw new Error(`metadata.name must be a valid DNS subdomain: ${shown(name).slice(0, LONGEST_NAME)}. Rename the Rollout`);
  }
  if (given(namespace) && (typeof namespace !== 'string' || !isDnsLabel(namespace))) {
    throw new Error(`metadata.namespace must be a valid DNS label: ${shown(namespace).slice(0, LONGEST_NAME)}. Rename the namespace`);
  }
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
