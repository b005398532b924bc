import { Hazard } from './hazard';
import { HAZARDS } from './index';
import { at, namespaceOf, shown, text } from '../../core/read';
import { Finding } from '../../validation/finding';
import { ignoredRules } from '../../validation/ignored';
import { Violation } from '../../validation/rule';
import { Environment, ObjectPair } from '../environment';

/** What merging an environment would hurt; the hazards of an object one after the other. */
export function hazardsIn(environment: Environment): Finding[] {
  return [
    ...environment.rollouts.flatMap((pair) => HAZARDS.flatMap((hazard) => findings(hazard, hazard.ofRollout?.(pair) ?? [], pair))),
    ...environment.objects.flatMap((pair) => HAZARDS.flatMap((hazard) => findings(hazard, hazard.ofObject?.(pair) ?? [], pair))),
  ];
}

function findings(hazard: Hazard, violations: Violation[], { old, now, environment }: ObjectPair): Finding[] {
  if (violations.length === 0) {
    return [];
  }
  const { manifest, file } = (now ?? old)!;
  const namespace = namespaceOf(manifest);
  const ignoredBecause = ignoredRules(manifest).get(hazard.id);
  return violations.map(({ path, value, message, remedy = hazard.remedy, severity = hazard.severity }) => ({
    rule: hazard.id,
    severity,
    kind: text(manifest.kind),
    ...namespace !== undefined && { namespace },
    name: shown(at(manifest, 'metadata', 'name')),
    path,
    ...value !== undefined && value !== null && { value },
    message,
    remedy,
    ...ignoredBecause !== undefined && { ignoredBecause },
    // Names alone do not tell the same objects of several environments apart.
    ...environment.name !== undefined && file !== '' && { file },
  }));
}
