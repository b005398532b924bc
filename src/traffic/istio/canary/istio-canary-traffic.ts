import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CanaryDestinations, canaryDestinations } from './canary-destinations';
import { attachmentOf, canaryRoutes, previewRoutes, renderWeightedRoutes, weightedHttpRoutes, weightedRouteNames } from './canary-routes';
import { CanaryVirtualService, CanaryVirtualServiceProps } from './canary-virtual-service';
import { checkIstioCanary } from './check-istio-canary';
import { TrafficSplitting } from './traffic-splitting';
import type { RolloutSpecStrategyCanaryTrafficRoutingIstio } from '../../../../imports/argoproj.io';
import type { VirtualServiceSpecHttp } from '../../../../imports/networking.istio.io';
import { describe, Problem, withPrefix } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { compact, unlessEmpty } from '../../../core/manifest';
import { CanaryTrafficContext } from '../../../rollout/traffic/traffic-context';
import { ITrafficObject } from '../../../rollout/traffic/traffic-object';
import { CanaryServices, ITrafficRouter, TrafficRouterBinding, TrafficRouterCapabilities } from '../../../rollout/traffic/traffic-router';
import { IstioCanaryTrafficOptions } from '../istio-traffic-options';
import { DestinationRule } from '../object/destination-rule';
import { VirtualService } from '../object/virtual-service';

type Istio = Wire<RolloutSpecStrategyCanaryTrafficRoutingIstio>;
type VirtualServiceTarget = NonNullable<Istio['virtualServices']>[number];

/**
 * Shifts users by the weights of Istio VirtualServices; made by `IstioTraffic.canary`, and by `IstioCanaryRollout` for itself.
 *
 * Each weighted route is named to the controller, so that it never has to guess which one to change.
 */
export class IstioCanaryTraffic implements ITrafficRouter {
  /**
   * @param prefix What stands before the options in texts of errors.
   *
   * @internal
   */
  public static _of(options: IstioCanaryTrafficOptions, prefix: string): IstioCanaryTraffic {
    return new IstioCanaryTraffic(options, prefix, options.virtualServices ?? [CanaryVirtualService.create(options)]);
  }

  /** What Istio can do. */
  public readonly capabilities: TrafficRouterCapabilities;

  private created: VirtualService[] = [];
  private bound: boolean = false;
  private rule?: DestinationRule;

  private constructor(
    private readonly options: IstioCanaryTrafficOptions,
    private readonly prefix: string,
    private readonly targets: CanaryVirtualService[],
  ) {
    const hostLevel = !options.splitting?._subsets;
    this.capabilities = {
      services: hostLevel ? CanaryServices.PAIR : CanaryServices.SINGLE,
      pingPong: hostLevel,
      headerRoutes: true,
      mirrorRoutes: true,
      experimentWeights: true,
      // See CanaryRolloutProps.abortScaleDownDelay. Not 0, which is without end.
      abortScaleDownDelay: hostLevel ? Duration.seconds(1) : undefined,
    };
  }

  /** The VirtualServices of this app that the rollout uses, those of the testers included. */
  public get virtualServices(): VirtualService[] {
    return [...this.created];
  }

  /** The DestinationRule of this app with the two subsets; nothing when the splitting is by host. */
  public get destinationRule(): DestinationRule | undefined {
    return this.rule;
  }

  /**
   * Says what is wrong with the VirtualServices, the splitting and the preview.
   *
   * @param context The rollout.
   */
  public validate(context: CanaryTrafficContext): string[] {
    const to = canaryDestinations(context, this.splitting);
    if (this.bound) {
      return [describe(BOUND_ONCE)];
    }
    return [
      ...checkIstioCanary(context, this.options, this.targets),
      ...this.targets.flatMap((target) => checkWeightedRoutes(context, target, to)),
    ].map((problem) => describe(withPrefix(this.prefix, problem)));
  }

  /**
   * Creates the VirtualServices and the DestinationRule. The rollout calls it.
   *
   * @param scope The rollout.
   * @param context The rollout, as `validate` got it.
   */
  public bind(scope: Construct, context: CanaryTrafficContext): TrafficRouterBinding {
    this.bound = true;
    const to = canaryDestinations(context, this.splitting);
    const weighted = this.targets.map((target, index) => target._created
      ? this.create(scope, context, target._created, index)
      : this.adopt(context, target));
    this.createPreviews(scope, context, to);
    return {
      trafficRouting: { istio: compact<Istio>({ ...nameTargets(weighted), destinationRule: this.bindDestinationRule(scope, context) }) },
      trafficObjects: this.created as ITrafficObject[],
    };
  }

  private get splitting(): TrafficSplitting {
    return this.options.splitting ?? TrafficSplitting.hostLevel();
  }

