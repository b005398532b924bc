import { readAnalyses } from './analyses';
import { blueGreenOf, CANARY, canaryOf } from './fields';
import { BlueGreen, Canary, Release, Strategy, TemplateSource } from './release';
import { readRouters } from './routers';
import { readServices } from './services';
import { readSteps } from './steps';
import { Manifest } from '../../core/manifest';
import { at, isRecord, items, namespaceOf, number, record, shown, text } from '../../core/read';

const KNOWN = new WeakMap<Manifest, Release>();

/** Reads what a Rollout says about its releases. Never throws: a field of another form than the controller's is as if it were missing. */
export function readRelease(rollout: Manifest): Release {
  const known = KNOWN.get(rollout);
  if (known) {
    return known;
  }
  const release = read(rollout);
  KNOWN.set(rollout, release);
  return release;
}

function read(rollout: Manifest): Release {
  const spec = record(rollout.spec);
  const [blueGreen, canary] = [blueGreenOf(rollout), canaryOf(rollout)];
  const namespace = namespaceOf(rollout);
  return {
    rollout,
    name: shown(at(rollout, 'metadata', 'name')),
    ...namespace !== undefined && { namespace },
    strategy: strategyOf(blueGreen, canary),
    services: readServices(rollout),
    analyses: readAnalyses(record(blueGreen), record(canary)),
    routers: readRouters(record(canary?.trafficRouting)),
    template: templateSource(spec),
    selector: record(at(spec.selector, 'matchLabels')),
    ...typeof spec.replicas === 'number' && { replicas: spec.replicas },
    paused: spec.paused === true,
    minReadySeconds: number(spec.minReadySeconds),
    progressDeadlineSeconds: number(spec.progressDeadlineSeconds, 600),
    progressDeadlineAbort: spec.progressDeadlineAbort === true,
    revisionHistoryLimit: number(spec.revisionHistoryLimit, 10),
    rollbackWindow: number(at(spec.rollbackWindow, 'revisions')),
  };
}

function strategyOf(blueGreen: Manifest | undefined, canary: Manifest | undefined): Strategy {
  return blueGreen ? readBlueGreen(blueGreen) : canary ? readCanary(canary) : { kind: 'none' };
}

function readBlueGreen(blueGreen: Manifest): BlueGreen {
  return {
    kind: 'blueGreen',
    activeService: text(blueGreen.activeService),
    ...texts(blueGreen, 'previewService'),
    autoPromotionEnabled: blueGreen.autoPromotionEnabled !== false,
    ...numbers(blueGreen, 'autoPromotionSeconds', 'previewReplicaCount', ...DELAYS),
    ...shares(blueGreen, 'maxUnavailable'),
  };
}

function readCanary(canary: Manifest): Canary {
  const routing = record(canary.trafficRouting);
  const { pingService, pongService } = record(canary.pingPong);
  const { type, value } = record(canary.replicaProgressThreshold);
  return {
    kind: 'canary',
    steps: readSteps(canary, CANARY),
    ...texts(canary, 'stableService', 'canaryService'),
    ...isRecord(canary.pingPong) && { pingPong: { pingService: text(pingService), pongService: text(pongService) } },
    isRouted: isRecord(canary.trafficRouting),
    managedRoutes: items(routing.managedRoutes, '').map((route) => text(route.value.name)),
    maxTrafficWeight: number(routing.maxTrafficWeight, 100),
    ...shares(canary, 'maxSurge', 'maxUnavailable'),
    dynamicStableScale: canary.dynamicStableScale === true,
    ...numbers(canary, 'minPodsPerReplicaSet', ...DELAYS),
    ...isRecord(canary.replicaProgressThreshold) && { replicaProgressThreshold: { type: text(type), value: number(value) } },
    analysisStartingStep: number(at(canary.analysis, 'startingStep')),
  };
}

const DELAYS = ['scaleDownDelaySeconds', 'abortScaleDownDelaySeconds', 'scaleDownDelayRevisionLimit'] as const;

function templateSource({ template, workloadRef }: Manifest): TemplateSource {
  if (!isRecord(workloadRef)) {
    return { kind: 'own', ...isRecord(template) && { template } };
  }
  const { apiVersion, kind, name, scaleDown } = workloadRef;
  return {
    kind: 'workload', apiVersion: text(apiVersion), workloadKind: text(kind), name: text(name), reference: workloadRef, ...text(scaleDown) !== '' && { scaleDown: text(scaleDown) },
  };
}

function numbers<K extends string>(from: Manifest, ...keys: K[]): { readonly [key in K]?: number } {
  return chosen(from, keys, (value) => typeof value === 'number');
}

function texts<K extends string>(from: Manifest, ...keys: K[]): { readonly [key in K]?: string } {
  return chosen(from, keys, (value) => text(value) !== '');
}

/** A number of pods, or a percentage. */
function shares<K extends string>(from: Manifest, ...keys: K[]): { readonly [key in K]?: number | string } {
  return chosen(from, keys, (value) => typeof value === 'number' || typeof value === 'string');
}

function chosen<K extends string>(from: Manifest, keys: K[], is: (value: unknown) => boolean): { readonly [key in K]?: any } {
  return Object.fromEntries(keys.filter((key) => is(from[key])).map((key) => [key, from[key]])) as { readonly [key in K]?: any };
}
