import { parted } from './parted';
import { whyOf } from './why';
import { Manifest } from '../../core/manifest';
import { at, items, namespaceOf, shown, text } from '../../core/read';
import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { RolloutPair } from '../environment';
import { fieldChanges } from '../fields/field-changes';
import { withoutCredentials, withoutSensitive } from '../fields/secrets';
import { ImageChange, RolloutDiff } from '../manifest-diff';
import { HeldTemplate } from '../template/template-of';

/** Foretells the release of the Rollout from the running template to its own. */
export type Forecast = (set: ManifestSet, rollout: Manifest, running: Manifest) => ReleaseForecast | Unforeseeable;

/** How a Rollout differs; nothing where neither it nor its pods do. */
export function rolloutDiff(pair: RolloutPair, forecast: Forecast): RolloutDiff[] {
  const { old, now, environment, release } = pair;
  if (old && now && old.json === now.json && release === 'none') {
    return [];
  }
  const { manifest } = (now ?? old)!;
  const namespace = namespaceOf(manifest);
  return [{
    name: shown(at(manifest, 'metadata', 'name')),
    ...namespace !== undefined && { namespace },
    ...environment.name !== undefined && { deployment: environment.name },
    change: !old ? 'added' : !now ? 'removed' : 'changed',
    release,
    why: whyOf(pair),
    images: release === 'none' ? [] : imagesOf(pair.running, pair.next),
    ...parted(old && now ? withoutSensitive(fieldChanges(old.canonical, now.canonical)) : [], pair),
    ...release === 'starts' && { forecast: forecast(environment.after, manifest, pair.running!.written) },
  }];
}

function imagesOf(running: HeldTemplate | undefined, next: HeldTemplate | undefined): ImageChange[] {
  const [old, now] = [images(running), images(next)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((container) => old.get(container) !== now.get(container)).map((container) => ({
    container,
    ...old.has(container) && { old: old.get(container) },
    ...now.has(container) && { new: now.get(container) },
  }));
}

function images(template: HeldTemplate | undefined): Map<string, string> {
  const containers = ['initContainers', 'containers'].flatMap((key) => items(at(template?.effective, 'spec', key), ''));
  return new Map(containers.map(({ value }) => [text(value.name), withoutCredentials(text(value.image))]));
}
