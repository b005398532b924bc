import { ManifestDiff, RolloutDiff } from '../../diff/manifest-diff';
import { isForecast } from '../../forecast/forecast';
import { Finding } from '../../validation/finding';
import { Severity } from '../../validation/severity';

/** The hazards of a Rollout and of the objects on the way to its pods; those that are ignored left out. */
export function hazardsOf(rollout: RolloutDiff, { hazards }: ManifestDiff): Finding[] {
  const own = objectsOf(rollout);
  return hazards.filter((finding) => finding.ignoredBecause === undefined && isBeside(finding, rollout) && own.has(keyOf(finding)));
}

/** The Rollouts whose plans an error may make untrue: one of their own, or of an object of which nobody can say whose it is. */
export function plansInDoubt({ rollouts, hazards }: ManifestDiff): ReadonlySet<RolloutDiff> {
  const byObject = new Map<string, RolloutDiff[]>();
  rollouts.forEach((rollout) => objectsOf(rollout).forEach((key) => byObject.set(key, (byObject.get(key) ?? []).concat(rollout))));
  const errors = hazards.filter(({ severity, ignoredBecause }) => severity === Severity.ERROR && ignoredBecause === undefined);
  return new Set(errors.flatMap((finding) => {
    const owners = (byObject.get(keyOf(finding)) ?? []).filter((rollout) => isBeside(finding, rollout));
    return owners.length > 0 || finding.kind === 'Rollout' ? owners : rollouts.filter((rollout) => isBeside(finding, rollout));
  }));
}

/** Whether both are in one deployment, as far as it is known. */
function isBeside({ file, namespace }: Finding, { deployment, namespace: own }: RolloutDiff): boolean {
  const isSame = deployment === undefined || file === undefined || file === deployment || file.startsWith(`${deployment}/`);
  return isSame && (namespace === own || namespace === undefined || own === undefined);
}

/** The Rollout and all that its forecast names. */
function objectsOf({ name, why, forecast }: RolloutDiff): Set<string> {
  const own = [`Rollout ${name}`, ...why.flatMap(({ of }) => of ?? [])];
  if (forecast === undefined || !isForecast(forecast)) {
    return new Set(own);
  }
  const services = forecast.moments.flatMap(({ state }) => Object.keys(state.services));
  const ways = forecast.entrances.flatMap(({ path }) => path.map((hop) => `${hop.kind} ${hop.name}`));
  return new Set([...own, ...services.map((service) => `Service ${service}`), ...ways]);
}

const keyOf = ({ kind, name }: Finding) => `${kind} ${name}`;
