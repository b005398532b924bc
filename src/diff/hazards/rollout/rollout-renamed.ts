import { predecessorOf, sharedServices } from './successors';
import { selects } from '../../../core/labels';
import { at, nameOf, namespaceOf, shown } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { SetIndex } from '../../../model/manifests/set-index';
import { namedHosts } from '../../../model/routing/notations';
import { objectsTo } from '../../../model/routing/routes';
import { Severity } from '../../../validation/severity';
import { RolloutPair } from '../../environment';
import { podLabels } from '../../template/template-of';
import { Hazard } from '../hazard';
import { hostsAnywhere, isServed } from '../route/served-hosts';

const SERVICES = new SetIndex(SERVICE, (service) => [namespaceOf(service) ?? '']);

export const rolloutRenamed: Hazard = {
  id: 'rollout-renamed',
  severity: Severity.ERROR,
  summary: 'a Rollout gets another name or namespace',
  why: 'to the cluster it is a new one: its pods start all at once, without steps and pauses; those of the old one go as soon as it is pruned',
  remedy: 'keep the name; or add the new one with Services of its own, move the routes when its pods are ready, and remove the old one last',
  ofRollout: (pair) => {
    const predecessor = predecessorOf(pair);
    const before = predecessor?.old;
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
      ...isMoved && isAbandoned(predecessor) && { severity: Severity.WARNING },
    }];
  },
};

/** Whether nobody is left to call the old one: its Services and its hosts go with it, as those of a preview environment do. */
function isAbandoned({ old, running, environment }: RolloutPair): boolean {
  const { before, after } = environment;
  const namespace = namespaceOf(old!.manifest);
  const services = SERVICES.find(before, namespace ?? '').filter((service) => selects(at(service, 'spec', 'selector'), podLabels(running)));
  const routes = services.flatMap((service) => objectsTo(before, { name: shown(at(service, 'metadata', 'name')), namespace }));
  return services.every((service) => after.find(SERVICE, shown(at(service, 'metadata', 'name')), namespace) === undefined)
    && routes.every((route) => namedHosts(route).every(({ name }) => !isServed(hostsAnywhere(environment), name)));
}
