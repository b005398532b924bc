import { at, nameOf, record, text } from '../../../core/read';
import { Severity } from '../../../validation/severity';
import { ObjectPair, User } from '../../environment';
import { Hazard } from '../hazard';
import { isPrunedLast } from '../pruning';

const KINDS = ['ConfigMap', 'Secret', 'ServiceAccount', 'PersistentVolumeClaim'];

export const runningPodsNeedIt: Hazard = {
  id: 'running-pods-need-it',
  severity: Severity.ERROR,
  summary: 'a ConfigMap, a Secret or the like is removed, or a key of it, while pods that run refer to it',
  why: 'pods of the old version that start again do not get up: after a node is lost, when an autoscaler makes more, after an abort or undo',
  remedy: 'remove it after the release; or annotate it with argocd.argoproj.io/sync-options: PruneLast=true, so that Argo CD waits for the end of the release',
  ofObject: (pair) => {
    const { old, environment } = pair;
    if (!old || !KINDS.includes(text(old.manifest.kind)) || (!pair.now && isPrunedLast(old.manifest))) {
      return [];
    }
    const isLacking = ({ rollout, reference }: User) => rollout.now && !reference.optional && isGone(pair, reference.key);
    const lacking = environment.usersOf(old.manifest).filter(isLacking);
    const next = lacking.find(({ running }) => !running);
    return (next ? [next] : lacking.slice(0, 1)).map(({ rollout, reference: { key } }) => ({
      path: key !== undefined && pair.now ? `data.${key}` : '',
      message: `${pair.now ? `key ${key} is gone` : 'is removed'}, and ${next ? 'new' : 'running'} pods of ${nameOf(rollout.now!.manifest)} need it to start`,
      ...!next && { severity: Severity.WARNING },
    }));
  },
};

function isGone({ old, now }: ObjectPair, key: string | undefined): boolean {
  const has = (object: unknown) => ['data', 'stringData', 'binaryData'].some((map) => key !== undefined && key in Object(record(at(object, map))));
  return now ? key !== undefined && has(old!.canonical) && !has(now.canonical) : true;
}
