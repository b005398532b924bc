import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { BlueGreenRolloutProps } from './blue-green-rollout-props';
import { Rollout } from './rollout';
import { checkEphemeralMetadata, renderEphemeralMetadata } from './strategy/ephemeral-metadata';
import { Promotion } from './strategy/promotion';
import { checkAnalysis, renderAnalysis } from './strategy/rollout-analysis';
import { checkScaleDown } from './strategy/scale-down';
import { contextOf } from './traffic/context-of';
import { ITrafficObject } from './traffic/traffic-object';
import type { RolloutSpecStrategy, RolloutSpecStrategyBlueGreen } from '../../imports/argoproj.io';
import { checkWhole } from '../core/checks/checks';
import { describe } from '../core/checks/problems';
import { ServiceRole } from '../core/constructs/service-role';
import { Wire } from '../core/constructs/wire';
import { compact } from '../core/manifest';
import { addValidation } from '../core/synthesis/validation-passes';
import { dnsName } from '../exposure/dns-name';
import { checkServicePorts, servicePorts } from '../exposure/service-ports';
import { checkPassedSelectors, checkServices, createServices, ServiceRequest } from '../exposure/service-set';

/**
 * A workload whose new version starts beside the old one, is tested on a preview address, and takes over all users at
 * once when it is promoted.
 *
 * During a release the old version keeps the users; promoting moves them, undoing or aborting leaves them; the old
 * pods go `scaleDownDelay` after the users have moved.
 *
 * @example
 *
 * new BlueGreenRollout(chart, 'app', {
 *   replicas: 3,
 *   containers: [{ image: 'registry.example.com/app:1.4.2', portNumber: 5000 }],
 *   ports: [{ name: 'http', port: 80, targetPort: 5000 }],
 *   traffic: IstioTraffic.blueGreen({
 *     hosts: ['app-api.test.com'],
 *     previewHosts: ['app-api-preview.test.com'],
 *     gateways: [IstioGateway.fromGatewayName('istio-system/ingressgateway')],
 *   }),
 * });
 */
export class BlueGreenRollout extends Rollout {
  /** The Service of the users: it selects the version that is in production. */
  public readonly activeService: kplus.Service;

  /** The Service of the new version, for acceptance tests; outside of a release it selects the same pods as the active one. */
  public readonly previewService: kplus.Service;

  /** The objects that route to the two Services; none without `traffic`. */
  public readonly trafficObjects: ITrafficObject[];

  private readonly blueGreenProps: BlueGreenRolloutProps;

  /**
   * @param scope The construct to which the rollout belongs.
   * @param id The id in that scope; the name of the Rollout, unless `metadata.name` is set.
   * @param props The pods, the Services, and how a release goes.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: BlueGreenRolloutProps) {
    super(scope, id, props);
    this.blueGreenProps = props;
    const ports = servicePorts(props);
    const requests = this.serviceRequests();
    const problems = this._problems;
    problems.add(...checkServices(requests, props.traffic !== undefined), ...checkStrategy(props, Object.keys(this.matchLabels)));
    if (requests.some((request) => !request.passed)) {
      problems.add(...checkServicePorts(ports));
    }
    const context = contextOf(this, requests, ports);
    problems.addDescribed(...props.traffic?.validate(context) ?? []);
    problems.throwIfAny(this);
    [this.activeService, this.previewService] = createServices(this, requests, { ports, selectorsInGit: props.selectorsInGit });
    if (requests.some(({ passed }) => passed)) {
      addValidation(this, () => checkPassedSelectors(requests, this._podLabels).map(describe));
    }
    this.trafficObjects = props.traffic?.bind(this, context) ?? [];
  }

  /** The name of the Service of the users inside the cluster, such as `app.app-service.svc`; without a namespace it is good in that of the rollout. */
  public get activeDnsName(): string {
    return dnsName(this.activeService, this.metadata.namespace);
  }

  /** The name by which testers reach the new version inside the cluster, such as `app-preview.app-service.svc`; without a namespace it is good in that of the rollout. */
  public get previewDnsName(): string {
    return dnsName(this.previewService, this.metadata.namespace);
  }

  /** @internal */
  public get _trafficObjects(): ITrafficObject[] {
    return this.trafficObjects;
  }

  /** @internal */
  public get _managedServices(): kplus.Service[] {
    return [this.activeService, this.previewService];
  }

  /** @internal */
  public _strategy(): Wire<RolloutSpecStrategy> {
    const props = this.blueGreenProps;
    return {
      blueGreen: compact<Wire<RolloutSpecStrategyBlueGreen>>({
        activeService: this.activeService.name,
        previewService: this.previewService.name,
        ...(props.promotion ?? Promotion.manual())._toJson(),
        previewReplicaCount: props.previewReplicaCount,
        scaleDownDelaySeconds: props.scaleDownDelay?.toSeconds(),
        scaleDownDelayRevisionLimit: props.scaleDownDelayRevisionLimit,
        abortScaleDownDelaySeconds: props.abortScaleDownDelay?.toSeconds(),
        prePromotionAnalysis: props.prePromotionAnalysis && renderAnalysis(props.prePromotionAnalysis),
        postPromotionAnalysis: props.postPromotionAnalysis && renderAnalysis(props.postPromotionAnalysis),
        antiAffinity: props.antiAffinity?._toJson(),
        maxUnavailable: props.maxUnavailable?.value,
        activeMetadata: renderEphemeralMetadata(props.activeMetadata),
        previewMetadata: renderEphemeralMetadata(props.previewMetadata),
      }),
    };
  }

  private serviceRequests(): ServiceRequest[] {
    const props = this.blueGreenProps;
    return [
      { role: ServiceRole.ACTIVE, prop: 'activeService', passed: props.activeService, name: props.activeServiceName, defaultName: this.name },
      {
        role: ServiceRole.PREVIEW,
        prop: 'previewService',
        passed: props.previewService,
        name: props.previewServiceName,
        defaultName: `${this.name}-preview`,
      },
    ];
  }
}

function checkStrategy(props: BlueGreenRolloutProps, selected: string[]) {
  return [
    ...props.promotion?._problems() ?? [],
    ...checkScaleDown(props),
    ...checkWhole('replicas-range', 'previewReplicaCount', props.previewReplicaCount, { min: 1 }),
    ...props.antiAffinity?._problems() ?? [],
    ...checkAnalysis('prePromotionAnalysis', props.prePromotionAnalysis),
    ...checkAnalysis('postPromotionAnalysis', props.postPromotionAnalysis),
    ...checkEphemeralMetadata('activeMetadata', props.activeMetadata, selected),
    ...checkEphemeralMetadata('previewMetadata', props.previewMetadata, selected),
  ];
}
