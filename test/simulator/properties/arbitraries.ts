import * as fc from 'fast-check';
import { ReleaseEvent, VERDICTS } from '../../../src/simulator/events';
import { Manifest } from '../../util/synth';
import { basicCanary, blueGreen, hostCanary, pingPongCanary, servedSubsetCanary, subsetCanary } from '../releases';

const ANALYSIS = { templates: [{ templateName: 'check' }] };
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** JSON has no key without a value. */
const json = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> => arbitrary.map((value) => JSON.parse(JSON.stringify(value)));

const weight = fc.integer({ min: 0, max: 100 });
const delay = fc.constantFrom(0, 1, 30, 1_000);

const headerRoute = fc.constantFrom<Manifest>(
  { setHeaderRoute: { name: 'managed', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } }, { setHeaderRoute: { name: 'managed' } },
);
const mirrorRoute = fc.constantFrom<Manifest>(
  { setMirrorRoute: { name: 'managed', match: [{ method: { exact: 'GET' } }], percentage: 50 } }, { setMirrorRoute: { name: 'managed' } },
);
const commonStep: fc.Arbitrary<Manifest> = fc.oneof(
  { weight: 4, arbitrary: weight.map((setWeight): Manifest => ({ setWeight })) },
  { weight: 3, arbitrary: fc.constantFrom<Manifest>({ pause: {} }, { pause: { duration: '10s' } }) },
  fc.constant<Manifest>({ analysis: ANALYSIS }),
);
const routedStep: fc.Arbitrary<Manifest> = fc.oneof(
  { weight: 4, arbitrary: commonStep },
  fc.oneof<fc.Arbitrary<Manifest>[]>(
    fc.integer({ min: 0, max: 12 }).map((replicas) => ({ replicas })), weight.map((value) => ({ weight: value })),
    fc.constant({ matchTrafficWeight: true }),
  ).map((setCanaryScale): Manifest => ({ setCanaryScale })),
  headerRoute,
  mirrorRoute,
);

const fields = json(fc.record({
  replicas: fc.integer({ min: 1, max: 10 }),
  rollbackWindow: optional(fc.constant({ revisions: 2 })),
  revisionHistoryLimit: optional(fc.integer({ min: 0, max: 3 })),
  minReadySeconds: optional(fc.constant(5)),
  progressDeadlineAbort: optional(fc.boolean()),
  progressDeadlineSeconds: optional(fc.constant(20)),
}));

const canaryOf = (step: fc.Arbitrary<Manifest>) => ({
  steps: fc.array(step, { maxLength: 5 }),
  analysis: optional(fc.constantFrom<Manifest>(ANALYSIS, { ...ANALYSIS, startingStep: 1 })),
  replicaProgressThreshold: optional(fc.constantFrom({ type: 'Percent', value: 50 }, { type: 'Pods', value: 1 })),
});

const routed = json(fc.record({
  ...canaryOf(routedStep),
  abortScaleDownDelaySeconds: optional(delay),
  scaleDownDelaySeconds: optional(delay),
  scaleDownDelayRevisionLimit: optional(fc.integer({ min: 0, max: 2 })),
  dynamicStableScale: fc.boolean(),
  minPodsPerReplicaSet: optional(fc.integer({ min: 1, max: 4 })),
  trafficRouting: fc.constant({ managedRoutes: [{ name: 'managed' }] }),
}));

const basic = json(fc.record({
  ...canaryOf(commonStep),
  maxSurge: fc.constantFrom(1, 2, '25%', '100%'),
  maxUnavailable: fc.constantFrom(0, 1, '25%'),
}));

const blueGreenStrategy = json(fc.record({
  autoPromotionEnabled: fc.boolean(),
  autoPromotionSeconds: optional(fc.constant(20)),
  previewReplicaCount: optional(fc.integer({ min: 1, max: 4 })),
  scaleDownDelaySeconds: optional(delay),
  abortScaleDownDelaySeconds: optional(delay),
  scaleDownDelayRevisionLimit: optional(fc.integer({ min: 0, max: 2 })),
  prePromotionAnalysis: optional(fc.constant(ANALYSIS)),
  postPromotionAnalysis: optional(fc.constant(ANALYSIS)),
}));

/** Releases with a router of their own. */
export const routedReleases: fc.Arbitrary<Manifest[]> = fc.oneof(
  fc.tuple(routed, fields).map(([canary, spec]) => hostCanary(canary, spec)),
  fc.tuple(routed, fields).map(([canary, spec]) => subsetCanary(canary, spec)),
  fc.tuple(routed, fields).map(([canary, spec]) => servedSubsetCanary(canary, spec)),
  fc.tuple(routed, fields).map(([canary, spec]) => pingPongCanary(canary, spec)),
);

/** Releases of every kind. */
export const releases: fc.Arbitrary<Manifest[]> = fc.oneof(
  { weight: 3, arbitrary: routedReleases },
  fc.tuple(basic, fields).map(([canary, spec]) => basicCanary(canary, spec)),
  json(fc.tuple(blueGreenStrategy, fields, fc.constantFrom('preview', undefined)).map(([strategy, spec, previewService]) => (
    blueGreen({ ...strategy, previewService }, spec)
  ))),
);

/** Anything that may happen, whether it makes sense or not. */
export const events: fc.Arbitrary<ReleaseEvent[]> = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }).map((version): ReleaseEvent => ({ deploy: { image: `app:${version}` } })) },
  { weight: 6, arbitrary: fc.constantFrom<ReleaseEvent[]>('hold', 'ready', 'promote', 'abort', 'retry', 'undo', 'pause', 'resume', 'skipStep') },
  { weight: 2, arbitrary: fc.constantFrom<ReleaseEvent[]>({ wait: '1s' }, { wait: '11s' }, { wait: '31s' }, { wait: '1h' }) },
  fc.constant<ReleaseEvent>({ promote: { full: true } }),
  fc.integer({ min: 1, max: 6 }).map((toRevision): ReleaseEvent => ({ undo: { toRevision } })),
  fc.integer({ min: 1, max: 12 }).map((scale): ReleaseEvent => ({ scale })),
  fc.constantFrom(...VERDICTS).map((phase): ReleaseEvent => ({ analysis: { name: 'check', phase } })),
), { maxLength: 15 });
