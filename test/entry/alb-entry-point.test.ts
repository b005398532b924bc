import { App, Chart, Duration, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import {
  AlbBackendProtocol, AlbBackendProtocolVersion, AlbEntryPoint, AlbEntryPointProps, AlbListener, AwsIpAddressType, AwsLoadBalancerScheme,
  AwsTargetType, BlueGreenRollout, CanaryPreview, CanaryStep, CanaryVirtualService, IIstioGateway, IstioCanaryRollout, IstioGateway,
  IstioGatewayServer, IstioGatewayService, IstioGatewayTls, IstioTraffic, Rollout, TrafficSplitting, VirtualService,
} from '../../src';
import { coversHost } from '../../src/core/hosts';
import { strictDecodingErrors } from '../util/schema';
import { errorOf, find, Manifest, pods, synth } from '../util/synth';

const GATEWAYS = [IstioGateway.fromGatewayName('istio-system/ingressgateway')];
const CERTIFICATE = 'arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-1111-2222-3333-444455556666';

describe('by default an ALB', () => {
  test('has a rule for each host of users and testers, which leads to the gateway Service', () => {
    const { spec } = ingressOf((chart) => ({ rollouts: [blueGreen(chart, 'shop'), canary(chart, 'app')] }));

    expect(spec).toEqual({
      ingressClassName: 'alb',
      rules: ['app-canary.test.com', 'app.test.com', 'shop-preview.test.com', 'shop.test.com'].map((host) => ({
        host,
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'istio-ingressgateway', port: { number: 80 } } } }] },
      })),
    });
  });

  test('ends TLS, redirects to HTTPS, and asks the pods for their health on their status port', () => {
    expect(annotationsOf({ hosts: ['a.com'] })).toEqual({
      'scheme': 'internal',
      'listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
      'ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      'ssl-redirect': '443',
      'target-type': 'ip',
      'backend-protocol': 'HTTP',
      'healthcheck-protocol': 'HTTP',
      'healthcheck-port': '15021',
      'healthcheck-path': '/healthz/ready',
    });
  });

  test('stands beside the gateway Service, not in the namespace of the chart', () => {
    expect(ingressOf(() => ({ hosts: ['a.com'] })).metadata).toMatchObject({ name: 'public', namespace: 'istio-system' });

    const gatewayService = IstioGatewayService.fromServiceName('edge', { namespace: 'edge' });
    expect(ingressOf(() => ({ hosts: ['a.com'], gatewayService })).metadata.namespace).toBe('edge');
  });
});

