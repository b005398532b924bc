/**
 * How a Rollout brings a new version to its users.
 */
export enum ReleaseStrategy {
  /** All users at once, after a test on a preview address. */
  BLUE_GREEN = 'blueGreen',
  /** Step by step. */
  CANARY = 'canary',
}

/**
 * What one release does: everything that the manifests say about it, and nothing else.
 */
export interface RolloutPlan {
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

  /** How a release goes. */
  readonly strategy: ReleaseStrategy;

  /**
   * How a blue-green release goes.
   *
   * @default - the strategy is canary
   */
  readonly blueGreen?: BlueGreenPlan;

  /**
   * How a canary release goes.
   *
   * @default - the strategy is blue-green
   */
  readonly canary?: CanaryPlan;

  /** The Services that take part, in the order stable, canary or active, preview. */
  readonly services: PlannedService[];

  /** The routes that lead to these Services. */
  readonly routes: PlannedRoute[];
}

/**
 * How a blue-green release goes.
 */
export interface BlueGreenPlan {
  /** The Service of the users. */
  readonly activeService: string;

  /**
   * The Service of the new version.
   *
   * @default - there is none
   */
  readonly previewService?: string;

  /** Whether the users move without a person. */
  readonly autoPromotionEnabled: boolean;

  /**
   * How many seconds pass before they do.
   *
   * @default - none
   */
  readonly autoPromotionSeconds?: number;

  /**
   * The number of new pods before the users move.
   *
   * @default - as many as in production
   */
  readonly previewReplicaCount?: number;

  /** How many seconds old pods run on after the users have moved; 0 keeps them for ever. */
  readonly scaleDownDelaySeconds: number;

  /** How many seconds new pods run on after an abort; 0 keeps them. */
  readonly abortScaleDownDelaySeconds: number;

  /** The names of the analysis templates that run before the users move. */
  readonly prePromotionAnalysis: string[];

  /** The names of the analysis templates that run after the users have moved. */
  readonly postPromotionAnalysis: string[];
}

/**
 * How a canary release goes.
 */
export interface CanaryPlan {
  /** The steps, in order. */
  readonly steps: PlannedStep[];

  /** The names of the traffic routers, for instance `istio`; empty where the share of the pods decides. */
  readonly routers: string[];

  /** The names of the header and mirror routes that the controller manages. */
  readonly managedRoutes: string[];

  /**
   * The name of the DestinationRule that tells the versions apart.
   *
   * @default - Services tell them apart
   */
  readonly destinationRule?: string;

  /** Whether the old version's pods shrink during the release. */
  readonly dynamicStableScale: boolean;

  /**
   * How many seconds old pods run on after the release.
   *
   * @default - they go during the release
   */
  readonly scaleDownDelaySeconds?: number;

  /** The names of the analysis templates that run beside the steps. */
  readonly backgroundAnalysis: string[];
}

/**
 * One step of a canary release.
 */
export interface PlannedStep {
  /** What the step does: `setWeight`, `pause`, `setCanaryScale` and so on, as in the manifest. */
  readonly action: string;

  /** The new version's share of the users while this step is the current one, in percent. */
  readonly weight: number;

  /**
   * How many seconds a pause lasts.
   *
   * @default - for a pause: until a person goes on
   */
  readonly pauseSeconds?: number;

  /**
   * The name of the managed route, plugin or analysis templates (joined by a comma) of the step.
   *
   * @default - the step has none
   */
  readonly subject?: string;
}

/**
 * A Service that takes part in a release.
 */
export interface PlannedService {
  /** The name of the Service. */
  readonly name: string;

  /** What it is for: active, preview, stable, canary, ping, pong, or shared. */
  readonly role: string;

  /** Whether its manifest is among those that were read. */
  readonly found: boolean;

  /** The labels by which it selects pods; empty where it was not found. */
  readonly selector: { [key: string]: string };

  /** The numbers of its ports; empty where it was not found. */
  readonly ports: number[];
}

/**
 * A route that leads to a Service of the release.
 */
export interface PlannedRoute {
  /** The name of the VirtualService. */
  readonly virtualService: string;

  /** What it routes: http, tls or tcp. */
  readonly protocol: string;

  /**
   * The name of the route.
   *
   * @default - it has none
   */
  readonly name?: string;

  /** The hosts of the VirtualService. */
  readonly hosts: string[];

  /** The Gateways of the VirtualService; `mesh` stands for callers inside the mesh. */
  readonly gateways: string[];

  /** Whether the controller shifts the weights of this route. */
  readonly weighted: boolean;

  /** Where it leads. */
  readonly destinations: PlannedDestination[];
}

/**
 * Where a route leads.
 */
export interface PlannedDestination {
  /** The name of the Service. */
  readonly service: string;

  /**
   * The subset of the DestinationRule.
   *
   * @default - all pods of the Service
   */
  readonly subset?: string;

  /** Its share of the route's requests outside of a release, in the numbers of the manifest; 100 for the only one. */
  readonly weight: number;

  /** The role of the destination: active, preview, stable, canary, ping, pong, shared, or nothing for another Service. */
  readonly role: string;
}
