import { Duration } from 'cdk8s';
import { ExperimentTemplate } from './experiment-template';
import type { RolloutSpecStrategyCanaryStepsExperiment } from '../../../imports/argoproj.io';
import { checkDnsLabel, checkPercent, checkWhole, checkWholeSeconds } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';
import { goDuration } from '../../core/duration';
import { compact, unlessEmpty } from '../../core/manifest';
import { IAnalysisTemplate } from '../strategy/analysis-template';
import { renderEphemeralMetadata } from '../strategy/ephemeral-metadata';
import { AnalysisArgument, checkArguments, renderArguments, renderRunOptions, renderTemplateReference } from '../strategy/rollout-analysis';

type Experiment = Wire<RolloutSpecStrategyCanaryStepsExperiment>;

/**
 * One analysis of an experiment.
 */
export interface ExperimentAnalysis {
  /**
   * The name of the analysis in the experiment.
   *
   * @see experiment.analyses[].name
   */
  readonly name: string;

  /** The template. */
  readonly template: IAnalysisTemplate;

  /**
   * The arguments; each name once.
   *
   * @default - the template's own values
   * @see experiment.analyses[].args
   */
  readonly args?: AnalysisArgument[];

  /**
   * Whether the experiment waits for this analysis.
   *
   * @default false
   * @see experiment.analyses[].requiredForCompletion
   */
  readonly requiredForCompletion?: boolean;
}

/**
 * Pods started beside a release to compare versions.
 */
export interface ExperimentOptions {
  /**
   * The groups of pods, at least one.
   */
  readonly templates: ExperimentTemplate[];

  /**
   * How long the experiment runs.
   *
   * @default - until its required analyses end
   * @see experiment.duration
   */
  readonly duration?: Duration;

  /**
   * The analyses.
   *
   * @default - the pods run without an analysis
   * @see experiment.analyses
   */
  readonly analyses?: ExperimentAnalysis[];

  /**
   * Names of metrics that are measured without deciding anything.
   *
   * @default - all metrics decide
   * @see experiment.dryRun
   */
  readonly dryRun?: string[];

  /**
   * Labels of the AnalysisRuns.
   *
   * @default - those that the controller sets
   * @see experiment.analysisRunMetadata.labels
   */
  readonly runLabels?: { [key: string]: string };

  /**
   * Annotations of the AnalysisRuns.
   *
   * @default - those that the controller sets
   * @see experiment.analysisRunMetadata.annotations
   */
  readonly runAnnotations?: { [key: string]: string };

  /**
   * How long the pods run on after the experiment, in whole seconds.
   *
   * @default - 30 seconds, decided by the controller
   * @see experiment.scaleDownDelaySeconds
   */
  readonly scaleDownDelay?: Duration;
}

export function renderExperiment(experiment: ExperimentOptions) {
  return compact<Experiment>({
    templates: experiment.templates.map((template) => compact<Experiment['templates'][number]>({
      name: template.name,
      specRef: template.specRef,
      replicas: template.replicas,
      weight: template.weight,
      service: template.serviceName ? { name: template.serviceName } : undefined,
      metadata: renderEphemeralMetadata(template.metadata),
    })),
    duration: experiment.duration && goDuration(experiment.duration),
    analyses: unlessEmpty(experiment.analyses?.map((analysis) => compact<NonNullable<Experiment['analyses']>[number]>({
      name: analysis.name,
      ...renderTemplateReference(analysis.template),
      args: renderArguments(analysis.args),
      requiredForCompletion: analysis.requiredForCompletion || undefined,
    }))),
    // A struct in Go, so written even when empty.
    analysisRunMetadata: {},
    ...renderRunOptions(experiment),
    scaleDownDelaySeconds: experiment.scaleDownDelay?.toSeconds(),
  });
}

export function checkExperiment(prop: string, experiment: ExperimentOptions): Problem[] {
  const none: Problem[] = experiment.templates.length > 0 ? [] : [{
    rule: 'experiment-template-present', prop: `${prop}.templates`, wrong: 'is empty', remedy: 'describe at least one group of pods',
  }];
  const names = experiment.templates.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
    rule: 'experiment-template-once', prop: `${prop}.templates`, wrong: 'two groups of pods have one name', got: name, remedy: 'name each differently',
  }));
  return [
    ...none,
    ...twice,
    ...experiment.templates.flatMap((template, index) => checkTemplate(`${prop}.templates[${index}]`, template)),
    ...(experiment.analyses ?? []).flatMap((analysis, index) => checkArguments(`${prop}.analyses[${index}]`, analysis.args)),
    ...checkWholeSeconds(`${prop}.scaleDownDelay`, experiment.scaleDownDelay),
    ...checkWholeSeconds(`${prop}.duration`, experiment.duration, 1),
  ];
}

function checkTemplate(prop: string, template: ExperimentTemplate): Problem[] {
  return [
    ...checkDnsLabel(`${prop}.name`, template.name),
    ...checkWhole('replicas-range', `${prop}.replicas`, template.replicas, { min: 0 }),
    ...checkPercent(`${prop}.weight`, template.weight),
  ];
}
