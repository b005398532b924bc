import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { CanaryRolloutProps } from './canary-rollout-props';
import { CanaryServiceRoles, checkServiceRoles, renderServiceRoles, serviceRequests, serviceRoles } from './canary-services';
import { checkCanary, managedRoutes } from './check-canary';
import { Rollout } from './rollout';
import { renderEphemeralMetadata } from './strategy/ephemeral-metadata';
import { renderAnalysis } from './strategy/rollout-analysis';
import { contextOf } from './traffic/context-of';
import { ITrafficObject } from './traffic/traffic-object';
import { TrafficRouterBinding } from './traffic/traffic-router';
import type { RolloutSpecStrategy, RolloutSpecStrategyCanary } from '../../imports/argoproj.io';
import { describe, Problems } from '../core/checks/problems';
import { Wire } from '../core/constructs/wire';
import { compact, unlessEmpty } from '../core/manifest';
import { addValidation } from '../core/synthesis/validation-passes';
import { dnsName } from '../exposure/dns-name';
import { checkServicePorts, servicePorts } from '../exposure/service-ports';
import { checkPassedSelectors, checkServices, createServices } from '../exposure/service-set';
import { IgnoreDifference } from '../model/managed-fields/ignore-difference';

type Canary = Wire<RolloutSpecStrategyCanary>;

/**
 * A workload whose new version takes over the users step by step.
 *
 * With a traffic router the steps shift weights between Services or subsets; without one, the share of the new version
 * is its share of the pods. Aborting or undoing a release brings all users back to the stable version.
 *
 * @example
 *
 * new CanaryRollout(chart, 'app', {
 *   replicas: 10,
 *   containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }],
 *   steps: [CanaryStep.setWeight(20), CanaryStep.pause(Duration.minutes(10))],
 * });
 */
export class CanaryRollout extends Rollout {
  /** The names of the header and mirror routes that the controller manages, in the order in which it keeps them. */
  public readonly managedRoutes: string[];

  /** The objects of the traffic router; none without one. */
  public readonly trafficObjects: ITrafficObject[];

  private readonly canaryProps: CanaryRolloutProps;
  private readonly roles: CanaryServiceRoles;
  private readonly services: kplus.Service[];
  private readonly binding?: TrafficRouterBinding;

  /**
   * @param scope The construct to which the rollout belongs.
   * @param id The id in that scope; the name of the Rollout, unless `metadata.name` is set.
   * @param props The pods, the Services, and how a release goes.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: CanaryRolloutProps) {
    super(scope, id, props);
    this.canaryProps = props;
    this.roles = serviceRoles(props);
    this.managedRoutes = managedRoutes(props);
    const ports = servicePorts(props);
    // A rollout without users, such as a queue worker, needs no Service.
    const requests = !props.traffic && this.roles === 'shared' && ports.length === 0 ? [] : serviceRequests(this.name, props);
    const problems = this._problems;
    problems.add(
      ...checkCanary(props, Object.keys(this.matchLabels)),
      ...checkServiceRoles(props),
      ...checkServices(requests, props.traffic !== undefined),
    );
    if (requests.some((request) => !request.passed)) {
      problems.add(...checkServicePorts(ports));
    }
    const context = { ...contextOf(this, requests, ports), steps: props.steps ?? [], managedRoutes: this.managedRoutes };
    problems.addDescribed(...props.traffic?.validate(context) ?? []);
    problems.throwIfAny(this);
    this.services = createServices(this, requests, { ports, selectorsInGit: props.selectorsInGit });
    if (requests.some(({ passed }) => passed)) {
      addValidation(this, () => checkPassedSelectors(requests, this._podLabels).map(describe));
    }
    this.binding = props.traffic?.bind(this, context);
    this.trafficObjects = this.binding?.trafficObjects ?? [];
  }

  /**
   * The Service of the version in production; where one Service serves both versions, that one.
   *
   * @throws an error for a rollout with `pingPong`, and for one without ports
   */
  public get stableService(): kplus.Service {
    return this.service(0, this.roles !== 'ping-pong', 'stableService');
  }

