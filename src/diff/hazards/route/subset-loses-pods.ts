import { selects } from '../../../core/labels';
import { at, isRecord, items, nameOf, namespaceOf, record, text } from '../../../core/read';
import { DESTINATION_RULE, SERVICE } from '../../../model/manifests/kinds';
import { serviceOfHost } from '../../../model/routing/istio/fields';
import { Severity } from '../../../validation/severity';
import { ObjectPair, RolloutPair } from '../../environment';
import { isKind } from '../../objects/is-kind';
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
    if (!old || !now || !isKind(now.manifest, DESTINATION_RULE)) {
      return [];
    }
    const before = new Map(items(at(old.canonical, 'spec', 'subsets'), '').map(({ value }) => [text(value.name), record(value.labels)]));
    const rollouts = behind(pair);
    return items(at(now.canonical, 'spec', 'subsets'), '').flatMap(({ value: { name, labels } }) => {
      const was = before.get(text(name));
      const takes = (asked: unknown, { running }: RolloutPair) => Object.keys(record(asked)).length === 0 || selects(asked, podLabels(running));
      const lost = was === undefined || !isRecord(labels) ? [] : rollouts.filter((rollout) => takes(was, rollout) && !takes(labels, rollout));
      return lost.map((rollout) => ({
        path: `spec.subsets[${text(name)}].labels`,
        value: labels,
        message: `subset ${text(name)} takes no running pod of ${nameOf(rollout.old!.manifest)}`,
      }));
    });
  },
};

/** The Rollouts whose running pods are behind the Service of the rule. */
function behind({ old, environment }: ObjectPair): readonly RolloutPair[] {
  const host = serviceOfHost(text(at(old!.manifest, 'spec', 'host')), namespaceOf(old!.manifest));
  const service = host && environment.before.find(SERVICE, host.name, host.namespace);
  return service ? environment.runningBehind(host.namespace, at(service, 'spec', 'selector')).filter(({ now }) => now) : [];
}
