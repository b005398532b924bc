/**
 * What a step of a canary release does.
 */
export enum CanaryStepAction {
  /** Sends a share of the users to the new version. */
  SET_WEIGHT = 'setWeight',
  /** Waits for a person, or for a time. */
  PAUSE = 'pause',
  /** Sets the number of the new version's pods. */
  SET_CANARY_SCALE = 'setCanaryScale',
  /** Sets or removes a header route. */
  SET_HEADER_ROUTE = 'setHeaderRoute',
  /** Sets or removes a mirror route. */
  SET_MIRROR_ROUTE = 'setMirrorRoute',
  /** Runs an analysis. */
  ANALYSIS = 'analysis',
  /** Runs an experiment. */
  EXPERIMENT = 'experiment',
  /** Runs a step plugin. */
  PLUGIN = 'plugin',
}
