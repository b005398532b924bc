import { ApiObject, Chart } from 'cdk8s';
import { ArgoCdApplicationOptions } from './argo-cd-application-props';
import { Problem } from '../../core/checks/problems';
import { Manifest } from '../../core/manifest';
import { Rollout } from '../../rollout/rollout';

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';
const CLIENT_SIDE = 'ServerSideApply=false';
/** Each drops from the selector of a Service what the controller has written there. */
const WHOLE_APPLIES = ['ServerSideApply=true', 'Replace=true'];

/** Puts the annotations on the objects of a rollout by which a sync applies them in order, and without harm to a release. */
export function annotate(rollout: Rollout, { rolloutWave = 1, syncOptions = {} }: ArgoCdApplicationOptions): void {
  const object = ApiObject.of(rollout);
  if (annotationsOf(object)[WAVE] === undefined) {
    object.metadata.addAnnotation(WAVE, String(rolloutWave));
  }
  for (const service of syncOptions.serverSideApply ? managedServices(rollout) : []) {
    const options = optionsOf(annotationsOf(service));
    service.metadata.addAnnotation(OPTIONS, [...options.filter((option) => option !== CLIENT_SIDE), CLIENT_SIDE].join(','));
  }
}

/** What only the finished tree tells: annotations that somebody added later would undo the order, or mix the versions. */
export function checkAnnotations(rollouts: Rollout[], { syncOptions = {} }: ArgoCdApplicationOptions): Problem[] {
  const serverSide = syncOptions.serverSideApply ?? false;
  return rollouts.flatMap((rollout) => [
    ...checkLastWave(rollout),
    ...managedServices(rollout).flatMap((service) => checkService(service.toJson(), serverSide)),
  ]);
}

function checkService({ metadata, spec }: Manifest, serverSide: boolean): Problem[] {
  const options = optionsOf(metadata.annotations ?? {});
  const harmful = WHOLE_APPLIES.filter((option) => options.includes(option));
  const applied = [...harmful, ...serverSide && !options.includes(CLIENT_SIDE) ? ['syncOptions.serverSideApply'] : []];
  return Object.keys(spec.selector ?? {}).length === 0 || applied.length === 0 ? [] : [{
    rule: 'service-keeps-selector',
    prop: 'rollouts',
    wrong: `a sync would drop from Service ${metadata.name} what the controller has written into its selector: users reach both versions, and blue-green releases are promoted`,
    got: applied.join(','),
    remedy: `annotate it with ${OPTIONS}: ${CLIENT_SIDE}, or set selectorsInGit: false on the rollout`,
  }];
}

/**
 * A sync waits for the health of each wave, and a Rollout is not healthy while it is paused. Rendering each object would cost
 * much: patches are looked at where the metadata has a later wave.
 */
function checkLastWave(rollout: Rollout): Problem[] {
  return laterThan(rollout, annotationsOf).length === 0 ? [] : laterThan(rollout, (object) => object.toJson().metadata.annotations ?? {});
}

type AnnotationsOf = (object: ApiObject) => Record<string, string>;

function laterThan(rollout: Rollout, read: AnnotationsOf): Problem[] {
  const waveOf = (object: ApiObject) => Number(read(object)[WAVE] ?? 0) || 0;
  const last = waveOf(ApiObject.of(rollout));
  return Chart.of(rollout).apiObjects.filter((object) => !isArgoCd(object) && waveOf(object) > last).map((object) => ({
    rule: 'wave-after-rollout',
    prop: 'rollouts',
    wrong: `${object.kind} ${object.name} comes in a sync wave after Rollout ${rollout.name}, and waits for as long as a release is paused`,
    got: waveOf(object),
    remedy: `give it a wave up to ${last}, or raise rolloutWave`,
  }));
}

function isArgoCd({ apiGroup, kind }: ApiObject): boolean {
  return apiGroup === 'argoproj.io' && ['Application', 'ApplicationSet', 'AppProject'].includes(kind);
}

function annotationsOf({ metadata }: ApiObject): Record<string, string> {
  return metadata.toJson()?.annotations ?? {};
}

function optionsOf(annotations: Record<string, string>): string[] {
  return (annotations[OPTIONS] ?? '').split(',').map((option) => option.trim()).filter(Boolean);
}

/** Those of this app: what somebody else applies is not ours to annotate. */
function managedServices(rollout: Rollout): ApiObject[] {
  return rollout._managedServices.map((service) => service.node.tryFindChild('Resource')).filter(ApiObject.isApiObject);
}
