import { Duration } from 'cdk8s';
import type { RolloutSpecStrategyBlueGreen } from '../../../imports/argoproj.io';
import { checkWholeSeconds } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';
import { compact } from '../../core/manifest';

/**
 * Who moves the users of a blue-green release to the new version, and when.
 *
 * @example
 *
 * new BlueGreenRollout(chart, 'app', { containers, promotion: Promotion.automaticAfter(Duration.minutes(10)) });
 */
export class Promotion {
  /**
   * The release pauses until a person promotes or aborts it. The users stay on the old version meanwhile.
   *
   * @see spec.strategy.blueGreen.autoPromotionEnabled (false)
   */
  public static manual(): Promotion {
    return new Promotion(false);
  }

  /**
   * The users move as soon as all new pods are available.
   *
   * @see spec.strategy.blueGreen.autoPromotionEnabled (true)
   */
  public static automatic(): Promotion {
    return new Promotion(true);
  }

  /**
   * The release pauses for a time, then the users move; a person can promote or abort it earlier.
   *
   * @param delay How long the release pauses once all new pods are available, in whole seconds, 1 second or more.
   * @see spec.strategy.blueGreen.autoPromotionSeconds
   */
  public static automaticAfter(delay: Duration): Promotion {
    return new Promotion(true, delay);
  }

  private constructor(private readonly enabled: boolean, private readonly delay?: Duration) {}

  /** @internal */
  public _problems(): Problem[] {
    return checkWholeSeconds('promotion.automaticAfter', this.delay, 1);
  }

  /** @internal */
  public _toJson() {
    return compact<Pick<Wire<RolloutSpecStrategyBlueGreen>, 'autoPromotionEnabled' | 'autoPromotionSeconds'>>({
      autoPromotionEnabled: this.enabled, autoPromotionSeconds: this.delay?.toSeconds(),
    });
  }
}