describe('a prop is written as', () => {
  test.each<[string, Partial<AlbEntryPointProps>, Record<string, string | undefined>]>([
    ['scheme', { scheme: AwsLoadBalancerScheme.INTERNET_FACING }, { scheme: 'internet-facing' }],
    ['certificates', { certificateArns: [CERTIFICATE, `${CERTIFICATE}7`] }, { 'certificate-arn': `${CERTIFICATE},${CERTIFICATE}7` }],
    ['policy', { sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' }, { 'ssl-policy': 'ELBSecurityPolicy-TLS13-1-3-2021-06' }],
    ['plain listener', { listeners: [AlbListener.http(8080)] }, { 'listen-ports': '[{"HTTP":8080}]', 'ssl-policy': undefined, 'ssl-redirect': undefined }],
    ['HTTPS listener alone', { listeners: [AlbListener.https(8443)] }, { 'listen-ports': '[{"HTTPS":8443}]', 'ssl-redirect': undefined }],
    ['no redirect', { redirectToHttps: false }, { 'ssl-redirect': undefined }],
    ['redirect to another port', { listeners: [AlbListener.http(), AlbListener.https(8443)] }, { 'ssl-redirect': '8443' }],
    ['nodes', { targetType: AwsTargetType.INSTANCE }, { 'target-type': 'instance', 'healthcheck-port': 'status-port' }],
    ['port of the nodes', { targetType: AwsTargetType.INSTANCE, healthCheck: { port: 31021 } }, { 'healthcheck-port': '31021' }],
    ['backend', { backendProtocol: AlbBackendProtocol.HTTPS, backendProtocolVersion: AlbBackendProtocolVersion.HTTP2 }, {
      'backend-protocol': 'HTTPS', 'backend-protocol-version': 'HTTP2', 'healthcheck-protocol': 'HTTP',
    }],
    ['health check', {
      healthCheck: {
        portName: 'health', path: '/ready', interval: Duration.seconds(10), timeout: Duration.seconds(3), healthyThreshold: 3, unhealthyThreshold: 4, successCodes: '200-299',
      },
    }, {
      'healthcheck-port': 'health',
      'healthcheck-path': '/ready',
      'healthcheck-interval-seconds': '10',
      'healthcheck-timeout-seconds': '3',
      'healthy-threshold-count': '3',
      'unhealthy-threshold-count': '4',
      'success-codes': '200-299',
    }],
    ['group', { groupName: 'public', groupOrder: -5 }, { 'group.name': 'public', 'group.order': '-5' }],
    ['network', { subnets: ['subnet-a', 'b'], inboundCidrs: ['10.0.0.0/8', '::/0'], ipAddressType: AwsIpAddressType.DUALSTACK }, {
      'subnets': 'subnet-a,b', 'inbound-cidrs': '10.0.0.0/8,::/0', 'ip-address-type': 'dualstack',
    }],
    ['security groups', { securityGroups: ['sg-1', 'web'], manageBackendSecurityGroupRules: true }, {
      'security-groups': 'sg-1,web', 'manage-backend-security-group-rules': 'true',
    }],
    ['protection', { wafAclArn: 'arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/main/0a1b', shieldAdvanced: true }, {
      'wafv2-acl-arn': 'arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/main/0a1b', 'shield-advanced-protection': 'true',
    }],
    ['attributes', {
      accessLogsBucket: 'logs', accessLogsPrefix: 'alb', deletionProtection: true, idleTimeout: Duration.minutes(2), loadBalancerAttributes: { 'routing.http2.enabled': 'false' },
    }, {
      'load-balancer-attributes': 'access_logs.s3.enabled=true,access_logs.s3.bucket=logs,access_logs.s3.prefix=alb,deletion_protection.enabled=true,'
        + 'idle_timeout.timeout_seconds=120,routing.http2.enabled=false',
    }],
    ['attributes of target groups', { targetGroupAttributes: { 'deregistration_delay.timeout_seconds': '30' } }, {
      'target-group-attributes': 'deregistration_delay.timeout_seconds=30',
    }],
    ['name and tags', { loadBalancerName: 'public-1', tags: { team: 'a', cost: 'b c' } }, { 'load-balancer-name': 'public-1', 'tags': 'team=a,cost=b c' }],
  ])('%s', (_name, props, written) => {
    const annotations = annotationsOf({ hosts: ['a.com'], ...props });

    expect(Object.keys(written).map((name) => annotations[name])).toEqual(Object.values(written));
  });

  test('an annotation of its user where both are given', () => {
    const metadata = { annotations: { 'alb.ingress.kubernetes.io/success-codes': '200,204' } };

    expect(annotationsOf({ hosts: ['a.com'], healthCheck: { successCodes: '200' }, metadata })['success-codes']).toBe('200,204');
  });

  test('another Service, port and class', () => {
    const gatewayService = IstioGatewayService.fromServiceName('edge', { port: 8080 });
    const { spec } = ingressOf(() => ({ hosts: ['a.com'], gatewayService, ingressClassName: 'public-alb' }));

    expect([spec.ingressClassName, spec.rules[0].http.paths[0].backend]).toEqual(['public-alb', { service: { name: 'edge', port: { number: 8080 } } }]);
  });

  test('a Service of this app', () => {
    const { metadata, spec } = ingressOf((chart) => {
      const service = new kplus.Service(chart, 'edge', { metadata: { name: 'edge', namespace: 'edge' }, ports: [{ port: 80 }] });
      return { hosts: ['a.com'], gatewayService: IstioGatewayService.fromService(service) };
    });

    expect([metadata.namespace, spec.rules[0].http.paths[0].backend.service]).toEqual(['edge', { name: 'edge', port: { number: 80 } }]);
  });

  test('port 443 of the Service, to which it speaks HTTPS', () => {
    const { spec } = ingressOf(() => ({ hosts: ['a.com'], backendProtocol: AlbBackendProtocol.HTTPS }));

    expect(spec.rules[0].http.paths[0].backend.service.port).toEqual({ number: 443 });
  });
});

describe('hosts', () => {
  test('may be passed on whatever they are, by one rule', () => {
    const { spec } = ingressOf((chart) => ({ rollouts: [canary(chart, 'app')], anyHost: true, certificateArns: [CERTIFICATE] }));

    expect(spec.rules).toEqual([{ http: expect.anything() }]);
  });

  test('of a rollout that is added later are collected', () => {
    const hosts = rulesOf((chart) => new AlbEntryPoint(chart, 'public').addRollout(canary(chart, 'app')));

    expect(hosts).toEqual(['app-canary.test.com', 'app.test.com']);
  });

  test('of a patch are collected', () => {
    const hosts = rulesOf((chart) => {
      const rollout = canary(chart, 'app');
      new AlbEntryPoint(chart, 'public', { rollouts: [rollout] });
      rollout.virtualServices[0].apiObject.addJsonPatch(JsonPatch.add('/spec/hosts/-', 'more.test.com'));
    });

    expect(hosts).toContain('more.test.com');
  });

  test('for callers inside the mesh are left out', () => {
    expect(rulesOf((chart) => new AlbEntryPoint(chart, 'public', { rollouts: [canary(chart, 'app', GATEWAYS, true)] }))).not.toContain('app');
  });

  test('on other Gateways are left out', () => {
    const hosts = rulesOf((chart) => {
      const traffic = IstioTraffic.blueGreen({ hosts: ['a.com'], previewHosts: ['b.com'], gateways: GATEWAYS, previewGateways: [IstioGateway.fromGatewayName('uat')] });
      const rollout = new BlueGreenRollout(chart, 'app', { ...pods(), traffic });
      new AlbEntryPoint(chart, 'public', { rollouts: [rollout], gateways: [IstioGateway.fromGatewayName('ingressgateway')] });
    });

    expect(hosts).toEqual(['a.com']);
  });

  test('stand in one order, each once, whatever the order in which they come', () => {
    const label = fc.constantFrom('a', 'b', 'A');
    const host = fc.array(label, { minLength: 2, maxLength: 3 }).chain((labels) => fc.constantFrom('', '*.').map((prefix) => prefix + labels.join('.')));

    fc.assert(fc.property(fc.uniqueArray(host, { minLength: 1, maxLength: 6 }), (hosts) => {
      const written = (list: string[]) => rulesOf((chart) => new AlbEntryPoint(chart, 'public', { hosts: list }));
      const once = written(hosts);

      expect(written([...hosts].reverse())).toEqual(once);
      expect([...once].sort()).toEqual([...new Set(hosts.map((name) => name.toLowerCase()))].sort());
      // A wildcard hides no host behind it.
      expect(once.filter((name, index) => once.slice(0, index).some((before) => coversHost(before, name)))).toEqual([]);
    }), { numRuns: 30 });
  });

  test('are returned for users and testers of a rollout as URLs', () => {
    synth((chart) => {
      const [shop, app] = [blueGreen(chart, 'shop'), canary(chart, 'app')];
      const entryPoint = new AlbEntryPoint(chart, 'public', { rollouts: [shop, app] });

      expect([shop, app].map((rollout) => [entryPoint.productionUrls(rollout), entryPoint.previewUrls(rollout)])).toEqual([
        [['https://shop.test.com'], ['https://shop-preview.test.com']],
        [['https://app.test.com'], ['https://app-canary.test.com']],
      ]);
    });
  });

  test('are returned with the port of the listener', () => {
    synth((chart) => {
      const rollout = canary(chart, 'app');
      const entryPoint = new AlbEntryPoint(chart, 'internal', { rollouts: [rollout], listeners: [AlbListener.http(8080)] });

      expect(entryPoint.productionUrls(rollout)).toEqual(['http://app.test.com:8080']);
    });
  });

  test('of testers are told from those of users by subset too', () => {
    synth((chart) => {
      const rollout = new IstioCanaryRollout(chart, 'app', {
        ...pods(), steps: [CanaryStep.setWeight(30)], hosts: ['a.com'], gateways: GATEWAYS, splitting: TrafficSplitting.subsetLevel(), preview: CanaryPreview.host('b.com'),
      });
      const entryPoint = new AlbEntryPoint(chart, 'public', { rollouts: [rollout] });

      expect([entryPoint.productionUrls(rollout), entryPoint.previewUrls(rollout)]).toEqual([['https://a.com'], ['https://b.com']]);
    });
  });
});

test('the API server knows every field', () => {
  expect(strictDecodingErrors(ingressOf((chart) => ({ rollouts: [canary(chart, 'app')], hosts: ['*.b.com', '*'], certificateArns: [CERTIFICATE] })))).toEqual([]);
});

describe('fails when', () => {
  test.each<[string, AlbEntryPointProps, string]>([
    ['nobody would come in', {}, '[hosts-present] rollouts, hosts: '],
    ['a host is too long', { hosts: [`${'a'.repeat(60)}.${'b'.repeat(60)}.test.com`] }, '[host-length] hosts: '],
    ['certificates cannot be found for any host', { hosts: ['*'] }, '[certificate-known] certificateArns: '],
  ])('%s, once the tree is finished', (_name, props, text) => {
    expect(errorOf((chart) => new AlbEntryPoint(chart, 'public', props))).toContain(`[app/public] ${text}`);
  });

  test('the hosts of a rollout are not known', () => {
    const error = errorOf((chart) => new AlbEntryPoint(chart, 'public', { rollouts: [named(chart)], hosts: ['a.com'] }));

    expect(error).toContain('[rollout-hosts] rollouts: no host is known by which users would reach the rollout through these Gateways, got "app"; ');
  });

  test('the Gateway redirects what the ALB sends', () => {
    expect(behind([IstioGatewayServer.redirectToHttps(['*']), IstioGatewayServer.https(['*'], IstioGatewayTls.simple('a'))], {}))
      .toContain('[gateway-redirect-loop] gateways: the Gateway redirects what the ALB sends to port 80, for ever, got "app.test.com"');
  });

  test.each<[string, IstioGatewayServer, AlbEntryPointProps]>([
    ['HTTPS', IstioGatewayServer.http(['*'], { port: 443 }), { backendProtocol: AlbBackendProtocol.HTTPS }],
    ['plain HTTP', IstioGatewayServer.https(['*'], IstioGatewayTls.simple('a'), { port: 80 }), {}],
  ])('the Gateway does not take %s', (protocol, server, props) => {
    expect(behind([server], props)).toContain(`[gateway-backend-protocol] backendProtocol: the Gateway does not take ${protocol} on port`);
  });

  test('two of a group contradict each other', () => {
    const error = errorOf((chart) => {
      new AlbEntryPoint(chart, 'one', { hosts: ['a.com'], groupName: 'shared', scheme: AwsLoadBalancerScheme.INTERNET_FACING });
      new AlbEntryPoint(chart, 'two', { hosts: ['b.com'], groupName: 'shared' });
    });

    expect(error).toContain('[app/two] [group-agrees] groupName: one of the same group has another alb.ingress.kubernetes.io/scheme, got "internal"');
  });
});

describe('all is well where', () => {
  test('the Gateway takes what the ALB sends', () => {
    expect(() => behind([IstioGatewayServer.http(['*.test.com'])], {})).toThrow('building did not fail');
  });

  test('a group of the same name is that of another cluster', () => {
    const app = new App();
    ['one', 'two'].forEach((id, index) => new AlbEntryPoint(new Chart(app, id), 'public', {
      hosts: ['a.com'], groupName: 'shared', scheme: [AwsLoadBalancerScheme.INTERNAL, AwsLoadBalancerScheme.INTERNET_FACING][index],
    }));

    expect(() => app.synthYaml()).not.toThrow();
  });
});

function behind(servers: IstioGatewayServer[], props: AlbEntryPointProps): string {
  return errorOf((chart) => {
    const gateway = new IstioGateway(chart, 'gateway', { servers });
    new AlbEntryPoint(chart, 'public', { rollouts: [canary(chart, 'app', [gateway])], ...props });
  });
}

function blueGreen(chart: Chart, name: string): BlueGreenRollout {
  const traffic = IstioTraffic.blueGreen({ hosts: [`${name}.test.com`], previewHosts: [`${name}-preview.test.com`], gateways: GATEWAYS });
  return new BlueGreenRollout(chart, name, { ...pods(), metadata: { name }, traffic });
}

function canary(chart: Chart, name: string, gateways: IIstioGateway[] = GATEWAYS, mesh: boolean = false): IstioCanaryRollout {
  const preview = CanaryPreview.all(CanaryPreview.host(`${name}-canary.test.com`), CanaryPreview.header('x-canary', 'always'));
  return new IstioCanaryRollout(chart, name, {
    ...pods(), metadata: { name }, steps: [CanaryStep.setWeight(30)], hosts: [`${name}.test.com`], gateways, mesh, preview,
  });
}

function named(chart: Chart): Rollout {
  return new IstioCanaryRollout(chart, 'app', {
    ...pods(), steps: [CanaryStep.setWeight(30)], virtualServices: [CanaryVirtualService.fromVirtualService(VirtualService.fromVirtualServiceName('theirs'), { routes: ['main'] })],
  });
}

function ingressOf(props: (chart: Chart) => AlbEntryPointProps): Manifest {
  return find(synth((chart) => new AlbEntryPoint(chart, 'public', props(chart))), 'Ingress');
}

function rulesOf(build: (chart: Chart) => void): string[] {
  return find(synth(build), 'Ingress').spec.rules.map(({ host }: Manifest) => host);
}

function annotationsOf(props: AlbEntryPointProps): Record<string, string> {
  const { annotations } = ingressOf(() => props).metadata;
  return Object.fromEntries(Object.entries<string>(annotations).map(([name, value]) => [name.replace('alb.ingress.kubernetes.io/', ''), value]));
}
