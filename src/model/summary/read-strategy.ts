import { readSteps, templateNames } from './read-steps';
import { BlueGreenPlan, CanaryPlan } from './rollout-plan';
import { Manifest } from '../../core/manifest';

/** What the controller takes where the manifest is silent. */
const DEFAULT_DELAY_SECONDS = 30;

/** The Services and subsets of a strategy, by name, with the role each has. */
export interface Roles {
  readonly services: Array<{ readonly name: string; readonly role: string }>;
  readonly subsets: Record<string, string>;
}

export function readBlueGreen(blueGreen: Manifest): BlueGreenPlan {
  return {
    activeService: blueGreen.activeService,
    ...blueGreen.previewService && { previewService: blueGreen.previewService },
    autoPromotionEnabled: blueGreen.autoPromotionEnabled ?? true,
    ...blueGreen.autoPromotionSeconds && { autoPromotionSeconds: blueGreen.autoPromotionSeconds },
    ...blueGreen.previewReplicaCount && { previewReplicaCount: blueGreen.previewReplicaCount },
    scaleDownDelaySeconds: blueGreen.scaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS,
    abortScaleDownDelaySeconds: blueGreen.abortScaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS,
    prePromotionAnalysis: templateNames(blueGreen.prePromotionAnalysis),
    postPromotionAnalysis: templateNames(blueGreen.postPromotionAnalysis),
  };
}

export function readCanary(canary: Manifest): CanaryPlan {
  const { managedRoutes = [], ...routers } = canary.trafficRouting ?? {};
  const names = Object.keys(routers).filter((key) => key !== 'maxTrafficWeight');
  const rule = routers.istio?.destinationRule?.name;
  const delay = canary.scaleDownDelaySeconds ?? (names.length > 0 && !canary.dynamicStableScale ? DEFAULT_DELAY_SECONDS : undefined);
  return {
    steps: readSteps(canary.steps ?? [], routers.maxTrafficWeight ?? 100),
    routers: names,
    managedRoutes: managedRoutes.map((route: Manifest) => route.name),
    ...rule && { destinationRule: rule },
    dynamicStableScale: canary.dynamicStableScale ?? false,
    ...delay !== undefined && { scaleDownDelaySeconds: delay },
    backgroundAnalysis: templateNames(canary.analysis),
  };
}

export function readRoles(strategy: Manifest): Roles {
  const { blueGreen = {}, canary = {} } = strategy;
  const rule = canary.trafficRouting?.istio?.destinationRule;
  const byRole = {
    active: blueGreen.activeService,
    preview: blueGreen.previewService,
    stable: canary.stableService,
    canary: canary.canaryService,
    ping: canary.pingPong?.pingService,
    pong: canary.pingPong?.pongService,
  };
  return {
    services: Object.entries(byRole).filter(([, name]) => name).map(([role, name]) => ({ name, role })),
    subsets: rule ? { [rule.stableSubsetName]: 'stable', [rule.canarySubsetName]: 'canary' } : {},
  };
}
