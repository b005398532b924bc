import * as fc from 'fast-check';
import { ANALYSES, ANALYSIS_TEMPLATES } from './analyses';
import { onSeveralRoutes } from './routes';
import { served } from './services';
import { ReleaseEvent, VERDICTS } from '../../src/simulator/events';
import { releases } from '../../test/simulator/properties/arbitraries';
import { Manifest } from '../../test/util/synth';

/** A release, and what happens to it. */
export type Sequence = [manifests: Manifest[], events: ReleaseEvent[]];

/** What the random release has for what lasts. */
interface Durations {
  readonly pause: (pause: Manifest) => Manifest;
  readonly delay: (seconds: number | undefined) => number | undefined;
  readonly autoPromotion: number | undefined;
  readonly progressDeadline: number | undefined;
  readonly minReady: number | undefined;
}

/** Nothing ends by itself while a test plays. */
const ENDLESS: Durations = {
  pause: () => ({}), delay: (seconds) => seconds === 0 ? 0 : 600, autoPromotion: undefined, progressDeadline: undefined, minReady: undefined,
};

/** Long enough for an event before the end of what lasts, short enough to wait for that. */
const SHORT: Durations = {
  pause: ({ duration }) => duration ? { duration: '20s' } : {},
  delay: (seconds) => seconds === 1_000 ? 600 : seconds === 1 ? 20 : seconds,
  autoPromotion: 20,
  progressDeadline: 30,
  minReady: 3,
};

/** A variable that comes and goes: an undo to a version that has it, from one that has not, does nothing. */
const TEMPLATES: Manifest[] = [{ name: 'main', env: [{ name: 'A', value: 'b' }] }, { name: 'main', env: null }].map((container) => (
  { spec: { containers: [container] } }
));

const doings: fc.WeightedArbitrary<ReleaseEvent>[] = [
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }).map((version): ReleaseEvent => ({ deploy: { image: `app:${version}` } })) },
  { weight: 1, arbitrary: fc.constantFrom(...TEMPLATES).map((template): ReleaseEvent => ({ deploy: { template } })) },
  { weight: 7, arbitrary: fc.constantFrom<ReleaseEvent[]>('hold', 'ready', 'promote', 'abort', 'retry', 'undo', 'pause', 'resume', 'skipStep') },
  { weight: 1, arbitrary: fc.constant<ReleaseEvent>({ promote: { full: true } }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((toRevision): ReleaseEvent => ({ undo: { toRevision } })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 6 }).map((scale): ReleaseEvent => ({ scale })) },
  {
    weight: 2,
    arbitrary: fc.record({ name: fc.constantFrom(...ANALYSES), phase: fc.constantFrom(...VERDICTS) }).map((analysis): ReleaseEvent => ({ analysis })),
  },
];

const waits: fc.WeightedArbitrary<ReleaseEvent> = { weight: 5, arbitrary: fc.constantFrom<ReleaseEvent[]>({ wait: '22s' }, { wait: '32s' }) };

/** Anything that persons, Git and analyses do. */
export const timeless: fc.Arbitrary<Sequence> = sequencesOf(fc.array(fc.oneof(...doings), { minLength: 4, maxLength: 8 }), ENDLESS);

/** The same, with what time does. */
export const timed: fc.Arbitrary<Sequence> = sequencesOf(fc.array(fc.oneof(...doings, waits), { minLength: 4, maxLength: 8 }), SHORT);

function sequencesOf(events: fc.Arbitrary<ReleaseEvent[]>, durations: Durations): fc.Arbitrary<Sequence> {
  return fc.tuple(onSeveralRoutes(served(releases)), events).map(([[rollout, ...others], all]) => (
    [[{ ...rollout, spec: during(rollout.spec, durations) }, ...others, ...ANALYSIS_TEMPLATES], all]
  ));
}

function during({ minReadySeconds, progressDeadlineSeconds, revisionHistoryLimit, strategy, ...spec }: Manifest, durations: Durations): Manifest {
  const { blueGreen, canary } = strategy;
  return JSON.parse(JSON.stringify({
    ...spec,
    replicas: Math.min(spec.replicas % 10, 6),
    // The controller refuses fewer revisions than may wait for their end.
    ...revisionHistoryLimit !== undefined
      && { revisionHistoryLimit: Math.max(revisionHistoryLimit, blueGreen?.scaleDownDelayRevisionLimit ?? 0) },
    minReadySeconds: minReadySeconds && durations.minReady,
    progressDeadlineSeconds: progressDeadlineSeconds && durations.progressDeadline,
    strategy: blueGreen ? { blueGreen: withTimes(blueGreen, durations) } : { canary: canaryDuring(canary, durations) },
  }));
}

function withTimes(strategy: Manifest, durations: Durations): Manifest {
  const { autoPromotionSeconds, scaleDownDelaySeconds, abortScaleDownDelaySeconds, previewReplicaCount } = strategy;
  return {
    ...strategy,
    autoPromotionSeconds: autoPromotionSeconds && durations.autoPromotion,
    scaleDownDelaySeconds: durations.delay(scaleDownDelaySeconds),
    // The pods of an aborted release do not stay until the end of a delay that is longer than the controller waits for anything.
    abortScaleDownDelaySeconds: abortScaleDownDelaySeconds === 1_000 ? 1_000 : durations.delay(abortScaleDownDelaySeconds),
    previewReplicaCount: previewReplicaCount && previewReplicaCount % 4,
  };
}

function canaryDuring(canary: Manifest, durations: Durations): Manifest {
  const steps = canary.steps.map((step: Manifest) => step.pause ? { pause: durations.pause(step.pause) } : step);
  // Another template than that of the steps: two verdicts are given one after the other, and each may abort.
  const analysis = canary.analysis && { analysis: { ...canary.analysis, templates: [{ templateName: 'background' }] } };
  if (!canary.trafficRouting) {
    return { ...canary, ...analysis, steps };
  }
  const timely = withTimes({ ...canary, ...analysis, steps }, durations);
  if (!canary.dynamicStableScale) {
    return timely;
  }
  // The controller refuses a delay together with pods that shrink, and one after an abort means something only if it is written.
  const { scaleDownDelaySeconds, abortScaleDownDelaySeconds, ...dynamic } = timely;
  return canary.abortScaleDownDelaySeconds === undefined ? dynamic : { ...dynamic, abortScaleDownDelaySeconds };
}
