/**
 * An AnalysisTemplate or a ClusterAnalysisTemplate, as analyses name it.
 */
export interface IAnalysisTemplate {
  /**
   * The name of the template.
   *
   * @see templates[].templateName
   */
  readonly templateName: string;

  /**
   * Whether it is a ClusterAnalysisTemplate.
   *
   * @see templates[].clusterScope
   */
  readonly clusterScope: boolean;
}

/**
 * An AnalysisTemplate: the metrics of an analysis, in the namespace of the rollout.
 *
 * @see https://argo-rollouts.readthedocs.io/en/stable/features/analysis/
 */
export class AnalysisTemplate {
  /**
   * Refers to an AnalysisTemplate that exists already.
   *
   * @param analysisTemplateName Its name, in the namespace of the rollout.
   */
  public static fromAnalysisTemplateName(analysisTemplateName: string): IAnalysisTemplate {
    return { templateName: analysisTemplateName, clusterScope: false };
  }

  private constructor() {}
}

/**
 * A ClusterAnalysisTemplate: the metrics of an analysis, for rollouts of all namespaces.
 *
 * @see https://argo-rollouts.readthedocs.io/en/stable/features/analysis/#clusteranalysistemplates
 */
export class ClusterAnalysisTemplate {
  /**
   * Refers to a ClusterAnalysisTemplate that exists already.
   *
   * @param clusterAnalysisTemplateName Its name.
   */
  public static fromClusterAnalysisTemplateName(clusterAnalysisTemplateName: string): IAnalysisTemplate {
    return { templateName: clusterAnalysisTemplateName, clusterScope: true };
  }

  private constructor() {}
}
