import { checkPercent, checkWhole } from '../../core/checks';
import { Problem } from '../../core/problems';

/**
 * How the number of the new version's pods is given.
 *
 * @see spec.strategy.canary.steps[].setCanaryScale
 */
export enum CanaryScale {
  /** As a number of pods. */
  REPLICAS = 'replicas',
  /** As a share of the rollout's replicas, in whole percent. */
  WEIGHT = 'weight',
  /** As the share of the traffic again; ends an earlier scale and takes no value. */
  MATCH_TRAFFIC_WEIGHT = 'matchTrafficWeight',
}

export function checkCanaryScale(prop: string, scale: CanaryScale, value: number | undefined): Problem[] {
  if (scale === CanaryScale.MATCH_TRAFFIC_WEIGHT) {
    return value === undefined ? [] : [{
      rule: 'canary-scale-value', prop: `${prop}.matchTrafficWeight`, wrong: 'takes no value', got: value, remedy: 'leave the value out',
    }];
  }
  if (value === undefined) {
    return [{ rule: 'canary-scale-value', prop: `${prop}.${scale}`, wrong: 'has no value', remedy: 'pass a number as second argument' }];
  }
  return scale === CanaryScale.WEIGHT
    ? checkPercent(`${prop}.weight`, value)
    : checkWhole('replicas-range', `${prop}.replicas`, value, { min: 0 });
}
