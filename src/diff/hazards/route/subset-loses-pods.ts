import { selects } from '../../../core/labels';
import { Manifest } from '../../../core/manifest';
import { at, nameOf, record } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { subsetsOf, subsettedService } from '../../../model/routing/subsets';
import { Severity } from '../../../validation/severity';
import { ObjectPair, RolloutPair } from '../../environment';
import { podLabels } from '../../template/template-of';
import { Hazard } from '../hazard';

export const subsetLosesPods: Hazard = {
  id: 'subset-loses-pods',
  severity: Severity.ERROR,
  summary: 'a subset selects pods by other labels than the running ones have',
  why: 'it changes at once, and pods only by a release: routes to the subset answer 503 until the new version has taken over',
  remedy: 'leave the labels of subsets to the controller, or give the pods the new label by a release first',
  ofObject: (pair) => {
    const { old, now } = pair;
    const rollouts = old && now ? behind(pair) : [];
    if (rollouts.length === 0) {
      return [];
    }
    const before = new Map(subsetsOf(record(old!.canonical)).map(({ name, labels }) => [name, labels ?? {}]));
    return subsetsOf(record(now!.canonical)).flatMap(({ name, labels }) => {
      const was = before.get(name);
      const lost = was === undefined || !labels ? [] : rollouts.filter((rollout) => takes(was, rollout) && !takes(labels, rollout));
      return lost.map((rollout) => ({
        path: `spec.subsets[${name}].labels`,
        value: labels,
        message: `subset ${name} takes no running pod of ${nameOf(rollout.old!.manifest)}`,
      }));
    });
  },
};

function takes(labels: Manifest, { running }: RolloutPair): boolean {
  return Object.keys(labels).length === 0 || selects(labels, podLabels(running));
}

/** The Rollouts whose running pods are behind the Service of the subsets. */
function behind({ old, environment }: ObjectPair): readonly RolloutPair[] {
  const name = subsettedService(old!.manifest);
  const service = name && environment.before.find(SERVICE, name.name, name.namespace);
  return service ? environment.runningBehind(name.namespace, at(service, 'spec', 'selector')).filter(({ now }) => now) : [];
}