  /**
   * The Service of the new version; outside of a release it selects the same pods as the stable one.
   *
   * @throws an error for a rollout that has none, because of `pingPong` or because one Service serves both versions
   */
  public get canaryService(): kplus.Service {
    return this.service(1, this.roles !== 'ping-pong', 'canaryService');
  }

  /**
   * The first of the two Services that swap roles.
   *
   * @throws an error for a rollout without `pingPong`
   */
  public get pingService(): kplus.Service {
    return this.service(0, this.roles === 'ping-pong', 'pingService');
  }

  /**
   * The second of the two Services that swap roles.
   *
   * @throws an error for a rollout without `pingPong`
   */
  public get pongService(): kplus.Service {
    return this.service(1, this.roles === 'ping-pong', 'pongService');
  }

  /**
   * The name of the Service of the version in production inside the cluster, such as `app.app-service.svc`.
   *
   * @throws an error for a rollout without such a Service
   */
  public get stableDnsName(): string {
    return dnsName(this.stableService, this.metadata.namespace);
  }

  /**
   * The name by which testers reach the new version inside the cluster, such as `app-canary.app-service.svc`.
   *
   * @throws an error for a rollout without such a Service
   */
  public get canaryDnsName(): string {
    return dnsName(this.canaryService, this.metadata.namespace);
  }

  /** @internal */
  public get _trafficObjects(): ITrafficObject[] {
    return this.trafficObjects;
  }

  /** @internal */
  public get _managedServices(): kplus.Service[] {
    const shared = ['shared', 'shared-canary'].includes(this.roles) ? 1 : 0;
    return this.services.slice(shared);
  }

  /** @internal */
  public get _routerFields(): IgnoreDifference[] {
    return this.binding?.ignoreDifferences ?? [];
  }

  /** @internal */
  public _strategy(): Wire<RolloutSpecStrategy> {
    const props = this.canaryProps;
    return {
      canary: compact<Canary>({
        ...renderServiceRoles(this.roles, this.services.map(({ name }) => name)),
        steps: unlessEmpty(props.steps?.map((step) => step._toJson())),
        trafficRouting: this.binding && compact<NonNullable<Canary['trafficRouting']>>({
          managedRoutes: unlessEmpty(this.managedRoutes.map((name) => ({ name }))),
          maxTrafficWeight: props.traffic?.capabilities.maxWeight,
          ...this.binding.trafficRouting,
        }),
        maxSurge: props.maxSurge?.value,
        maxUnavailable: props.maxUnavailable?.value,
        analysis: props.analysis && compact<NonNullable<Canary['analysis']>>({ ...renderAnalysis(props.analysis), startingStep: props.analysis.startingStep }),
        antiAffinity: props.antiAffinity?._toJson(),
        canaryMetadata: renderEphemeralMetadata(props.canaryMetadata),
        stableMetadata: renderEphemeralMetadata(props.stableMetadata),
        scaleDownDelaySeconds: props.scaleDownDelay?.toSeconds(),
        scaleDownDelayRevisionLimit: props.scaleDownDelayRevisionLimit,
        abortScaleDownDelaySeconds: this.abortScaleDownDelay?.toSeconds(),
        dynamicStableScale: props.dynamicStableScale || undefined,
        minPodsPerReplicaSet: props.minPodsPerReplicaSet,
        replicaProgressThreshold: props.replicaProgressThreshold?._toJson(),
      }),
    };
  }

  private get abortScaleDownDelay(): Duration | undefined {
    const { abortScaleDownDelay, dynamicStableScale, traffic } = this.canaryProps;
    const flips = this.roles === 'stable-canary' && !dynamicStableScale;
    return abortScaleDownDelay ?? (flips ? traffic?.capabilities.abortScaleDownDelay : undefined);
  }

  private service(index: number, hasRole: boolean, prop: string): kplus.Service {
    const service = this.services[index];
    if (!hasRole || !service) {
      const problems = new Problems();
      problems.add({
        rule: 'service-role', prop, wrong: 'this rollout has no such Service', remedy: `its Services are ${this.services.map(({ name }) => name).join(' and ') || 'none'}`,
      });
      problems.throwIfAny(this);
    }
    return service;
  }
}
