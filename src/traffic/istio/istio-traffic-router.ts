import { Duration } from 'cdk8s';
import { CanaryDestinations, canaryDestinations } from './canary-destinations';
import { attachmentOf, canaryRoutes, previewRoutes, renderWeightedRoutes, weightedHttpRoutes, weightedRouteNames } from './canary-routes';
import { CanaryVirtualService, CanaryVirtualServiceProps } from './canary-virtual-service';
import { checkIstioCanary } from './check-istio-canary';
import { IstioTrafficRouterProps } from './istio-traffic-router-props';
import { DestinationRule } from './object/destination-rule';
import { VirtualService } from './object/virtual-service';
import { TrafficSplitting } from './traffic-splitting';
import { compact, Manifest } from '../../core/manifest';
import { describe, Problems } from '../../core/problems';
import { CanaryRollout } from '../../rollout/canary-rollout';
import { ITrafficObject } from '../../rollout/traffic-object';
import { CanaryServices, ITrafficRouter, TrafficRouterBinding, TrafficRouterCapabilities } from '../../rollout/traffic-router';

/**
 * Shifts users by the weights of Istio VirtualServices.
 *
 * Each weighted route is named to the controller, so that it never has to guess which one to change.
 */
export class IstioTrafficRouter implements ITrafficRouter {
  /** What Istio can do. */
  public readonly capabilities: TrafficRouterCapabilities;

  private created: VirtualService[] = [];
  private bound: boolean = false;
  private rule?: DestinationRule;

