import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  AnalysisArgument, AnalysisTemplate, AntiAffinity, BlueGreenRollout, CanaryPreview, CanaryScale, CanaryStep, CanaryVirtualService,
  ClusterAnalysisTemplate, DestinationRule, ExperimentSpecRef, IstioCanaryRollout, IstioDestinationTlsMode, IstioGateway, IstioHttpRoute,
  IstioHttpRouteOptions, IstioLoadBalancer, IstioRedirectScheme, IstioRouteDestination, IstioTcpRoute, IstioTlsRoute, IstioTraffic, Promotion,
  ReplicaProgressThreshold, RolloutAnalysis, RolloutProps, StringMatch, TrafficSplitting, VirtualService, WorkloadReference, WorkloadScaleDown,
} from '../../../src';
import { strictDecodingErrors } from '../../util/schema';
import { synth } from '../../util/synth';

const GATEWAYS = [IstioGateway.fromGatewayName('istio-system/ingressgateway')];

describe('with every prop set, the API server knows every field of', () => {
  test.each<[string, (scope: Construct) => void]>([
    ['blue-green', blueGreen],
    ['canary at host level', (scope) => canary(scope, { splitting: TrafficSplitting.hostLevel(), scaleDownDelay: Duration.seconds(45) })],
    ['canary at subset level', (scope) => canary(scope, {
      splitting: TrafficSplitting.subsetLevel({ additionalSubsets: ['pinned'], trafficPolicy: { loadBalancer: IstioLoadBalancer.hashByHeader('x-user'), connectTimeout: Duration.seconds(1) } }),
      dynamicStableScale: true,
    })],
    ['canary with ping and pong', (scope) => canary(scope, { pingPong: {}, preview: undefined })],
    ['canary with several VirtualServices', severalVirtualServices],
    ['a rollout of another workload', (scope) => new BlueGreenRollout(scope, 'x', {
      ports: [{ port: 80, name: 'http' }], workload: WorkloadReference.fromDeploymentName('old', { scaleDown: WorkloadScaleDown.PROGRESSIVELY }),
    })],
    ['a VirtualService', virtualService],
    ['a DestinationRule', destinationRule],
  ])('%s', (_name, build) => {
    const errors = synth(build).filter(({ kind }) => kind !== 'ServiceAccount' && kind !== 'ConfigMap').flatMap((manifest) => strictDecodingErrors(manifest));

    expect(errors).toEqual([]);
  });
});

function common(scope: Construct): RolloutProps {
  const config = new kplus.ConfigMap(scope, 'config', { metadata: { name: 'settings' }, data: { a: 'b' } });
  return {
    metadata: { name: 'app', labels: { team: 'a' }, annotations: { note: 'b' } },
    replicas: 3,
    containers: [{
      image: 'app',
      portNumber: 5000,
      liveness: kplus.Probe.fromHttpGet('/'),
      readiness: kplus.Probe.fromTcpSocket(),
      envVariables: { A: kplus.EnvValue.fromConfigMap(config, 'a'), B: kplus.EnvValue.fromValue('') },
      volumeMounts: [{ path: '/etc/app', volume: kplus.Volume.fromConfigMap(scope, 'volume', config) }],
      lifecycle: { preStop: kplus.Handler.fromCommand(['sleep', '5']) },
    }],
    initContainers: [{ name: 'init', image: 'init' }],
    serviceAccount: new kplus.ServiceAccount(scope, 'account', { metadata: { name: 'runner' } }),
    podMetadata: { labels: { tier: 'web' }, annotations: { note: 'b' } },
    terminationGracePeriod: Duration.seconds(60),
    hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }],
    dns: { nameservers: ['1.1.1.1'], searches: ['a'], options: [{ name: 'ndots', value: '2' }] },
    spread: true,
    ports: [{ name: 'http', port: 80, targetPort: 5000, protocol: kplus.Protocol.TCP }],
    minReady: Duration.seconds(10),
    progressDeadline: Duration.minutes(5),
    progressDeadlineAbort: true,
    revisionHistoryLimit: 3,
    restartAt: new Date(0),
    rollbackWindow: 2,
    successfulRunHistoryLimit: 1,
    unsuccessfulRunHistoryLimit: 1,
  };
}