  private create(scope: Construct, context: CanaryTrafficContext, props: CanaryVirtualServiceProps, index: number): VirtualServiceTarget {
    const name = props.virtualServiceName ?? context.rolloutName;
    this.created.push(new VirtualService(scope, index === 0 ? 'VirtualService' : `VirtualService${index}`, {
      metadata: { name, namespace: context.namespace },
      ...attachmentOf(context, props),
      ...canaryRoutes(props, canaryDestinations(context, this.splitting), this.options.preview),
      exportTo: props.exportTo,
      apiVersion: this.options.istioApiVersion,
    }));
    return { name, ...renderWeightedRoutes(weightedRouteNames(props)) };
  }

  private adopt(context: CanaryTrafficContext, target: CanaryVirtualService): VirtualServiceTarget {
    const { name, namespace, construct, weighted } = target._existing!;
    if (construct) {
      this.created.push(construct);
    }
    const elsewhere = namespace !== undefined && namespace !== context.namespace;
    return { name: elsewhere ? `${name}.${namespace}` : name, ...renderWeightedRoutes(weighted) };
  }

  private createPreviews(scope: Construct, context: CanaryTrafficContext, to: CanaryDestinations): void {
    const like = previewModel(this.targets);
    (this.options.preview?._hosts ?? []).forEach(({ host, gateways, virtualServiceName }, index) => {
      this.created.push(new VirtualService(scope, index === 0 ? 'CanaryVirtualService' : `CanaryVirtualService${index}`, {
        metadata: { name: virtualServiceName ?? `${context.rolloutName}-canary`, namespace: context.namespace },
        hosts: [host],
        gateways: gateways ?? like.gateways,
        ...previewRoutes(like, to, host),
        exportTo: like.exportTo,
        apiVersion: this.options.istioApiVersion,
      }));
    });
  }

  /** Creates or adopts the DestinationRule, and returns how the Rollout names it. */
  private bindDestinationRule(scope: Construct, context: CanaryTrafficContext): Istio['destinationRule'] {
    const subsets = this.splitting._subsets;
    if (!subsets) {
      return undefined;
    }
    const rule = subsets.destinationRule ?? new DestinationRule(scope, 'DestinationRule', {
      metadata: { name: subsets.destinationRuleName ?? context.rolloutName, namespace: context.namespace },
      host: context.services[0].name,
      subsets: [subsets.stableSubset, subsets.canarySubset].map((name) => ({ name, labels: context.podLabels })),
      trafficPolicy: subsets.trafficPolicy,
      apiVersion: this.options.istioApiVersion,
    });
    this.rule = rule instanceof DestinationRule ? rule : undefined;
    return compact<NonNullable<Istio['destinationRule']>>({
      name: rule.destinationRuleName,
      stableSubsetName: subsets.stableSubset,
      canarySubsetName: subsets.canarySubset,
      additionalSubsetNames: unlessEmpty(subsets.additionalSubsets),
    });
  }
}

const BOUND_ONCE: Problem = {
  rule: 'router-bound-once', prop: 'traffic', wrong: 'serves another rollout already', remedy: 'call IstioTraffic.canary() for each rollout',
};

/** The created VirtualService whose routes testers are to meet on their own host: one with http routes, if there is any. */
function previewModel(targets: CanaryVirtualService[]): CanaryVirtualServiceProps {
  const created = targets.flatMap(({ _created }) => _created ?? []);
  return created.find((props) => weightedHttpRoutes(props).length > 0) ?? created.find(({ tlsRoutes }) => tlsRoutes?.length) ?? {};
}

function nameTargets(targets: VirtualServiceTarget[]): Pick<Istio, 'virtualService' | 'virtualServices'> {
  return targets.length === 1 ? { virtualService: targets[0] } : { virtualServices: targets };
}

/** The controller refuses a weighted route that lacks one of the versions, and nothing would be deployed. */
function checkWeightedRoutes({ services }: CanaryTrafficContext, target: CanaryVirtualService, to: CanaryDestinations): Problem[] {
  const { construct, weighted } = target._existing ?? {};
  const routes = construct?._http.filter(({ name }) => weighted?.routes?.includes(name!)) ?? [];
  const entriesOf = ({ route = [] }: Wire<VirtualServiceSpecHttp>) => route;
  return routes.filter((route) => !entriesOf(route).some(to.isStable) || !entriesOf(route).some(to.isCanary)).map((route) => ({
    rule: 'weighted-route-destinations',
    prop: `virtualServices: ${construct!.name}.http[${route.name}]`,
    wrong: 'does not lead to both the stable and the canary version',
    got: entriesOf(route).map(({ destination }) => [destination?.host, destination?.subset].filter(Boolean).join('/')),
    remedy: `add a destination for each, with the weights 100 and 0, to ${services.map(({ name }) => name).join(' and ')}`,
  }));
}