  /**
   * @param props VirtualServices, splitting and preview.
   */
  constructor(private readonly props: IstioTrafficRouterProps) {
    const hostLevel = !props.splitting?._subsets;
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

  /** The DestinationRule with the two subsets; nothing when the splitting is by host. */
  public get destinationRule(): DestinationRule | undefined {
    return this.rule;
  }

  /**
   * Says what is wrong with the VirtualServices, the splitting and the preview.
   *
   * @param rollout The rollout that will be bound.
   */
  public validate(rollout: CanaryRollout): string[] {
    return checkIstioCanary(rollout, this.props).map(describe);
  }

  /**
   * Creates the VirtualServices and the DestinationRule. Called by the rollout.
   *
   * @param rollout The rollout, with its Services.
   */
  public bind(rollout: CanaryRollout): TrafficRouterBinding {
    this.checkUnbound(rollout);
    const to = canaryDestinations(rollout, this.props.splitting ?? TrafficSplitting.hostLevel());
    const weighted = this.props.virtualServices.map((target, index) => target._created
      ? this.create(rollout, target._created, to, index)
      : this.adopt(rollout, target, to));
    this.createPreviews(rollout, to);
    this.rule = this.bindDestinationRule(rollout);
    return {
      trafficRouting: { istio: compact({ ...nameTargets(weighted), destinationRule: this.renderDestinationRule() }) },
      trafficObjects: this.created as ITrafficObject[],
    };
  }

  private checkUnbound(rollout: CanaryRollout): void {
    const problems = new Problems();
    problems.require(!this.bound, {
      rule: 'router-bound-once', prop: 'trafficRouter', wrong: 'serves another rollout already', remedy: 'make a router for each rollout',
    });
    problems.throwIfAny(rollout);
    this.bound = true;
  }

  private create(rollout: CanaryRollout, props: CanaryVirtualServiceProps, to: CanaryDestinations, index: number): Manifest {
    const name = props.virtualServiceName ?? rollout.name;
    this.created.push(new VirtualService(rollout, index === 0 ? 'VirtualService' : `VirtualService${index}`, {
      metadata: { name, namespace: rollout.metadata.namespace },
      ...attachmentOf(rollout, props),
      ...canaryRoutes(props, to, this.props.preview),
      exportTo: props.exportTo,
      apiVersion: this.props.istioApiVersion,
    }));
    return { name, ...renderWeightedRoutes(weightedRouteNames(props)) };
  }

  private adopt(rollout: CanaryRollout, target: CanaryVirtualService, to: CanaryDestinations): Manifest {
    const { name, namespace, construct, weighted } = target._existing!;
    if (construct) {
      checkWeightedRoutes(rollout, construct, weighted.routes ?? [], to);
      this.created.push(construct);
    }
    const elsewhere = namespace !== undefined && namespace !== rollout.metadata.namespace;
    return { name: elsewhere ? `${name}.${namespace}` : name, ...renderWeightedRoutes(weighted) };
  }

  private createPreviews(rollout: CanaryRollout, to: CanaryDestinations): void {
    const like = previewModel(this.props.virtualServices);
    (this.props.preview?._hosts ?? []).forEach(({ host, gateways, virtualServiceName }, index) => {
      this.created.push(new VirtualService(rollout, index === 0 ? 'CanaryVirtualService' : `CanaryVirtualService${index}`, {
        metadata: { name: virtualServiceName ?? `${rollout.name}-canary`, namespace: rollout.metadata.namespace },
        hosts: [host],
        gateways: gateways ?? like.gateways,
        ...previewRoutes(like, to, host),
        exportTo: like.exportTo,
        apiVersion: this.props.istioApiVersion,
      }));
    });
  }

  private bindDestinationRule(rollout: CanaryRollout): DestinationRule | undefined {
    const subsets = this.props.splitting?._subsets;
    if (!subsets || subsets.destinationRule) {
      return subsets?.destinationRule;
    }
    return new DestinationRule(rollout, 'DestinationRule', {
      metadata: { name: subsets.destinationRuleName ?? rollout.name, namespace: rollout.metadata.namespace },
      host: rollout.stableService.name,
      subsets: [subsets.stableSubset, subsets.canarySubset].map((name) => ({ name, labels: rollout.matchLabels })),
      trafficPolicy: subsets.trafficPolicy,
      apiVersion: this.props.istioApiVersion,
    });
  }

  private renderDestinationRule(): Manifest | undefined {
    const subsets = this.props.splitting?._subsets;
    return subsets && compact({
      name: this.rule!.name,
      stableSubsetName: subsets.stableSubset,
      canarySubsetName: subsets.canarySubset,
      additionalSubsetNames: subsets.additionalSubsets?.length ? subsets.additionalSubsets : undefined,
    });
  }
}

/** The created VirtualService whose routes testers are to meet on their own host: one with http routes, if there is any. */
function previewModel(targets: CanaryVirtualService[]): CanaryVirtualServiceProps {
  const created = targets.flatMap(({ _created }) => _created ?? []);
  return created.find((props) => weightedHttpRoutes(props).length > 0) ?? created.find(({ tlsRoutes }) => tlsRoutes?.length) ?? {};
}

function nameTargets(targets: Manifest[]): Manifest {
  return targets.length === 1 ? { virtualService: targets[0] } : { virtualServices: targets };
}

/** The controller refuses a weighted route that lacks one of the versions, and nothing would be deployed. */
function checkWeightedRoutes(rollout: CanaryRollout, virtualService: VirtualService, names: string[], to: CanaryDestinations): void {
  const problems = new Problems();
  for (const route of virtualService._http.filter(({ name }) => names.includes(name))) {
    const entries: Manifest[] = route.route ?? [];
    problems.require(entries.some(to.isStable) && entries.some(to.isCanary), {
      rule: 'weighted-route-destinations',
      prop: `virtualServices: ${virtualService.name}.http[${route.name}]`,
      wrong: 'does not lead to both the stable and the canary version',
      got: entries.map(({ destination }) => [destination?.host, destination?.subset].filter(Boolean).join('/')),
      remedy: `add a destination for each, with the weights 100 and 0, to ${rollout._serviceNames.join(' and ')}`,
    });
  }
  problems.throwIfAny(rollout);
}
