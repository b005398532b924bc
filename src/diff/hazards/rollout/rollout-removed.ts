import { hasSuccessor } from './successors';
import { selects } from '../../../core/labels';
import { Manifest } from '../../../core/manifest';
import { at, nameOf, namespaceOf, record } from '../../../core/read';
import { DEPLOYMENT, ROLLOUT, SERVICE } from '../../../model/manifests/kinds';
import { ManifestSet } from '../../../model/manifests/manifest-set';
import { readRelease } from '../../../model/release/read-release';
import { Severity } from '../../../validation/severity';
import { Hazard } from '../hazard';

const STATEFUL_SET = { group: 'apps', kind: 'StatefulSet' };

export const rolloutRemoved: Hazard = {
  id: 'rollout-removed',
  severity: Severity.ERROR,
  summary: 'a Rollout is removed',
  why: 'its pods are deleted as soon as it is pruned; a Service that stays leads to them alone until the last has ended, whatever else is ready: the controller takes its hash away when the Rollout is gone, and Argo CD deletes what it owns first',
  remedy: 'remove its Services and routes with it; or give what takes its place Services of its own, move the routes, and remove it then',
  ofRollout: (pair) => {
    const { old, now, environment: { after } } = pair;
    if (now || !old || hasSuccessor(pair)) {
      return [];
    }
    const namespace = namespaceOf(old.manifest);
    const kept = readRelease(old.manifest).services.flatMap(({ name }) => after.find(SERVICE, name, namespace) ?? []);
    const heir = kept.map((service) => heirOf(after, namespace, service)).find((found) => found !== undefined);
    return kept.length === 0
      ? [{ path: '', severity: Severity.ADVICE, message: 'is removed: its pods are deleted when it is pruned', remedy: 'nothing, if that is meant' }]
      : [{
        path: '',
        message: `is removed, and ${nameOf(kept[0])} stays${
          heir ? `: it leads to no pod of ${nameOf(heir)} until the last of this Rollout has ended` : ' without pods'}`,
      }];
  },
};

/** What else runs pods that a Service selects. */
function heirOf(after: ManifestSet, namespace: string | undefined, service: Manifest): Manifest | undefined {
  return [DEPLOYMENT, STATEFUL_SET, ROLLOUT].flatMap((kind) => after.ofKind(kind)).find((workload) => (
    namespaceOf(workload) === namespace && at(workload, 'spec', 'replicas') !== 0
    && selects(at(service, 'spec', 'selector'), record(at(workload, 'spec', 'template', 'metadata', 'labels')))
  ));
}
