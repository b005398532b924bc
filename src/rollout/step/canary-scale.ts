import type { RolloutSpecStrategyCanaryStepsSetCanaryScale } from '../../../imports/argoproj.io';
import { checkPercent, checkWhole } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';

/**
 * How many pods the new version has, apart from its share of the traffic.
 *
 * @see spec.strategy.canary.steps[].setCanaryScale
 */
export class CanaryScale {
  /**
   * A number of pods.
   *
   * @param count The number of pods, 0 or more.
   */
  public static replicas(count: number): CanaryScale {
    return new CanaryScale({ replicas: count }, (prop) => checkWhole('replicas-range', `${prop}.replicas`, count, { min: 0 }));
  }

  /**
   * A share of the rollout's replicas.
   *
   * @param percent The share, in whole percent.
   */
  public static weight(percent: number): CanaryScale {
    return new CanaryScale({ weight: percent }, (prop) => checkPercent(`${prop}.weight`, percent));
  }

  /**
   * The share of the traffic again; ends an earlier scale.
   */
  public static matchTrafficWeight(): CanaryScale {
    return new CanaryScale({ matchTrafficWeight: true }, () => []);
  }

  private constructor(
    private readonly fields: Wire<RolloutSpecStrategyCanaryStepsSetCanaryScale>,
    private readonly check: (prop: string) => Problem[],
  ) {}

  /** @internal */
  public _problems(prop: string): Problem[] {
    return this.check(prop);
  }

  /** @internal */
  public _toJson(): Wire<RolloutSpecStrategyCanaryStepsSetCanaryScale> {
    return this.fields;
  }
}
