/**
 * Which release is simulated.
 */
export interface RolloutSimulatorOptions {
  /**
   * The name of the Rollout, or its namespace and name as `namespace/name`.
   *
   * @default - the only Rollout that there is
   */
  readonly rollout?: string;
}

/**
 * What changes with a new version besides its image.
 */
export interface SimulatedDeployOptions {
  /**
   * The name of the container that gets the image.
   *
   * @default - the first container
   */
  readonly container?: string;

  /**
   * Changes of the pod template, as JSON: they are merged into it, list items with a `name` by that name, and null takes a key away.
   *
   * @default - nothing but the image changes
   * @see spec.template
   */
  readonly template?: { [key: string]: any };
}

/**
 * Selects a route where the release has several.
 */
export interface SimulatedRouteOptions {
  /**
   * The kind of the object that holds the route.
   *
   * @default - any kind
   */
  readonly kind?: string;

  /**
   * The name of the object that holds the route.
   *
   * @default - any object
   */
  readonly object?: string;

  /**
   * The name of the route; `http[0]` is the first HTTP route if that has no name.
   *
   * @default - the only route with more than one destination
   */
  readonly route?: string;
}

/**
 * What an analysis found.
 *
 * @see https://argo-rollouts.readthedocs.io/en/stable/features/analysis/
 */
export enum AnalysisVerdict {
  /** The new version does well: the release goes on. */
  SUCCESSFUL = 'Successful',
  /** The new version does badly: the release is aborted. */
  FAILED = 'Failed',
  /** Nobody can tell: the release is paused until a person decides. */
  INCONCLUSIVE = 'Inconclusive',
  /** It could not be found out: the release is aborted. */
  ERROR = 'Error',
}
