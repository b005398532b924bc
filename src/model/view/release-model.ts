import { ServiceRole } from '../../core/constructs/service-role';

/**
 * How a Rollout brings a new version to its users.
 */
export enum ReleaseStrategy {
  /** All traffic moves at once, after a test on a preview address. */
  BLUE_GREEN = 'blueGreen',
  /** Traffic moves step by step. */
  CANARY = 'canary',
}

/**
 * What a route carries.
 */
export enum RouteProtocol {
  /** HTTP requests. */
  HTTP = 'http',
  /** Calls of gRPC, by a route of their own. */
  GRPC = 'grpc',
  /** TLS connections that are passed on as they are. */
  TLS = 'tls',
  /** Connections of any other kind. */
  TCP = 'tcp',
}

/**
 * What the manifests say about the releases of one Rollout, defaults of the controller included.
 */
export interface ReleaseModel {
  /** The name of the Rollout. */
  readonly name: string;

  /**
   * The namespace of the Rollout.
   *
   * @default - none is written; it is the one into which the manifest is applied
   */
  readonly namespace?: string;

  /**
   * The number of pods in production.
   *
   * @default - an autoscaler decides
   */
  readonly replicas?: number;

  /** The labels by which the pods are selected. */
  readonly selector: { [key: string]: string };

  /** The images of the containers, by the name of the container; empty where another workload holds the template. */
  readonly images: { [container: string]: string };

  /**
   * The workload that holds the template, as `Kind/name`.
   *
   * @default - the Rollout holds its own template
   */
  readonly workload?: string;

  /** How a release proceeds. */
  readonly strategy: ReleaseStrategy;

  /**
   * How a blue-green release proceeds.
   *
   * @default - the strategy is canary
   */
  readonly blueGreen?: BlueGreenModel;

  /**
   * How a canary release proceeds.
   *
   * @default - the strategy is blue-green
   */
  readonly canary?: CanaryModel;

  /** The Services of the release, in the order active, preview, stable, canary, ping, pong, shared. */
  readonly services: ServiceModel[];

  /** The routes that send traffic to these Services, of every kind of object that routes. */
  readonly routes: RouteModel[];
}

/**
 * How a blue-green release proceeds.
 */
export interface BlueGreenModel {
  /** The Service of the users. */
  readonly activeService: string;

  /**
   * The Service of the new version.
   *
   * @default - there is none
   */
  readonly previewService?: string;

  /** Whether the controller promotes the new version without a person. */
  readonly autoPromotionEnabled: boolean;

  /**
   * How many seconds the controller waits before it promotes by itself.
   *
   * @default - it does not wait
   */
  readonly autoPromotionSeconds?: number;

  /**
   * The number of new pods before the promotion.
   *
   * @default - as many as in production
   */
  readonly previewReplicaCount?: number;

  /** How many seconds old pods keep running after the promotion; 0 keeps them until the next release. */
  readonly scaleDownDelaySeconds: number;

  /** How many seconds new pods keep running after an abort; 0 keeps them. */
  readonly abortScaleDownDelaySeconds: number;

  /** The names of the analysis templates that run before the promotion. */
  readonly prePromotionAnalysis: string[];

  /** The names of the analysis templates that run after the promotion. */
  readonly postPromotionAnalysis: string[];
}

/**
 * How a canary release proceeds.
 */
export interface CanaryModel {
  /** The steps, in order. */
  readonly steps: StepModel[];

  /** The traffic routers, by their fields in `trafficRouting`, for instance `istio`; empty where the share of the pods decides. */
  readonly routers: string[];

  /** The names of the header and mirror routes that the controller manages. */
  readonly managedRoutes: string[];

  /**
   * The name of the DestinationRule whose subsets tell the versions apart.
   *
   * @default - Services tell them apart
   */
  readonly destinationRule?: string;

  /** Whether the controller scales the stable version down while traffic moves. */
  readonly dynamicStableScale: boolean;

  /**
   * How many seconds old pods keep running after the release.
   *
   * @default - the controller scales them down during the release
   */
  readonly scaleDownDelaySeconds?: number;

  /** The names of the analysis templates that run beside the steps. */
  readonly backgroundAnalysis: string[];
}

/**
 * One step of a canary release.
 */
export interface StepModel {
  /** What the step does: `setWeight`, `pause`, `setCanaryScale` and so on, as in the manifest. */
  readonly action: string;

  /** The new version's share of the traffic while this step is the current one, in percent. */
  readonly weight: number;

  /**
   * How many seconds a pause lasts.
   *
   * @default - a pause lasts until a person promotes the release
   */
  readonly pauseSeconds?: number;

  /**
   * The name of the managed route, plugin or analysis templates (separated by a comma) of the step.
   *
   * @default - the step has none
   */
  readonly subject?: string;
}

/**
 * A Service of a release.
 */
export interface ServiceModel {
  /** The name of the Service. */
  readonly name: string;

  /** What it is for. */
  readonly role: ServiceRole;

  /** Whether its manifest is among those that were read. */
  readonly found: boolean;

  /** The labels by which it selects pods; empty where its manifest was not found. */
  readonly selector: { [key: string]: string };

  /** The numbers of its ports; empty where its manifest was not found. */
  readonly ports: number[];
}

/**
 * A route that sends traffic to a Service of the release.
 */
export interface RouteModel {
  /** The kind of the object that holds the route: `VirtualService`, `HTTPRoute`, `Ingress` and so on. */
  readonly kind: string;

  /** The name of that object. */
  readonly object: string;

  /** What it carries. */
  readonly protocol: RouteProtocol;

  /**
   * The name of the route.
   *
   * @default - it has none
   */
  readonly name?: string;

  /** The hosts of the object. */
  readonly hosts: string[];

  /** The gateways, as `namespace/name`; `mesh` stands for callers inside the mesh. Empty for an Ingress. */
  readonly gateways: string[];

  /** Whether the controller shifts the weights of this route. */
  readonly weighted: boolean;

  /** Where the route sends traffic. */
  readonly destinations: DestinationModel[];
}

/**
 * A destination of a route.
 */
export interface DestinationModel {
  /** The name of the Service. */
  readonly service: string;

  /**
   * The subset of the DestinationRule.
   *
   * @default - all pods of the Service
   */
  readonly subset?: string;

  /** Its share of the route's traffic outside of a release, in the numbers of the manifest; 100 for the only destination. */
  readonly weight: number;

  /**
   * What the destination is for.
   *
   * @default - it is not part of the release
   */
  readonly role?: ServiceRole;
}
