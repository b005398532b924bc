import { predecessorOf, sharedServices } from './successors';
import { at, nameOf, namespaceOf, shown } from '../../../core/read';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

export const rolloutRenamed: Hazard = {
  id: 'rollout-renamed',
  severity: Severity.ERROR,
  summary: 'a Rollout gets another name or namespace',
  why: 'to the cluster it is a new one: its pods start all at once, without steps and pauses; those of the old one go as soon as it is pruned',
  remedy: 'keep the name; or add the new one with Services of its own, move the routes when its pods are ready, and remove the old one last',
  ofRollout: (pair) => {
    const before = predecessorOf(pair)?.old;
    if (!before) {
      return [];
    }
    const now = pair.now!;
    const isMoved = namespaceOf(before.manifest) !== namespaceOf(now.manifest);
    const [service] = isMoved ? [] : sharedServices(now, before);
    const was = isMoved ? `${nameOf(before.manifest)} of namespace ${namespaceOf(before.manifest) ?? 'none'}` : nameOf(before.manifest);
    const clash = service === undefined ? '' : `; while both are there the controller refuses this one, as Service ${service} belongs to the other`;
    return [{
      path: isMoved ? 'metadata.namespace' : 'metadata.name',
      value: isMoved ? namespaceOf(now.manifest) : shown(at(now.manifest, 'metadata', 'name')),
      message: `takes the place of ${was}, whose pods all go when it is pruned${clash}`,
    }];
  },
};
