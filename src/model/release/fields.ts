import { Manifest } from '../../core/manifest';
import { at, given, isRecord, items, Located, record, text } from '../../core/read';

export const CANARY = 'spec.strategy.canary';
export const BLUE_GREEN = 'spec.strategy.blueGreen';
export const TEMPLATE = 'spec.template';

/** The canary strategy, where the Rollout has it and no other. */
export function canaryOf(rollout: Manifest): Manifest | undefined {
  const { canary, blueGreen } = record(at(rollout, 'spec', 'strategy'));
  return isRecord(canary) && !given(blueGreen) ? canary : undefined;
}

/** The blue-green strategy, where the Rollout has it and no other. */
export function blueGreenOf(rollout: Manifest): Manifest | undefined {
  const { canary, blueGreen } = record(at(rollout, 'spec', 'strategy'));
  return isRecord(blueGreen) && !given(canary) ? blueGreen : undefined;
}

export function routingOf(rollout: Manifest): Manifest | undefined {
  const routing = canaryOf(rollout)?.trafficRouting;
  return isRecord(routing) ? routing : undefined;
}

export function stepsOf(rollout: Manifest): Located[] {
  return items(canaryOf(rollout)?.steps, `${CANARY}.steps`);
}

/** The pod template that the Rollout itself holds. */
export function templateOf(rollout: Manifest): Manifest | undefined {
  const template = at(rollout, 'spec', 'template');
  return isRecord(template) && !given(at(rollout, 'spec', 'workloadRef')) ? template : undefined;
}

export function podLabelsOf(rollout: Manifest): Manifest {
  return record(at(templateOf(rollout), 'metadata', 'labels'));
}

/** The fields of the Rollout that name a Service. */
export function serviceFields(rollout: Manifest): Located[] {
  const canary = record(canaryOf(rollout));
  const blueGreen = record(blueGreenOf(rollout));
  return [
    { path: `${BLUE_GREEN}.activeService`, value: blueGreen.activeService },
    { path: `${BLUE_GREEN}.previewService`, value: blueGreen.previewService },
    { path: `${CANARY}.stableService`, value: canary.stableService },
    { path: `${CANARY}.canaryService`, value: canary.canaryService },
    { path: `${CANARY}.pingPong.pingService`, value: at(canary, 'pingPong', 'pingService') },
    { path: `${CANARY}.pingPong.pongService`, value: at(canary, 'pingPong', 'pongService') },
  ].filter(({ value }) => text(value) !== '');
}

/** All analyses of the release, with their paths. */
export function analysesOf(rollout: Manifest): Located[] {
  const blueGreen = record(blueGreenOf(rollout));
  return [
    { value: blueGreen.prePromotionAnalysis, path: `${BLUE_GREEN}.prePromotionAnalysis` },
    { value: blueGreen.postPromotionAnalysis, path: `${BLUE_GREEN}.postPromotionAnalysis` },
    { value: at(canaryOf(rollout), 'analysis'), path: `${CANARY}.analysis` },
    ...stepsOf(rollout).map(({ value, path }) => ({ value: value.analysis, path: `${path}.analysis` })),
  ].filter(({ value }) => isRecord(value));
}

/** The actions of a step: its keys that are given. */
export function actionsOf(step: Manifest): string[] {
  return ACTIONS.filter((action) => given(step[action]));
}

const ACTIONS = ['setWeight', 'pause', 'setCanaryScale', 'setHeaderRoute', 'setMirrorRoute', 'analysis', 'experiment', 'plugin'];

export function containersOf(template: Manifest, path: string): Located[] {
  return ['initContainers', 'containers'].flatMap((key) => items(at(template, 'spec', key), `${path}.spec.${key}`));
}
