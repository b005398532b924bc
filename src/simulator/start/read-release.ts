import { Manifest } from '../../core/manifest';
import { record } from '../../core/read';
import { ROLLOUT } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { Release } from '../model/release';

/**
 * The Rollout of that name, which may have its namespace before a slash.
 *
 * @throws an error where none or several have the name
 */
export function findRollout(manifests: ManifestSet, name: string | undefined): Manifest {
  const all = manifests.ofKind(ROLLOUT);
  const found = name === undefined ? all : all.filter(({ metadata }) => [metadata.name, fullName(metadata)].includes(name));
  if (found.length !== 1) {
    const wanted = name === undefined ? '' : ` named ${name}`;
    const there = all.map(({ metadata }) => fullName(metadata)).join(', ') || 'none';
    throw new Error(`${found.length} Rollouts${wanted} among the manifests, one is needed; there are: ${there}`);
  }
  return found[0];
}

function fullName({ name, namespace }: Manifest): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

export function readRelease({ metadata, spec = {} }: Manifest): Release {
  const { blueGreen, canary } = spec.strategy ?? {};
  if (Boolean(blueGreen) === Boolean(canary)) {
    throw new Error(`Rollout ${metadata.name}: spec.strategy needs one of blueGreen and canary`);
  }
  return {
    name: metadata.name,
    ...metadata.namespace !== undefined && { namespace: metadata.namespace },
    ...blueGreen ? { blueGreen } : { canary },
    steps: canary?.steps ?? [],
    refersToWorkload: spec.workloadRef !== undefined,
    selector: record(spec.selector?.matchLabels),
    minReadySeconds: spec.minReadySeconds ?? 0,
    progressDeadlineSeconds: spec.progressDeadlineSeconds ?? 600,
    progressDeadlineAbort: spec.progressDeadlineAbort ?? false,
    revisionHistoryLimit: spec.revisionHistoryLimit ?? 10,
    rollbackWindow: spec.rollbackWindow?.revisions ?? 0,
  };
}
