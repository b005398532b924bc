import type { RolloutSpecStrategyCanaryAntiAffinity } from '../../../imports/argoproj.io';
import { checkWhole } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';

/**
 * Keeps the pods of the new version away from the nodes of the stable one, so that a scale-down of the old version
 * does not drain the nodes of the new one.
 *
 * @see spec.strategy.blueGreen.antiAffinity
 */
export class AntiAffinity {
  /**
   * New pods never run on a node with a stable pod.
   */
  public static required(): AntiAffinity {
    return new AntiAffinity();
  }

  /**
   * New pods avoid the nodes of stable pods where they can.
   *
   * @param weight How much the scheduler prefers other nodes, from 1 to 100.
   */
  public static preferred(weight: number): AntiAffinity {
    return new AntiAffinity(weight);
  }

  private constructor(private readonly weight?: number) {}

  /** @internal */
  public _problems(): Problem[] {
    return checkWhole('anti-affinity-weight', 'antiAffinity.weight', this.weight, { min: 1, max: 100 });
  }

  /** @internal */
  public _toJson(): Wire<RolloutSpecStrategyCanaryAntiAffinity> {
    return this.weight === undefined
      ? { requiredDuringSchedulingIgnoredDuringExecution: {} }
      : { preferredDuringSchedulingIgnoredDuringExecution: { weight: this.weight } };
  }
}
