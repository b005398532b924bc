import { isDnsLabel, isDnsSubdomain } from '../../core/checks/checks';
import { given, record, shown } from '../../core/read';
import { malformedFields } from '../../model/release/malformed';
import { blueGreenIn, canaryIn, Release } from '../../model/release/release';
import { actionOf } from '../../model/release/steps';

/** More pods than any cluster has of one Rollout; each may take a pass of its own. */
const MOST_PODS = 10_000;

/** More of a name tells a reader nothing. */
const LONGEST_NAME = 100;

/** Throws where a value is none that the controller takes: nothing can be foretold of it. */
export function checkValues(release: Release, assumedReplicas: number): void {
  const malformed = malformedFields(release.rollout);
  const written = (path: string) => malformed.find((field) => field.path === path)?.value;
  const replicas = written('spec.replicas') ?? release.replicas ?? assumedReplicas;
  if (!isWhole(replicas) || replicas > MOST_PODS) {
    throw new Error(`it has ${shown(replicas)} replicas, and only a whole number of up to ${MOST_PODS} is simulated`);
  }
  checkSteps(release, written);
  const [first] = malformed;
  if (first) {
    throw new Error(`${first.path} must be ${first.form}, got ${shown(first.value)}`);
  }
  if (blueGreenIn(release)?.activeService === '') {
    throw new Error('spec.strategy.blueGreen.activeService must be the name of a Service, got nothing');
  }
}

function checkSteps(release: Release, written: (path: string) => unknown): void {
  const canary = canaryIn(release);
  const most = written('spec.strategy.canary.trafficRouting.maxTrafficWeight') ?? canary?.maxTrafficWeight;
  canary?.steps.forEach((step) => {
    const [setWeight, pause] = [actionOf(step, 'setWeight'), actionOf(step, 'pause')];
    const weight = written(`${step.path}.setWeight`) ?? setWeight?.weight;
    if (setWeight && (!isWhole(weight) || !isWhole(most) || weight > most)) {
      throw new Error(`${step.path}.setWeight is no whole number from 0 to ${shown(most)}, got ${shown(weight)}`);
    }
    if (pause?.duration !== undefined && pause.seconds === undefined) {
      throw new Error(`${step.path}.pause.duration is no duration, got ${shown(pause.duration)}`);
    }
  });
}

/** Throws where the API server takes no object of that name: no release starts, and no command can be about it. */
export function checkName({ rollout }: Release): void {
  const { name, namespace } = record(rollout.metadata);
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
