import type { RolloutSpecStrategyCanaryReplicaProgressThreshold } from '../../../imports/argoproj.io';
import { checkWhole } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';

/**
 * How many of a step's new pods must be available before the release goes on.
 *
 * @see spec.strategy.canary.replicaProgressThreshold
 */
export class ReplicaProgressThreshold {
  /**
   * A share of the pods that the step asks for.
   *
   * @param value Percent, from 1 to 100.
   */
  public static percent(value: number): ReplicaProgressThreshold {
    return new ReplicaProgressThreshold('Percent', value);
  }

  /**
   * A number of pods.
   *
   * @param value The number of pods, 1 or more.
   */
  public static pods(value: number): ReplicaProgressThreshold {
    return new ReplicaProgressThreshold('Pods', value);
  }

  private constructor(private readonly type: 'Percent' | 'Pods', private readonly value: number) {}

  /** @internal */
  public _problems(): Problem[] {
    const range = this.type === 'Percent' ? { min: 1, max: 100 } : { min: 1 };
    return checkWhole('replica-progress-threshold', 'replicaProgressThreshold', this.value, range);
  }

  /** @internal */
  public _toJson(): Wire<RolloutSpecStrategyCanaryReplicaProgressThreshold> {
    return { type: this.type, value: this.value };
  }
}
