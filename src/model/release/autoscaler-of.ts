import { Manifest } from '../../core/manifest';
import { at, record } from '../../core/read';
import { AUTOSCALER, SCALED_OBJECT } from '../manifests/kinds';
import { ManifestSet } from '../manifests/manifest-set';
import { near, SetIndex } from '../manifests/set-index';

const INDEXES = [AUTOSCALER, SCALED_OBJECT].map((kind) => new SetIndex(kind, (autoscaler) => {
  const target = targetOf(autoscaler);
  return target.kind === 'Rollout' && typeof target.name === 'string' ? [near(autoscaler, target.name)] : [];
}));

/** What decides on the number of pods of a Rollout, where that is not the Rollout. */
export function autoscalerOf(set: ManifestSet, rollout: Manifest): Manifest | undefined {
  const name = at(rollout, 'metadata', 'name');
  return typeof name === 'string' ? INDEXES.flatMap((index) => index.find(set, near(rollout, name)))[0] : undefined;
}

/** What an autoscaler scales. */
export function targetOf(autoscaler: Manifest): Manifest {
  return record(at(autoscaler, 'spec', 'scaleTargetRef'));
}