function analysis(): RolloutAnalysis {
  return {
    templates: [AnalysisTemplate.fromAnalysisTemplateName('a'), ClusterAnalysisTemplate.fromClusterAnalysisTemplateName('b')],
    args: [
      AnalysisArgument.value('a', 'b'), AnalysisArgument.latestPodHash('c'), AnalysisArgument.stablePodHash('d'), AnalysisArgument.fieldRef('e', 'metadata.name'),
    ],
    dryRun: ['latency'],
    measurementRetention: { errors: 5 },
    runLabels: { a: 'b' },
    runAnnotations: { a: 'b' },
  };
}

const METADATA = { labels: { role: 'a' }, annotations: { note: 'b' } };

function blueGreen(scope: Construct): void {
  new BlueGreenRollout(scope, 'x', {
    ...common(scope),
    promotion: Promotion.automaticAfter(Duration.minutes(1)),
    previewReplicaCount: 1,
    scaleDownDelay: Duration.seconds(30),
    scaleDownDelayRevisionLimit: 1,
    abortScaleDownDelay: Duration.seconds(30),
    prePromotionAnalysis: analysis(),
    postPromotionAnalysis: analysis(),
    antiAffinity: AntiAffinity.preferred(1),
    maxUnavailable: kplus.PercentOrAbsolute.percent(10),
    activeMetadata: METADATA,
    previewMetadata: METADATA,
    traffic: IstioTraffic.blueGreen({ hosts: ['a.test.com'], previewHosts: ['b.test.com'], gateways: GATEWAYS, mesh: true, httpRoutes: [everyHttpOption()], exportTo: ['.'], servicePort: 80 }),
  });
}

function canary(scope: Construct, props: Partial<ConstructorParameters<typeof IstioCanaryRollout>[2]>): void {
  new IstioCanaryRollout(scope, 'x', {
    ...common(scope),
    hosts: ['a.test.com'],
    gateways: GATEWAYS,
    mesh: true,
    httpRoutes: [everyHttpOption()],
    tlsRoutes: [{ sniHosts: ['a.test.com'], port: 443 }],
    tcpRoutes: [{ port: 5432 }],
    precedingRoutes: [IstioHttpRoute.redirect({ uri: '/' }, { name: 'moved' })],
    exportTo: ['.'],
    steps: everyStep(),
    managedRoutes: ['further'],
    maxSurge: kplus.PercentOrAbsolute.percent(10),
    maxUnavailable: kplus.PercentOrAbsolute.absolute(1),
    analysis: { ...analysis(), startingStep: 1 },
    antiAffinity: AntiAffinity.required(),
    canaryMetadata: METADATA,
    stableMetadata: METADATA,
    scaleDownDelayRevisionLimit: 1,
    abortScaleDownDelay: Duration.seconds(30),
    minPodsPerReplicaSet: 1,
    replicaProgressThreshold: ReplicaProgressThreshold.percent(80),
    preview: CanaryPreview.all(CanaryPreview.host('b.test.com'), CanaryPreview.header('x-canary', 'always')),
    ...props,
  });
}

function everyStep(): CanaryStep[] {
  const match = StringMatch.exact('a');
  return [
    CanaryStep.setWeight(10),
    CanaryStep.pause(),
    CanaryStep.pause(Duration.minutes(1)),
    CanaryStep.canaryScale(CanaryScale.replicas(1)),
    CanaryStep.canaryScale(CanaryScale.weight(1)),
    CanaryStep.canaryScale(CanaryScale.matchTrafficWeight()),
    CanaryStep.setHeaderRoute('header', [{ headerName: 'a', headerValue: match }, { headerName: 'a', headerValue: StringMatch.prefix('b') }, { headerName: 'a', headerValue: StringMatch.regex('c') }]),
    CanaryStep.removeHeaderRoute('header'),
    CanaryStep.setMirrorRoute('mirror', { match: [{ method: match, path: match, headers: { a: match } }], percentage: 10 }),
    CanaryStep.removeMirrorRoute('mirror'),
    CanaryStep.analysis(analysis()),
    CanaryStep.experiment({
      templates: [{ name: 'a', specRef: ExperimentSpecRef.CANARY, replicas: 1, weight: 5, serviceName: 'svc', metadata: METADATA }],
      duration: Duration.minutes(1),
      analyses: [{ name: 'a', template: ClusterAnalysisTemplate.fromClusterAnalysisTemplateName('b'), args: analysis().args, requiredForCompletion: true }],
      dryRun: ['a'],
      runLabels: { a: 'b' },
      runAnnotations: { a: 'b' },
      scaleDownDelay: Duration.seconds(1),
    }),
    CanaryStep.plugin('example/step', { a: { b: 1 } }),
  ];
}

