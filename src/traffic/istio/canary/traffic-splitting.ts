import { IDestinationRule } from '../object/destination-rule';
import { IstioTrafficPolicy } from '../object/traffic-policy';

/**
 * Options of subset-level splitting.
 */
export interface SubsetLevelOptions {
  /**
   * The name of the subset of the stable version.
   *
   * @default stable
   * @see spec.strategy.canary.trafficRouting.istio.destinationRule.stableSubsetName
   */
  readonly stableSubset?: string;

  /**
   * The name of the subset of the new version.
   *
   * @default canary
   * @see spec.strategy.canary.trafficRouting.istio.destinationRule.canarySubsetName
   */
  readonly canarySubset?: string;

  /**
   * A DestinationRule with both subsets, created elsewhere, in the namespace of the rollout.
   *
   * @default - a DestinationRule is created
   * @see spec.strategy.canary.trafficRouting.istio.destinationRule.name
   */
  readonly destinationRule?: IDestinationRule;

  /**
   * The name of the created DestinationRule.
   *
   * @default - the name of the rollout
   */
  readonly destinationRuleName?: string;

  /**
   * How connections to the Service are treated, in the created DestinationRule.
   *
   * @default - as the mesh decides
   */
  readonly trafficPolicy?: IstioTrafficPolicy;

  /**
   * Names of subsets in the weighted routes whose weights the controller leaves alone. Define them in a DestinationRule
   * of their own: the controller deletes them from this one.
   *
   * @default - none
   * @see spec.strategy.canary.trafficRouting.istio.destinationRule.additionalSubsetNames
   */
  readonly additionalSubsets?: string[];
}

/**
 * How the weights of a canary release tell the two versions apart.
 *
 * @example
 *
 * new IstioCanaryRollout(chart, 'app', {
 *   containers,
 *   steps,
 *   splitting: TrafficSplitting.subsetLevel({ trafficPolicy: { loadBalancer: IstioLoadBalancer.roundRobin() } }),
 * });
 */
export class TrafficSplitting {
  /**
   * By Service: a stable and a canary one. Testers reach the new version by its Service too.
   */
  public static hostLevel(): TrafficSplitting {
    return new TrafficSplitting();
  }

  /**
   * By subset of one Service, whose name callers inside the mesh keep using. The controller writes the versions' hashes
   * into a DestinationRule.
   *
   * @param options Names of the subsets and of the DestinationRule.
   */
  public static subsetLevel(options: SubsetLevelOptions = {}): TrafficSplitting {
    return new TrafficSplitting({ stableSubset: 'stable', canarySubset: 'canary', ...options });
  }

  private constructor(private readonly subsets?: SubsetLevelOptions & { readonly stableSubset: string; readonly canarySubset: string }) {}

  /** @internal */
  public get _subsets() {
    return this.subsets;
  }
}
