import { IAnalysisTemplate } from './analysis-template';
import type { RolloutSpecStrategyCanaryStepsAnalysis, RolloutSpecStrategyCanaryStepsExperimentAnalyses } from '../../../imports/argoproj.io';
import { checkDnsSubdomain, checkWhole } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';
import { compact, unlessEmpty } from '../../core/manifest';

type Analysis = Wire<RolloutSpecStrategyCanaryStepsAnalysis>;
type Argument = NonNullable<Analysis['args']>[number];

/**
 * The value of one argument of an analysis.
 */
export class AnalysisArgument {
  /**
   * Passes a fixed value.
   *
   * @param name The name of the argument.
   * @param value The value.
   */
  public static value(name: string, value: string): AnalysisArgument {
    return new AnalysisArgument(name, { value });
  }

  /**
   * Passes the pod template hash of the new version.
   *
   * @param name The name of the argument.
   */
  public static latestPodHash(name: string): AnalysisArgument {
    return new AnalysisArgument(name, { valueFrom: { podTemplateHashValue: 'Latest' } });
  }

  /**
   * Passes the pod template hash of the stable version.
   *
   * @param name The name of the argument.
   */
  public static stablePodHash(name: string): AnalysisArgument {
    return new AnalysisArgument(name, { valueFrom: { podTemplateHashValue: 'Stable' } });
  }

  /**
   * Passes a field of the Rollout.
   *
   * @param name The name of the argument.
   * @param fieldPath The path, for instance `metadata.labels['region']`.
   */
  public static fieldRef(name: string, fieldPath: string): AnalysisArgument {
    return new AnalysisArgument(name, { valueFrom: { fieldRef: { fieldPath } } });
  }

  private constructor(private readonly name: string, private readonly source: Omit<Argument, 'name'>) {}

  /** @internal */
  public get _name(): string {
    return this.name;
  }

  /** @internal */
  public _toJson(): Argument {
    return { name: this.name, ...this.source };
  }
}

/**
 * An analysis that decides on a release: which templates it runs, with which arguments.
 */
export interface RolloutAnalysis {
  /**
   * The templates, at least one.
   */
  readonly templates: IAnalysisTemplate[];

  /**
   * The arguments; each name once.
   *
   * @default - the templates' own values
   */
  readonly args?: AnalysisArgument[];

  /**
   * Names of metrics that are measured without deciding anything.
   *
   * @default - all metrics decide
   * @see dryRun[].metricName
   */
  readonly dryRun?: string[];

  /**
   * How many measurements are kept, by the name of the metric.
   *
   * @default - 10 for each metric, decided by the controller
   * @see measurementRetention[]
   */
  readonly measurementRetention?: { [metric: string]: number };

  /**
   * Labels of the AnalysisRun.
   *
   * @default - those that the controller sets
   * @see analysisRunMetadata.labels
   */
  readonly runLabels?: { [key: string]: string };

  /**
   * Annotations of the AnalysisRun.
   *
   * @default - those that the controller sets
   * @see analysisRunMetadata.annotations
   */
  readonly runAnnotations?: { [key: string]: string };
}

/**
 * An analysis that runs beside the steps of a canary release.
 */
export interface BackgroundAnalysis extends RolloutAnalysis {
  /**
   * The index of the step at which the analysis starts; the first step has index 0.
   *
   * @default 0
   * @see spec.strategy.canary.analysis.startingStep
   */
  readonly startingStep?: number;
}

/** The fields that analyses and experiments share. */
export function renderRunOptions(analysis: Omit<RolloutAnalysis, 'templates' | 'args'>) {
  return compact<Omit<Analysis, 'args' | 'templates'>>({
    dryRun: unlessEmpty(analysis.dryRun?.map((metricName) => ({ metricName }))),
    measurementRetention: unlessEmpty(Object.entries(analysis.measurementRetention ?? {})
      .map(([metricName, limit]) => ({ metricName, limit }))),
    analysisRunMetadata: unlessEmpty(compact<NonNullable<Analysis['analysisRunMetadata']>>({ labels: unlessEmpty(analysis.runLabels), annotations: unlessEmpty(analysis.runAnnotations) })),
  });
}

export function renderAnalysis(analysis: RolloutAnalysis) {
  return compact<Analysis>({
    templates: analysis.templates.map(renderTemplateReference),
    args: renderArguments(analysis.args),
    ...renderRunOptions(analysis),
  });
}

/** How analyses name a template; experiments do it in the same fields. */
export function renderTemplateReference({ templateName, clusterScope }: IAnalysisTemplate) {
  return compact<Pick<Wire<RolloutSpecStrategyCanaryStepsExperimentAnalyses>, 'templateName' | 'clusterScope'>>({ templateName, clusterScope: clusterScope || undefined });
}

export function renderArguments(args: AnalysisArgument[] | undefined): Argument[] | undefined {
  return unlessEmpty(args?.map((argument) => argument._toJson()));
}

export function checkAnalysis(prop: string, analysis: RolloutAnalysis | undefined): Problem[] {
  if (!analysis) {
    return [];
  }
  const none: Problem[] = analysis.templates.length > 0 ? [] : [{
    rule: 'analysis-template-present', prop: `${prop}.templates`, wrong: 'names no template', remedy: 'name at least one',
  }];
  return [
    ...none,
    ...analysis.templates.flatMap((template, index) => checkDnsSubdomain(`${prop}.templates[${index}].templateName`, template.templateName)),
    ...checkArguments(prop, analysis.args),
    ...Object.entries(analysis.measurementRetention ?? {})
      .flatMap(([metric, limit]) => checkWhole('measurement-retention', `${prop}.measurementRetention.${metric}`, limit, { min: 1 })),
  ];
}

/** Of two arguments with one name the controller resolves neither, and the metric returns no data; an empty value is lost on the way. */
export function checkArguments(prop: string, args: AnalysisArgument[] | undefined): Problem[] {
  const names = (args ?? []).map((argument) => argument._name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
    rule: 'analysis-argument-once', prop: `${prop}.args`, wrong: 'an argument is given twice', got: name, remedy: 'give it once',
  }));
  const empty = (args ?? []).filter((argument) => argument._toJson().value === '').map(({ _name }) => ({
    rule: 'analysis-argument-value', prop: `${prop}.args[${_name}]`, wrong: 'an empty value counts as none', got: '', remedy: 'pass a value',
  }));
  return [...twice, ...empty];
}
