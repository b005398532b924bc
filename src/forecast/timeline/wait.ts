import { analysisSeconds } from './analysis-seconds';
import { blueGreenIn, Release, stepsIn } from '../../model/release/release';
import { actionOf } from '../../model/release/steps';
import { availabilityTimes } from '../../simulator/kubelet';
import { AnalysisRun, AnalysisRunType, SimulatorState } from '../../simulator/model/state';
import { nextExpected } from '../../simulator/timers';
import { ReleaseContext } from '../release-context';
import { RunKind, TimedEnd, Wait } from '../release-forecast';

const KINDS: Record<AnalysisRunType, RunKind> = {
  Step: 'step', Background: 'background', PrePromotion: 'prePromotion', PostPromotion: 'postPromotion', Experiment: 'experiment', Plugin: 'plugin',
};

/** What new pods a state waits for; nothing where there are none. */
export function podsWait({ replicaSets }: SimulatorState): Wait | undefined {
  const growing = [...replicaSets].reverse().find(({ ready, replicas }) => ready < replicas);
  return growing && { kind: 'pods', revision: growing.revision, count: growing.replicas - growing.ready };
}

/** What a settled state waits for. */
export function restingWait(context: ReleaseContext, state: SimulatorState): Wait {
  const { release } = context;
  const due = nextExpected(release, state);
  const isPaused = state.spec.paused || state.status.pauseConditions.length > 0;
  const time: Wait | undefined = due === undefined ? undefined : {
    kind: 'time', seconds: Math.floor(due / 1000) - Math.floor(state.now / 1000), until: timedEnd(state, due),
  };
  if (isPaused) {
    return time && !state.spec.paused && isTimed(release, state) ? time : { kind: 'person' };
  }
  const run = blockingRun(state);
  if (run && isEndless(run)) {
    return { kind: 'person' };
  }
  return run ? runWait(context, state, run) : time ?? { kind: 'nothing' };
}

function timedEnd(state: SimulatorState, due: number): TimedEnd {
  return state.replicaSets.some(({ deadline }) => deadline !== null && deadline * 1000 === due)
    ? 'oldPodsGo'
    : availabilityTimes(state).includes(due) ? 'podsAvailable' : 'pauseEnds';
}

/** Whether the pause ends by itself; its end is then the first thing that is due, or after others. */
function isTimed(release: Release, { status }: SimulatorState): boolean {
  const blueGreen = blueGreenIn(release);
  return blueGreen
    ? blueGreen.autoPromotionEnabled && Boolean(blueGreen.autoPromotionSeconds)
    : actionOf(stepsIn(release)[status.currentStepIndex ?? 0], 'pause')?.duration !== undefined;
}

/** A background analysis only stops a release when it fails. */
export function blockingRun({ runs }: SimulatorState): AnalysisRun | undefined {
  return runs.find(({ phase, type }) => phase === 'Running' && type !== 'Background');
}

/** An experiment without a duration and without an analysis that it needs: only who skips the step ends it. */
export function isEndless({ type, endsAt, required }: AnalysisRun): boolean {
  return type === 'Experiment' && endsAt === null && required.length === 0;
}

function runWait(context: ReleaseContext, { now }: SimulatorState, run: AnalysisRun): Wait {
  const what = KINDS[run.type];
  const seconds = run.endsAt === null ? analysisSeconds(context, run) : Math.ceil((run.endsAt - now) / 1000);
  return { kind: 'analysis', templates: Object.keys(run.verdicts), what, seconds };
}
