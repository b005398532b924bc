import { BLUE_GREEN, CANARY } from './fields';
import { Manifest } from '../../core/manifest';
import { at, isRecord, items, record, text } from '../../core/read';

/** When an analysis runs. */
export type AnalysisPosition = 'background' | 'step' | 'prePromotion' | 'postPromotion';

/** A template that an analysis names. */
export interface TemplateReference {
  readonly name: string;
  readonly clusterScope: boolean;
  readonly path: string;
}

/** An analysis of a release. */
export interface Analysis {
  readonly position: AnalysisPosition;
  readonly path: string;
  /** The index of its step. */
  readonly step?: number;
  readonly templates: readonly TemplateReference[];
  /** The arguments as written. */
  readonly args: readonly Manifest[];
}

export function readAnalysis(value: unknown, path: string, position: AnalysisPosition, step?: number): Analysis {
  const { templates, args } = record(value);
  return {
    position,
    path,
    ...step !== undefined && { step },
    templates: items(templates, `${path}.templates`).map((entry) => ({
      name: text(entry.value.templateName), clusterScope: entry.value.clusterScope === true, path: `${entry.path}.templateName`,
    })),
    args: items(args, '').map((argument) => argument.value),
  };
}

/** All analyses of a strategy: those of the release as a whole, then those of its steps. */
export function readAnalyses(blueGreen: Manifest, canary: Manifest): Analysis[] {
  const whole: Array<[AnalysisPosition, unknown, string]> = [
    ['prePromotion', blueGreen.prePromotionAnalysis, `${BLUE_GREEN}.prePromotionAnalysis`],
    ['postPromotion', blueGreen.postPromotionAnalysis, `${BLUE_GREEN}.postPromotionAnalysis`],
    ['background', canary.analysis, `${CANARY}.analysis`],
  ];
  return [
    ...whole.filter(([, value]) => isRecord(value)).map(([position, value, path]) => readAnalysis(value, path, position)),
    ...items(canary.steps, `${CANARY}.steps`).map((step, index) => ({ ...step, index })).filter(({ value }) => isRecord(at(value, 'analysis')))
      .map(({ value, path, index }) => readAnalysis(value.analysis, `${path}.analysis`, 'step', index)),
  ];
}

/** The analysis of a release as a whole; one without templates is one too. */
export function analysisAt(
  { analyses }: { readonly analyses: readonly Analysis[] }, position: Exclude<AnalysisPosition, 'step'>,
): Analysis | undefined {
  return analyses.find((analysis) => analysis.position === position);
}
