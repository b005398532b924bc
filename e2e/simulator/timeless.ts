import * as fc from 'fast-check';
import { ReleaseEvent } from '../../src/simulator/events';
import { releases } from '../../test/simulator/properties/arbitraries';
import { Manifest } from '../../test/util/synth';

const FAR = 600;

/** Anything that a person does; no waits, because the cluster's clock does not stop between the events. */
const events: fc.Arbitrary<ReleaseEvent[]> = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }).map((version): ReleaseEvent => ({ deploy: { image: `app:${version}` } })) },
  { weight: 7, arbitrary: fc.constantFrom<ReleaseEvent[]>('hold', 'ready', 'promote', 'abort', 'retry', 'undo', 'pause', 'resume', 'skipStep') },
  fc.constant<ReleaseEvent>({ promote: { full: true } }),
  fc.integer({ min: 1, max: 4 }).map((toRevision): ReleaseEvent => ({ undo: { toRevision } })),
  fc.integer({ min: 1, max: 6 }).map((scale): ReleaseEvent => ({ scale })),
), { minLength: 4, maxLength: 8 });

/** A release and what happens to it, without anything that time or an analysis decides. */
export const sequences: fc.Arbitrary<[Manifest[], ReleaseEvent[]]> = fc.tuple(releases.map(timeless), events).map(([manifests, all]) => (
  [manifests, isObservable(manifests) ? all : all.filter((event) => event !== 'hold')]
));

/** The passes of a ping-pong pair fail without ready pods, and then the Rollout never shows that its last change was seen. */
function isObservable([{ spec: { strategy } }]: Manifest[]): boolean {
  return !strategy.canary?.pingPong;
}

function timeless([rollout, ...others]: Manifest[]): Manifest[] {
  const { minReadySeconds, progressDeadlineSeconds, revisionHistoryLimit, strategy, ...spec } = rollout.spec;
  const { blueGreen, canary } = strategy;
  const limits = { ...spec, replicas: Math.min(spec.replicas, 6) };
  return [
    { ...rollout, spec: { ...limits, strategy: blueGreen ? { blueGreen: timelessBlueGreen(blueGreen) } : { canary: timelessCanary(canary) } } },
    ...others,
  ];
}

function timelessBlueGreen(blueGreen: Manifest): Manifest {
  const { autoPromotionSeconds, prePromotionAnalysis, postPromotionAnalysis, ...rest } = blueGreen;
  return { ...rest, scaleDownDelaySeconds: far(rest.scaleDownDelaySeconds), abortScaleDownDelaySeconds: far(rest.abortScaleDownDelaySeconds) };
}

function timelessCanary({ analysis, scaleDownDelaySeconds, abortScaleDownDelaySeconds, ...canary }: Manifest): Manifest {
  const steps = canary.steps.filter((step: Manifest) => !step.analysis).map((step: Manifest) => step.pause ? { pause: {} } : step);
  if (!canary.trafficRouting) {
    return { ...canary, steps };
  }
  return {
    ...canary,
    steps,
    // The controller refuses a delay together with pods that shrink.
    ...!canary.dynamicStableScale && { scaleDownDelaySeconds: far(scaleDownDelaySeconds) },
    ...(!canary.dynamicStableScale || abortScaleDownDelaySeconds !== undefined)
      && { abortScaleDownDelaySeconds: far(abortScaleDownDelaySeconds) },
  };
}

function far(delay: number | undefined): number {
  return delay === 0 ? 0 : FAR;
}
