import { at, nameOf, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { Severity } from '../../../validation/severity';
import { NAMESPACE } from '../../kinds';
import { isKind } from '../../objects/is-kind';
import { Hazard } from '../hazard';
import { isKept } from '../pruning';

export const namespaceRemoved: Hazard = {
  id: 'namespace-removed',
  severity: Severity.ERROR,
  summary: 'a Namespace is removed',
  why: 'when it is pruned all that is in it goes with it, also Secrets and volumes that are not in Git',
  remedy: 'annotate it with argocd.argoproj.io/sync-options: Prune=false, and take it out of Git when that is applied',
  ofObject: ({ old, now, environment: { after } }) => {
    if (!old || now || !isKind(old.manifest, NAMESPACE) || isKept(old.manifest)) {
      return [];
    }
    const isInside = (object: unknown) => at(object, 'metadata', 'namespace') === text(at(old.manifest, 'metadata', 'name'));
    const inside = after.ofKind(ROLLOUT).find(isInside) ?? after.all.find(isInside);
    return [inside
      ? { path: '', message: `is removed, and ${nameOf(inside)} stays in it: it is deleted as well` }
      : { path: '', message: 'is removed: all that is in it goes, whether it is in Git or not', severity: Severity.ADVICE }];
  },
};
