import { Duration } from 'cdk8s';
import { CanaryScale } from './canary-scale';
import { CanaryStepAction } from './canary-step-action';
import { checkExperiment, ExperimentOptions, renderExperiment } from './experiment';
import {
  checkHeaderMatches, checkMirrorOptions, checkRouteName, HeaderRouteMatch, MirrorRouteOptions, renderHeaderMatches, renderMirrorOptions,
} from './managed-routes';
import type { RolloutSpecStrategyCanarySteps } from '../../../imports/argoproj.io';
import { checkPercent, checkWhole, checkWholeSeconds } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';
import { goDuration } from '../../core/duration';
import { checkAnalysis, renderAnalysis, RolloutAnalysis } from '../strategy/rollout-analysis';

/** What a step asks of the traffic router. */
export type RouterNeed = 'any' | 'headerRoutes' | 'mirrorRoutes' | 'experimentWeights';

interface StepTraits {
  readonly check?: (prop: string) => Problem[];
  readonly needs?: RouterNeed;
  readonly managedRoute?: string;
  readonly weightOf?: number;
}

/**
 * One step of a canary release. The steps run in order, and each does one thing.
 *
 * @see spec.strategy.canary.steps[]
 *
 * @example
 *
 * const canarySteps = [
 *   CanaryStep.setWeight(10),
 *   CanaryStep.pause(),
 *   CanaryStep.setWeight(50),
 *   CanaryStep.pause(Duration.minutes(10)),
 * ];
 */
export class CanaryStep {
  /**
   * Sends a share of the users to the new version.
   *
   * @param weight The share, a whole number from 0 to `of`.
   * @param of The weight that stands for all users: 100, so that weights are percent, but for a traffic router that
   * counts finer (`maxTrafficWeight`).
   * @see spec.strategy.canary.steps[].setWeight
   */
  public static setWeight(weight: number, of: number = 100): CanaryStep {
    return new CanaryStep({ setWeight: weight }, {
      weightOf: of,
      check: (prop) => of === 100 ? checkPercent(prop, weight) : checkWhole('weight-range', prop, weight, { min: 0, max: of }),
    });
  }

  /**
   * Waits for a person, or for a time.
   *
   * @param duration How long to wait, in whole seconds, 1 second or more; without it, until a person promotes or aborts.
   * @see spec.strategy.canary.steps[].pause
   */
  public static pause(duration?: Duration): CanaryStep {
    return new CanaryStep({ pause: duration ? { duration: goDuration(duration) } : {} }, {
      check: (prop) => checkWholeSeconds(`${prop}.duration`, duration, 1),
    });
  }

  /**
   * Sets the number of the new version's pods apart from its share of the traffic, until a later step sets it again. Needs a traffic
   * router.
   *
   * @param scale The number of pods.
   * @see spec.strategy.canary.steps[].setCanaryScale
   */
  public static canaryScale(scale: CanaryScale): CanaryStep {
    return new CanaryStep({ setCanaryScale: scale._toJson() }, { check: (prop) => scale._problems(prop), needs: 'any' });
  }

  /**
   * Sends requests with a header to the new version, until the release ends. The controller writes the route and takes
   * nothing but the destination from the main one: prefer `CanaryPreview.header` where rewrites or timeouts matter.
   *
   * @param name The name of the managed route.
   * @param match The headers; a request that fits any of them goes to the new version. At least one.
   * @see spec.strategy.canary.steps[].setHeaderRoute
   */
  public static setHeaderRoute(name: string, match: HeaderRouteMatch[]): CanaryStep {
    return new CanaryStep({ setHeaderRoute: { name, match: renderHeaderMatches(match) } }, {
      check: (prop) => [...checkRouteName(prop, name), ...checkHeaderMatches(prop, match)],
      needs: 'headerRoutes',
      managedRoute: name,
    });
  }

  /**
   * Removes a header route before the release ends.
   *
   * @param name The name of the managed route.
   * @see spec.strategy.canary.steps[].setHeaderRoute
   */
  public static removeHeaderRoute(name: string): CanaryStep {
    return new CanaryStep({ setHeaderRoute: { name } }, {
      check: (prop) => checkRouteName(prop, name), needs: 'headerRoutes', managedRoute: name,
    });
  }

  /**
   * Sends a copy of requests to the new version, whose answers are dropped.
   *
   * @param name The name of the managed route.
   * @param options Which requests, and what share of them.
   * @see spec.strategy.canary.steps[].setMirrorRoute
   */
  public static setMirrorRoute(name: string, options: MirrorRouteOptions): CanaryStep {
    return new CanaryStep({ setMirrorRoute: { name, ...renderMirrorOptions(options) } }, {
      check: (prop) => [...checkRouteName(prop, name), ...checkMirrorOptions(prop, options)],
      needs: 'mirrorRoutes',
      managedRoute: name,
    });
  }

  /**
   * Removes a mirror route before the release ends.
   *
   * @param name The name of the managed route.
   * @see spec.strategy.canary.steps[].setMirrorRoute
   */
  public static removeMirrorRoute(name: string): CanaryStep {
    return new CanaryStep({ setMirrorRoute: { name } }, {
      check: (prop) => checkRouteName(prop, name), needs: 'mirrorRoutes', managedRoute: name,
    });
  }

  /**
   * Runs an analysis and waits for it; a failed one aborts the release.
   *
   * @param analysis The templates and their arguments.
   * @see spec.strategy.canary.steps[].analysis
   */
  public static analysis(analysis: RolloutAnalysis): CanaryStep {
    return new CanaryStep({ analysis: renderAnalysis(analysis) }, { check: (prop) => checkAnalysis(prop, analysis) });
  }

  /**
   * Runs an experiment and waits for it; a failed one aborts the release.
   *
   * @param experiment The pods and the analyses.
   * @see spec.strategy.canary.steps[].experiment
   */
  public static experiment(experiment: ExperimentOptions): CanaryStep {
    const weighted = experiment.templates.some((template) => template.weight !== undefined);
    return new CanaryStep({ experiment: renderExperiment(experiment) }, {
      check: (prop) => checkExperiment(prop, experiment), needs: weighted ? 'experimentWeights' : undefined,
    });
  }

  /**
   * Runs a step plugin and waits for it.
   *
   * @param name The name under which the plugin is registered with the controller, for instance `example/step`.
   * @param config The configuration of the plugin, as JSON.
   * @see spec.strategy.canary.steps[].plugin
   */
  public static plugin(name: string, config?: { [key: string]: any }): CanaryStep {
    return new CanaryStep({ plugin: config ? { name, config } : { name } }, {
      check: (prop) => name === '' ? [{ rule: 'plugin-name', prop: `${prop}.name`, wrong: 'is empty', got: name, remedy: 'name the plugin' }] : [],
    });
  }

  private constructor(private readonly fields: Wire<RolloutSpecStrategyCanarySteps>, private readonly traits: StepTraits) {}

  /** What the step does. */
  public get action(): CanaryStepAction {
    return Object.keys(this.fields)[0] as CanaryStepAction;
  }

  /** @internal */
  public get _needs(): RouterNeed | undefined {
    return this.traits.needs;
  }

  /** @internal */
  public get _managedRoute(): string | undefined {
    return this.traits.managedRoute;
  }

  /** @internal */
  public get _weightOf(): number | undefined {
    return this.traits.weightOf;
  }

  /** @internal */
  public _problems(index: number): Problem[] {
    return this.traits.check?.(`steps[${index}].${this.action}`) ?? [];
  }

  /** @internal */
  public _toJson(): Wire<RolloutSpecStrategyCanarySteps> {
    return this.fields;
  }
}
