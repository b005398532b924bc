import { calculateConditions, evaluateProgressDeadlineAbort } from './conditions';
import { calculatePhase } from './phase';
import { canaryIn } from '../../../model/release/release';
import { created, ready, sumOf } from '../../model/replica-sets';
import { AnalysisRun } from '../../model/state';
import { NO_BLUE_GREEN, NO_CANARY, StatusDraft } from '../../model/status';
import { Pass } from '../pass';

/** The fields that every strategy writes; the others begin empty. */
export function calculateBaseStatus(pass: Pass): StatusDraft {
  const { status, newRS, allRSs, currentRuns } = pass;
  const reference = (run: AnalysisRun | undefined) => run ? { id: run.id, phase: run.phase } : null;
  const isCanary = canaryIn(pass.release) !== undefined;
  return {
    observedGeneration: status.observedGeneration,
    currentPodHash: newRS.hash,
    stableRS: 0,
    currentStepIndex: null,
    stepsKnown: false,
    replicas: sumOf(allRSs, created),
    updatedReplicas: newRS.created,
    readyReplicas: sumOf(allRSs, ready),
    availableReplicas: 0,
    pauseConditions: [],
    controllerPause: false,
    abort: false,
    abortedAt: null,
    promoteFull: status.promoteFull,
    conditions: status.conditions,
    phase: '',
    message: '',
    canary: isCanary
      ? { ...NO_CANARY, weights: pass.weights, stepRun: reference(currentRuns.step), backgroundRun: reference(currentRuns.background) }
      : NO_CANARY,
    blueGreen: isCanary ? NO_BLUE_GREEN : { ...NO_BLUE_GREEN, preRun: reference(currentRuns.pre), postRun: reference(currentRuns.post) },
  };
}

/** Puts pauses, conditions and phase into a status, and writes it. */
export function persistStatus(pass: Pass, draft: StatusDraft): void {
  draft.observedGeneration = pass.before.spec.generation;
  evaluateProgressDeadlineAbort(pass, draft);
  pass.pause.writeTo(draft);
  calculateConditions(pass, draft);
  Object.assign(draft, calculatePhase(pass.release, pass.before.spec, draft));
  pass.next = { ...pass.next, status: draft };
}
