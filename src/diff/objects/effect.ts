import { isKind } from './is-kind';
import { nameOf } from '../../core/read';
import { ANALYSIS_TEMPLATE, API_GATEWAY, AUTOSCALER, CLUSTER_ANALYSIS_TEMPLATE, GATEWAY, SERVICE } from '../../model/manifests/kinds';
import { KindName } from '../../model/manifests/manifest-set';
import { ROUTING_KINDS } from '../../model/routing/routes';
import { SUBSETS_KIND } from '../../model/routing/subsets';
import { ObjectPair, User } from '../environment';
import { CONFIG_MAP, SECRET } from '../kinds';
import { FieldChange } from '../manifest-diff';

const REQUESTS = 'holds at once for the requests to every version';
const EFFECTS: ReadonlyArray<readonly [KindName, string]> = [
  ...[SERVICE, GATEWAY, API_GATEWAY, ...ROUTING_KINDS, SUBSETS_KIND].map((kind) => [kind, REQUESTS] as const),
  [AUTOSCALER, 'the number of pods is decided anew, without a release'],
  [ANALYSIS_TEMPLATE, 'analyses that start from now on go by it; one that runs does not'],
  [CLUSTER_ANALYSIS_TEMPLATE, 'analyses that start from now on go by it; one that runs does not'],
];

/** What a changed object does at once, where it is known. */
export function effectOf(pair: ObjectPair, fields: readonly FieldChange[]): string | undefined {
  const { old, now, environment } = pair;
  const { manifest } = (now ?? old)!;
  const holder = environment.holdersOf(manifest)[0];
  if (holder && now) {
    return holder.release === 'starts' ? `${nameOfRollout(holder)} takes its pod template from it` : undefined;
  }
  if (!old || !now || fields.every(({ path }) => path.startsWith('metadata.labels'))) {
    return undefined;
  }
  if (isKind(manifest, CONFIG_MAP) || isKind(manifest, SECRET)) {
    return configEffect(environment.usersOf(now.manifest));
  }
  return EFFECTS.find(([kind]) => isKind(manifest, kind))?.[1];
}

function configEffect(users: readonly User[]): string | undefined {
  const of = (how: User['reference']['how']) => [...new Set(users.filter(({ reference, running }) => running && reference.how === how).map(({ rollout }) => nameOfRollout(rollout)))];
  const [files, env] = [of('files'), of('env')];
  const parts = [
    ...files.length > 0 ? [`running pods of ${files.join(', ')} see the new files, whatever their version`] : [],
    ...env.length > 0 ? [`pods of ${env.join(', ')} that start from now on, of the old version too, have the new environment`] : [],
  ];
  return parts.length === 0 ? undefined : `no release starts by it; ${parts.join('; ')}`;
}

function nameOfRollout({ old, now }: User['rollout']): string {
  return nameOf((now ?? old)!.manifest);
}
