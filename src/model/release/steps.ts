import { Analysis, readAnalysis } from './analyses';
import type {
  RolloutSpecStrategyCanarySteps as StepFields, RolloutSpecStrategyCanaryStepsSetHeaderRoute as HeaderRouteFields,
  RolloutSpecStrategyCanaryStepsSetMirrorRoute as MirrorRouteFields,
} from '../../../imports/argoproj.io';
import { Manifest } from '../../core/manifest';
import { durationSeconds } from '../../core/parse-duration';
import { given, items, Located, number, record, text } from '../../core/read';

/** What a step may do, by the names of its fields. */
export type StepKind = keyof StepFields;

/** One thing that a step does. */
export type StepAction =
  | { readonly kind: 'setWeight'; readonly weight: number }
  /** Without seconds it waits for a person, or its duration cannot be read. */
  | { readonly kind: 'pause'; readonly duration?: number | string; readonly seconds?: number }
  | { readonly kind: 'setCanaryScale'; readonly replicas?: number; readonly weight?: number; readonly matchTrafficWeight: boolean }
  /** Without a match the controller removes the route. */
  | { readonly kind: 'setHeaderRoute'; readonly name: string; readonly match?: HeaderRouteFields['match'] }
  | { readonly kind: 'setMirrorRoute'; readonly name: string; readonly match?: MirrorRouteFields['match']; readonly percentage?: number }
  | { readonly kind: 'analysis'; readonly analysis: Analysis }
  | { readonly kind: 'experiment'; readonly experiment: Experiment }
  | { readonly kind: 'plugin'; readonly name: string };

/** A step of a canary. One that does several things at once is read as the controller reads it: all of them apply. */
export interface Step {
  readonly actions: readonly StepAction[];
  readonly path: string;
}

/** Pods beside the two versions, for a while. */
export interface Experiment {
  readonly seconds?: number;
  readonly templates: readonly ExperimentTemplate[];
  readonly analyses: readonly ExperimentAnalysis[];
}

/** Pods of an experiment. */
export interface ExperimentTemplate {
  readonly name: string;
  /** Which version it runs: `stable` or `canary`. */
  readonly specRef: string;
  readonly weight?: number;
  /** The name of its Service, where it is given one. */
  readonly service?: string;
}

/** What judges an experiment. */
export interface ExperimentAnalysis {
  readonly name: string;
  readonly templateName: string;
  readonly clusterScope: boolean;
  readonly requiredForCompletion: boolean;
}

/** The action of a kind that a step has. */
export function actionOf<K extends StepKind>(step: Step | undefined, kind: K): Extract<StepAction, { kind: K }> | undefined {
  return step?.actions.find((action): action is Extract<StepAction, { kind: K }> => action.kind === kind);
}

/** The actions of a kind of all steps, each with its step. */
export function actionsIn<K extends StepKind>(
  steps: readonly Step[], kind: K,
): Array<{ readonly step: Step; readonly action: Extract<StepAction, { kind: K }> }> {
  return steps.flatMap((step) => {
    const action = actionOf(step, kind);
    return action ? [{ step, action }] : [];
  });
}

/** Whether a step waits until a person promotes the release. */
export function waitsForPerson(step: Step): boolean {
  const pause = actionOf(step, 'pause');
  return pause !== undefined && pause.duration === undefined;
}

export function readSteps(canary: Manifest, path: string): Step[] {
  return items(canary.steps, `${path}.steps`).map(readStep);
}

const READERS: { readonly [K in StepKind]-?: (value: any, path: string, step: number) => Omit<Extract<StepAction, { kind: K }>, 'kind'> } = {
  setWeight: (value) => ({ weight: number(value) }),
  pause: (value) => {
    const { duration } = record(value);
    return given(duration) ? { duration, seconds: durationSeconds(duration) } : {};
  },
  setCanaryScale: (value) => {
    const { replicas, weight, matchTrafficWeight } = record(value);
    return { ...typeof replicas === 'number' && { replicas }, ...typeof weight === 'number' && { weight }, matchTrafficWeight: matchTrafficWeight === true };
  },
  setHeaderRoute: (value) => ({ name: text(record(value).name), ...given(record(value).match) && { match: record(value).match } }),
  setMirrorRoute: (value) => {
    const { name, match, percentage } = record(value);
    return { name: text(name), ...given(match) && { match }, ...typeof percentage === 'number' && { percentage } };
  },
  analysis: (value, path, step) => ({ analysis: readAnalysis(value, path, 'step', step) }),
  experiment: (value) => ({ experiment: readExperiment(record(value)) }),
  plugin: (value) => ({ name: text(record(value).name) }),
};

/** One step of the list at its index. */
export function readStep({ value: step, path }: Located, index: number): Step {
  const kinds = (Object.keys(READERS) as StepKind[]).filter((kind) => given(step[kind]));
  return { path, actions: kinds.map((kind) => ({ kind, ...READERS[kind](step[kind], `${path}.${kind}`, index) }) as StepAction) };
}

function readExperiment({ duration, templates, analyses }: Manifest): Experiment {
  const seconds = durationSeconds(duration);
  return {
    ...seconds !== undefined && { seconds },
    templates: items(templates, '').map(({ value: { name, specRef, weight, service } }) => ({
      name: text(name), specRef: text(specRef), ...typeof weight === 'number' && { weight }, ...text(record(service).name) !== '' && { service: text(record(service).name) },
    })),
    analyses: items(analyses, '').map(({ value: { name, templateName, clusterScope, requiredForCompletion } }) => ({
      name: text(name), templateName: text(templateName), clusterScope: clusterScope === true, requiredForCompletion: requiredForCompletion === true,
    })),
  };
}
