import { AnalysisRun, SimulatorState } from './model/state';
import { AnalysisPhase } from './model/status';

const BAD: AnalysisPhase[] = ['Failed', 'Error', 'Inconclusive'];

/** Ends the runs that have their verdicts, their time or an order to end, and forgets those that nothing refers to. */
export function runAnalyses(state: SimulatorState): SimulatorState {
  const known = references(state);
  const runs = state.runs.map((run) => finish(run, state.now)).filter(({ id, phase }) => phase === 'Running' || known.includes(id));
  return runs.length === state.runs.length && runs.every((run, index) => run === state.runs[index]) ? state : { ...state, runs };
}

function references({ status: { canary, blueGreen } }: SimulatorState): Array<number | null | undefined> {
  return [canary.stepRun?.id, canary.backgroundRun?.id, canary.experiment, canary.plugin, blueGreen.preRun?.id, blueGreen.postRun?.id];
}

function finish(run: AnalysisRun, now: number): AnalysisRun {
  if (run.phase !== 'Running') {
    return run;
  }
  const bad = BAD.find((phase) => Object.values(run.verdicts).includes(phase));
  const phase = bad ?? (run.terminated || isThrough(run, now) ? 'Successful' : 'Running');
  return phase === 'Running' ? run : { ...run, phase };
}

function isThrough({ required, verdicts, endsAt }: AnalysisRun, now: number): boolean {
  const isOver = endsAt === null ? required.length > 0 : endsAt <= now;
  return isOver && required.every((name) => verdicts[name] === 'Successful');
}

/** The templates on which there is no verdict yet. */
export function runningTemplates({ runs }: SimulatorState): string[] {
  const running = runs.filter(({ phase }) => phase === 'Running');
  return [...new Set(running.flatMap(({ verdicts }) => Object.keys(verdicts).filter((name) => verdicts[name] === 'Running')))];
}

/** Gives the verdict on a template to every running run that has it; nothing where there is none. */
export function giveVerdict(state: SimulatorState, name: string, phase: AnalysisPhase): SimulatorState | undefined {
  const isMeant = (run: AnalysisRun) => run.phase === 'Running' && run.verdicts[name] === 'Running';
  if (!state.runs.some(isMeant)) {
    return undefined;
  }
  return { ...state, runs: state.runs.map((run) => isMeant(run) ? { ...run, verdicts: { ...run.verdicts, [name]: phase } } : run) };
}
