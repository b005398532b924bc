import { BLUE_GREEN, CANARY } from './fields';
import type {
  RolloutSpec, RolloutSpecStrategy, RolloutSpecStrategyBlueGreen, RolloutSpecStrategyCanary, RolloutSpecStrategyCanarySteps,
  RolloutSpecStrategyCanaryTrafficRouting,
} from '../../../imports/argoproj.io';
import { Manifest } from '../../core/manifest';
import { at, given, isRecord, items, list, Located } from '../../core/read';

/** What a field must be. */
export type Form = 'a map' | 'a list' | 'a string' | 'a number' | 'true or false' | 'a number or a percentage';

/** A field whose value is of another form than the controller takes; a release is read as if it were missing. */
export interface Malformed extends Located {
  readonly form: Form;
}

type Forms<T> = { readonly [key in keyof T]?: Form };

const IS: Record<Form, (value: unknown) => boolean> = {
  'a map': isRecord,
  'a list': Array.isArray,
  'a string': (value) => typeof value === 'string',
  'a number': (value) => typeof value === 'number',
  'true or false': (value) => typeof value === 'boolean',
  'a number or a percentage': (value) => typeof value === 'number' || typeof value === 'string',
};

const SPEC: Forms<RolloutSpec> = {
  replicas: 'a number',
  selector: 'a map',
  template: 'a map',
  workloadRef: 'a map',
  strategy: 'a map',
  paused: 'true or false',
  minReadySeconds: 'a number',
  progressDeadlineSeconds: 'a number',
  progressDeadlineAbort: 'true or false',
  revisionHistoryLimit: 'a number',
  rollbackWindow: 'a map',
};

const STRATEGY: Forms<RolloutSpecStrategy> = { blueGreen: 'a map', canary: 'a map' };

const SCALE_DOWN = {
  scaleDownDelaySeconds: 'a number', abortScaleDownDelaySeconds: 'a number', scaleDownDelayRevisionLimit: 'a number', maxUnavailable: 'a number or a percentage',
} as const;

const BLUE_GREEN_FORMS: Forms<RolloutSpecStrategyBlueGreen> = {
  activeService: 'a string',
  previewService: 'a string',
  autoPromotionEnabled: 'true or false',
  autoPromotionSeconds: 'a number',
  previewReplicaCount: 'a number',
  prePromotionAnalysis: 'a map',
  postPromotionAnalysis: 'a map',
  ...SCALE_DOWN,
};

const CANARY_FORMS: Forms<RolloutSpecStrategyCanary> = {
  stableService: 'a string',
  canaryService: 'a string',
  pingPong: 'a map',
  steps: 'a list',
  analysis: 'a map',
  trafficRouting: 'a map',
  maxSurge: 'a number or a percentage',
  dynamicStableScale: 'true or false',
  minPodsPerReplicaSet: 'a number',
  replicaProgressThreshold: 'a map',
  ...SCALE_DOWN,
};

const ROUTING: Forms<RolloutSpecStrategyCanaryTrafficRouting> = {
  istio: 'a map', alb: 'a map', nginx: 'a map', smi: 'a map', plugins: 'a map', managedRoutes: 'a list', maxTrafficWeight: 'a number',
};

const STEP: Forms<RolloutSpecStrategyCanarySteps> = {
  setWeight: 'a number',
  pause: 'a map',
  setCanaryScale: 'a map',
  setHeaderRoute: 'a map',
  setMirrorRoute: 'a map',
  analysis: 'a map',
  experiment: 'a map',
  plugin: 'a map',
};

/** The fields of a Rollout on which its releases depend, and that are of another form than the controller takes. */
export function malformedFields(rollout: Manifest): Malformed[] {
  const canary = at(rollout, 'spec', 'strategy', 'canary');
  const steps = at(canary, 'steps');
  return [
    ...wrong({ spec: rollout.spec }, '', { spec: 'a map' }),
    ...wrong(rollout.spec, 'spec', SPEC),
    ...wrong(at(rollout, 'spec', 'strategy'), 'spec.strategy', STRATEGY),
    ...wrong(at(rollout, 'spec', 'strategy', 'blueGreen'), BLUE_GREEN, BLUE_GREEN_FORMS),
    ...wrong(canary, CANARY, CANARY_FORMS),
    ...wrong(at(canary, 'trafficRouting'), `${CANARY}.trafficRouting`, ROUTING),
    ...maps(steps, `${CANARY}.steps`),
    ...items(steps, `${CANARY}.steps`).flatMap(malformedStep),
  ];
}

/** The same of one step. */
export function malformedStep({ value, path }: Located): Malformed[] {
  return [
    ...wrong(value, path, STEP),
    ...['setHeaderRoute', 'setMirrorRoute'].flatMap((action) => matchList(at(value, action), `${path}.${action}`)),
  ];
}

function matchList(value: unknown, path: string): Malformed[] {
  const match = at(value, 'match');
  return [...wrong(value, path, { match: 'a list' }), ...maps(match, `${path}.match`)];
}

/** The items of a list that are no maps. */
function maps(value: unknown, path: string): Malformed[] {
  return list(value).map((item, index): Malformed => ({ value: item, path: `${path}[${index}]`, form: 'a map' })).filter((item) => !isRecord(item.value));
}

/** Null is the same as left out. */
function wrong(value: unknown, path: string, forms: Forms<Manifest>): Malformed[] {
  return isRecord(value) ? Object.entries(forms).flatMap(([key, form]) => (
    given(value[key]) && !IS[form!](value[key]) ? [{ value: value[key], path: path === '' ? key : `${path}.${key}`, form: form! }] : []
  )) : [];
}
