import { Hazard } from './hazard';
import { HAZARDS } from './index';
import { at, namespaceOf, shown, text } from '../../core/read';
import { Finding } from '../../validation/finding';
import { ignoredRules } from '../../validation/ignored';
import { Violation } from '../../validation/rule';
import { Cluster, ObjectPair } from '../cluster';

/** What merging a deployment would hurt; the hazards of an object one after the other. */
export function hazardsIn(cluster: Cluster): Finding[] {
  return [
    ...cluster.rollouts.flatMap((pair) => HAZARDS.flatMap((hazard) => findings(hazard, hazard.ofRollout?.(pair) ?? [], pair))),
    ...cluster.objects.flatMap((pair) => HAZARDS.flatMap((hazard) => findings(hazard, hazard.ofObject?.(pair) ?? [], pair))),
  ];
}

function findings(hazard: Hazard, violations: Violation[], { old, now, cluster }: ObjectPair): Finding[] {
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
    // Names alone do not tell the same objects of several deployments apart.
    ...cluster.name !== undefined && file !== '' && { file },
  }));
}
