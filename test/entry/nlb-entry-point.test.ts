import { AwsIpAddressType, AwsLoadBalancerScheme, AwsTargetType, NlbEntryPoint, NlbEntryPointProps } from '../../src';
import { strictDecodingErrors } from '../util/schema';
import { errorOf, find, Manifest, synth } from '../util/synth';

const CERTIFICATE = 'arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d';
const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

test('an NLB is a Service of the AWS controller for the gateway pods', () => {
  expect(serviceOf({})).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'ingress',
      namespace: 'istio-system',
      annotations: {
        [`${PREFIX}type`]: 'external',
        [`${PREFIX}nlb-target-type`]: 'ip',
        [`${PREFIX}scheme`]: 'internal',
        [`${PREFIX}healthcheck-protocol`]: 'HTTP',
        [`${PREFIX}healthcheck-port`]: '15021',
        [`${PREFIX}healthcheck-path`]: '/healthz/ready',
      },
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'service.k8s.aws/nlb',
      selector: { istio: 'ingressgateway' },
      ports: [{ name: 'http2', port: 80, targetPort: 8080 }, { name: 'https', port: 443, targetPort: 8443 }],
    },
  });
});

test('with certificates TLS ends at the NLB, and the gateway gets plain HTTP', () => {
  const { metadata, spec } = serviceOf({ certificateArns: [CERTIFICATE] });

  expect(metadata.annotations).toMatchObject({
    [`${PREFIX}ssl-cert`]: CERTIFICATE, [`${PREFIX}ssl-ports`]: '443', [`${PREFIX}ssl-negotiation-policy`]: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  });
  expect(spec.ports.map(({ targetPort }: Manifest) => targetPort)).toEqual([8080, 8080]);
});

test('it stands in the namespace of other gateway pods where that is named', () => {
  expect(serviceOf({ metadata: { namespace: 'edge' } }).metadata.namespace).toBe('edge');
});

test('nodes are asked for their health on the port of the Service by that name', () => {
  const { metadata, spec } = serviceOf({ targetType: AwsTargetType.INSTANCE });

  expect(metadata.annotations[`${PREFIX}healthcheck-port`]).toBe('status-port');
  expect(spec.ports[0]).toEqual({ name: 'status-port', port: 15021, targetPort: 15021 });
});

test('the addresses of users are limited by the Service', () => {
  expect(serviceOf({ inboundCidrs: ['10.0.0.0/8'] }).spec.loadBalancerSourceRanges).toEqual(['10.0.0.0/8']);
});

test('the annotations are had alone, for a Service that is made elsewhere', () => {
  const annotations = NlbEntryPoint.annotations({
    scheme: AwsLoadBalancerScheme.INTERNET_FACING, loadBalancerName: 'ingress', tags: { team: 'a' }, subnets: ['subnet-a'], accessLogsBucket: 'logs',
  });

  expect(annotations).toMatchObject({
    [`${PREFIX}scheme`]: 'internet-facing',
    [`${PREFIX}name`]: 'ingress',
    [`${PREFIX}additional-resource-tags`]: 'team=a',
    [`${PREFIX}subnets`]: 'subnet-a',
    [`${PREFIX}attributes`]: 'access_logs.s3.enabled=true,access_logs.s3.bucket=logs',
  });
});

test('the API server knows every field', () => {
  const manifest = serviceOf({ targetType: AwsTargetType.INSTANCE, inboundCidrs: ['::/0'], selector: { app: 'edge' }, metadata: { labels: { a: 'b' } } });

  expect(strictDecodingErrors(manifest)).toEqual([]);
});

describe('fails when', () => {
  test.each<[string, NlbEntryPointProps, string, string]>([
    ['its namespace is none', { metadata: { namespace: 'A' } }, 'name-dns-label', 'metadata.namespace'],
    ['its name is none', { metadata: { name: '1a' } }, 'name-dns-label', 'metadata.name'],
    ['an ARN is none', { certificateArns: ['a'] }, 'certificate-arn', 'certificateArns[0]'],
    ['its addresses are those of an ALB', { ipAddressType: AwsIpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4 }, 'ip-address-type', 'ipAddressType'],
    ['an address is none', { inboundCidrs: ['a'] }, 'cidr', 'inboundCidrs[0]'],
  ])('%s', (_name, props, rule, prop) => {
    expect(errorOf((chart) => new NlbEntryPoint(chart, 'ingress', props))).toContain(`app/ingress: [${rule}] ${prop}: `);
  });

  test('annotations alone would be wrong', () => {
    expect(() => NlbEntryPoint.annotations({ loadBalancerName: '-' })).toThrow('NlbEntryPoint.annotations: [load-balancer-name] loadBalancerName: ');
  });
});

function serviceOf(props: NlbEntryPointProps): Manifest {
  return find(synth((chart) => new NlbEntryPoint(chart, 'ingress', props)), 'Service');
}
