import { BlueGreenModel, CanaryModel, ReleaseModel, ReleaseStrategy, ServiceModel, StepModel } from './release-model';
import { routeModels } from './route-models';
import { ServiceRole } from '../../core/constructs/service-role';
import { Manifest } from '../../core/manifest';
import { at, items, number, record, text } from '../../core/read';
import { DESTINATION_RULE, ROLLOUT, SERVICE } from '../manifests/kinds';
import { ManifestSet } from '../manifests/manifest-set';
import { serviceOfHost } from '../manifests/services';
import { AnalysisPosition } from '../release/analyses';
import { readRelease } from '../release/read-release';
import { abortScaleDownDelay, BlueGreen, Canary, Release, scaleDownDelay } from '../release/release';
import { Step, StepAction } from '../release/steps';
import { destinationRuleTarget } from '../routing/istio/targets';

/** The public view of every Rollout among the manifests, in their order. */
export function readModels(manifests: readonly Manifest[]): ReleaseModel[] {
  const set = new ManifestSet(manifests);
  return set.ofKind(ROLLOUT).map((rollout) => readModel(set, rollout));
}

/** The public view of one Rollout. */
export function readModel(set: ManifestSet, rollout: Manifest): ReleaseModel {
  const release = readRelease(rollout);
  const { strategy, template } = release;
  const services = servicesOf(set, release);
  return {
    name: release.name,
    ...release.namespace !== undefined && { namespace: release.namespace },
    ...release.replicas !== undefined && { replicas: release.replicas },
    selector: release.selector,
    images: template.kind === 'own' ? imagesOf(record(template.template)) : {},
    ...template.kind === 'workload' && { workload: `${template.workloadKind}/${template.name}` },
    strategy: strategy.kind === 'blueGreen' ? ReleaseStrategy.BLUE_GREEN : ReleaseStrategy.CANARY,
    ...strategy.kind === 'blueGreen' && { blueGreen: blueGreenModel(release, strategy) },
    ...strategy.kind === 'canary' && { canary: canaryModel(release, strategy) },
    services,
    routes: routeModels(set, release, services),
  };
}

/** The Services that the Rollout names; where subsets tell the versions apart, also the one that serves both. */
function servicesOf(set: ManifestSet, release: Release): ServiceModel[] {
  const named = release.services.map(({ name, role }) => ({ name, role: role as string as ServiceRole }));
  const rule = destinationRuleTarget(release);
  const host = rule && serviceOfHost(text(at(set.find(DESTINATION_RULE, rule.name, release.namespace), 'spec', 'host')), release.namespace);
  const shared = host && !named.some(({ name }) => name === host.name) ? [{ name: host.name, role: ServiceRole.SHARED }] : [];
  return [...named, ...shared].map(({ name, role }) => {
    const service = set.find(SERVICE, name, release.namespace);
    return {
      name,
      role,
      found: service !== undefined,
      selector: record(at(service, 'spec', 'selector')),
      ports: items(at(service, 'spec', 'ports'), '').map(({ value }) => number(value.port)),
    };
  });
}

function blueGreenModel(release: Release, strategy: BlueGreen): BlueGreenModel {
  const { activeService, previewService, autoPromotionEnabled, autoPromotionSeconds, previewReplicaCount } = strategy;
  return {
    activeService,
    ...previewService !== undefined && { previewService },
    autoPromotionEnabled,
    ...autoPromotionSeconds && { autoPromotionSeconds },
    ...previewReplicaCount && { previewReplicaCount },
    scaleDownDelaySeconds: scaleDownDelay(release),
    abortScaleDownDelaySeconds: abortScaleDownDelay(release) ?? 0,
    prePromotionAnalysis: templatesAt(release, 'prePromotion'),
    postPromotionAnalysis: templatesAt(release, 'postPromotion'),
  };
}

function canaryModel(release: Release, strategy: Canary): CanaryModel {
  const rule = destinationRuleTarget(release);
  const keepsOldPods = release.routers.length > 0 && (strategy.scaleDownDelaySeconds !== undefined || !strategy.dynamicStableScale);
  return {
    steps: stepModels(strategy),
    routers: [...new Set(release.routers.map(({ router }) => router))],
    managedRoutes: [...strategy.managedRoutes],
    ...rule && { destinationRule: rule.name },
    dynamicStableScale: strategy.dynamicStableScale,
    ...keepsOldPods && { scaleDownDelaySeconds: scaleDownDelay(release) },
    backgroundAnalysis: templatesAt(release, 'background'),
  };
}

function templatesAt({ analyses }: Release, position: AnalysisPosition): string[] {
  return analyses.filter((analysis) => analysis.position === position).flatMap(({ templates }) => templates.map(({ name }) => name));
}

function stepModels({ steps, maxTrafficWeight }: Canary): StepModel[] {
  let weight = 0;
  return steps.map(({ actions }: Step): StepModel => {
    actions.forEach((action) => { weight = action.kind === 'setWeight' ? action.weight * 100 / maxTrafficWeight : weight; });
    const [first] = actions;
    const seconds = actions.flatMap((action) => action.kind === 'pause' ? action.seconds ?? [] : []);
    const subject = first && subjectOf(first);
    return { action: first?.kind ?? '', weight, ...seconds.length > 0 && { pauseSeconds: seconds[0] }, ...subject && { subject } };
  });
}

function subjectOf(action: StepAction): string {
  switch (action.kind) {
    case 'setHeaderRoute':
    case 'setMirrorRoute':
    case 'plugin': return action.name;
    case 'analysis': return action.analysis.templates.map(({ name }) => name).join(', ');
    case 'experiment': return action.experiment.templates.map(({ name }) => name).join(', ');
    case 'setCanaryScale': return action.replicas !== undefined
      ? `${action.replicas} pods`
      : action.weight === undefined ? 'as the traffic' : `${action.weight} % of the pods`;
    default: return '';
  }
}

function imagesOf(template: Manifest): Record<string, string> {
  return Object.fromEntries(items(at(template, 'spec', 'containers'), '').map(({ value }) => [text(value.name), text(value.image)]));
}
