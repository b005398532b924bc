import { Protocol } from './route';
import type { RolloutSpecStrategyCanaryTrafficRouting as RoutingFields } from '../../../imports/argoproj.io';
import { ARGO_ROLLOUTS_VERSION, isWithin } from '../../core/argo-rollouts-version';

/** The routers of Argo Rollouts, by their fields in `trafficRouting`; `plugins` stands for all that are not built in. */
export type RouterName = Exclude<keyof RoutingFields, 'managedRoutes' | 'maxTrafficWeight'>;

/** The kinds of objects that send traffic to Services. */
export type RoutingKind = 'VirtualService' | 'Ingress' | 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute';

/** What a router can do. All that differs from router to router is read here. */
export interface RouterCapabilities {
  /** What it is called in texts. */
  readonly title: string;
  /** When the controller refuses a Rollout without a stable and a canary Service. */
  readonly needsServices: 'always' | 'withoutPingPong' | 'withoutPingPongOrSubsets' | 'never';
  /** Whether it follows `setHeaderRoute`, and with which comparisons. */
  readonly headerRoutes: 'none' | 'exact' | 'all';
  /** Whether it follows `setMirrorRoute`. */
  readonly mirrorRoutes: boolean;
  /** Whether two Services may swap their roles; `rootService` where that needs a third one. */
  readonly pingPong: 'none' | 'yes' | 'rootService';
  /** Whether the Services of an experiment may have a part of the traffic. */
  readonly experimentWeights: boolean;
  /** Whether a weight other than 100 may stand for all traffic. */
  readonly maxTrafficWeight: boolean;
  /** What its routes carry. */
  readonly protocols: readonly Protocol[];
  /** Whether it also splits calls between workloads in the cluster. */
  readonly eastWest: boolean;
  /** Whether the controller checks that a weight has arrived before it goes on. */
  readonly verifiesWeights: boolean;
  /** The kinds of objects whose traffic the controller splits, where this package reads them. */
  readonly splits: readonly RoutingKind[];
  /** Whether it splits what callers in the mesh send to a Service by its name. */
  readonly splitsServices: boolean;
  /** What was different before a release of Argo Rollouts. */
  readonly before?: Readonly<Record<string, Partial<RouterCapabilities>>>;
}

const BUILT_IN: RouterCapabilities = {
  title: '',
  needsServices: 'always',
  headerRoutes: 'none',
  mirrorRoutes: false,
  pingPong: 'none',
  experimentWeights: false,
  maxTrafficWeight: false,
  protocols: ['http'],
  eastWest: false,
  verifiesWeights: false,
  splits: [],
  splitsServices: false,
};

/** The table of all routers. */
export const ROUTERS: Readonly<Record<RouterName, RouterCapabilities>> = {
  istio: {
    ...BUILT_IN,
    title: 'Istio',
    needsServices: 'withoutPingPongOrSubsets',
    headerRoutes: 'all',
    mirrorRoutes: true,
    pingPong: 'yes',
    experimentWeights: true,
    protocols: ['http', 'tls', 'tcp'],
    eastWest: true,
    splits: ['VirtualService'],
    before: { 1.7: { pingPong: 'none' } },
  },
  alb: {
    ...BUILT_IN, title: 'AWS ALB', needsServices: 'withoutPingPong', headerRoutes: 'exact', pingPong: 'rootService', experimentWeights: true, verifiesWeights: true, splits: ['Ingress'],
  },
  nginx: { ...BUILT_IN, title: 'ingress-nginx', maxTrafficWeight: true, splits: ['Ingress'] },
  smi: { ...BUILT_IN, title: 'SMI', experimentWeights: true, eastWest: true, splitsServices: true },
  ambassador: { ...BUILT_IN, title: 'Ambassador' },
  appMesh: { ...BUILT_IN, title: 'AWS App Mesh', eastWest: true },
  traefik: { ...BUILT_IN, title: 'Traefik' },
  apisix: { ...BUILT_IN, title: 'Apache APISIX', headerRoutes: 'all' },
  plugins: {
    ...BUILT_IN,
    title: 'a plugin',
    needsServices: 'never',
    headerRoutes: 'all',
    mirrorRoutes: true,
    pingPong: 'yes',
    experimentWeights: true,
    maxTrafficWeight: true,
    protocols: ['http', 'grpc', 'tls', 'tcp'],
    splits: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'],
    before: {
      '1.10': { mirrorRoutes: false, pingPong: 'none' },
      '1.8': { experimentWeights: false },
      '1.7': { headerRoutes: 'none', needsServices: 'withoutPingPong' },
    },
  },
};

/** What a router can do in a release of Argo Rollouts. */
export function capabilitiesOf(router: RouterName, version: string = ARGO_ROLLOUTS_VERSION): RouterCapabilities {
  const { before = {}, ...newest } = ROUTERS[router];
  return Object.entries(before).reduce((abilities, [release, older]) => isWithin(version, `<${release}`) ? { ...abilities, ...older } : abilities, newest);
}

/** The routers that can do something in a release of Argo Rollouts, in the order of the table. */
export function routersThat(can: (router: RouterCapabilities) => boolean, version: string = ARGO_ROLLOUTS_VERSION): RouterName[] {
  return (Object.keys(ROUTERS) as RouterName[]).filter((name) => can(capabilitiesOf(name, version)));
}