function everyHttpOption(): IstioHttpRouteOptions {
  const match = StringMatch.exact('a');
  const changes = { a: 'b' };
  return {
    match: [{
      uri: StringMatch.prefix('/'),
      ignoreUriCase: true,
      scheme: match,
      method: match,
      authority: match,
      headers: { a: match },
      withoutHeaders: { b: match },
      queryParams: { c: StringMatch.regex('d') },
      port: 80,
      sourceLabels: { a: 'b' },
      sourceNamespace: 'other',
      gateways: GATEWAYS,
    }],
    rewrite: { uri: '/v1', authority: 'other' },
    timeout: Duration.seconds(5),
    retries: { attempts: 2, perTryTimeout: Duration.seconds(1), retryOn: 'gateway-error' },
    cors: {
      allowOrigins: [match], allowMethods: ['GET'], allowHeaders: ['a'], exposeHeaders: ['b'], maxAge: Duration.hours(1), allowCredentials: true,
    },
    fault: { delay: Duration.seconds(1), delayPercentage: 0.5, abortStatus: 503, abortPercentage: 1 },
    mirrors: [{ destination: IstioRouteDestination.toHost('shadow', { port: 80, subset: 'a' }), percentage: 10 }],
    headers: { setRequest: changes, addRequest: changes, removeRequest: ['c'], setResponse: changes, addResponse: changes, removeResponse: ['d'] },
  };
}

function severalVirtualServices(scope: Construct): void {
  new IstioCanaryRollout(scope, 'x', {
    ...common(scope),
    steps: [CanaryStep.setWeight(10)],
    virtualServices: [
      CanaryVirtualService.create({ hosts: ['a.test.com'], gateways: GATEWAYS }),
      CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('edge/theirs'), { routes: ['r'], tlsRoutes: [{ sniHosts: ['a'], port: 443 }], tcpRoutes: [{ port: 1 }] }),
    ],
  });
}

function virtualService(scope: Construct): void {
  const destinations = [
    IstioRouteDestination.toHost('app', { port: 80, subset: 'a', weight: 60, headers: { setRequest: { a: 'b' }, removeResponse: ['c'] } }),
    IstioRouteDestination.toHost('app-canary', { weight: 40 }),
  ];
  new VirtualService(scope, 'vs', {
    hosts: ['a.test.com'],
    gateways: GATEWAYS,
    mesh: true,
    http: [
      IstioHttpRoute.to(destinations, { name: 'a', ...everyHttpOption() }),
      IstioHttpRoute.redirect({ uri: '/', authority: 'b', scheme: IstioRedirectScheme.HTTPS, port: 443, redirectCode: 308 }, { name: 'b' }),
      IstioHttpRoute.directResponse(503, 'closed', { name: 'c' }),
      IstioHttpRoute.toDelegate(VirtualService.fromVirtualServiceName('edge/other'), { name: 'd', match: [{ uri: StringMatch.prefix('/d') }] }),
    ],
    tls: [IstioTlsRoute.to([IstioRouteDestination.toHost('app')], { sniHosts: ['a.test.com'], port: 443 })],
    tcp: [IstioTcpRoute.to([IstioRouteDestination.toHost('app')], { port: 5432 })],
    exportTo: ['.', 'other'],
  });
}

function destinationRule(scope: Construct): void {
  const policy = {
    loadBalancer: IstioLoadBalancer.leastRequest(),
    maxConnections: 1,
    connectTimeout: Duration.millis(500),
    maxPendingRequests: 2,
    maxRequests: 3,
    consecutiveErrors: 4,
    ejectionTime: Duration.seconds(5),
    tls: IstioDestinationTlsMode.ISTIO_MUTUAL,
  };
  new DestinationRule(scope, 'rule', { host: 'app', subsets: [{ name: 'a', labels: { b: 'c' }, trafficPolicy: policy }], trafficPolicy: policy, exportTo: ['.'] });
}
