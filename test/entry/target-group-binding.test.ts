import { AwsTargetGroup, AwsTargetType, IstioGatewayService, TargetGroupBinding, TargetGroupBindingProps } from '../../src';
import { strictDecodingErrors } from '../util/schema';
import { errorOf, find, Manifest, synth } from '../util/synth';

const ARN = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/ingress/0123456789abcdef';
const targetGroup = AwsTargetGroup.fromTargetGroupArn(ARN);

test('the gateway pods are registered in the target group', () => {
  expect(bindingOf({ targetGroup })).toEqual({
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'TargetGroupBinding',
    metadata: { name: 'binding', namespace: 'istio-system' },
    spec: { targetGroupARN: ARN, targetType: 'ip', serviceRef: { name: 'istio-ingressgateway', port: 80 } },
  });
});

test('all that is set is written, and known to the API server', () => {
  const manifest = bindingOf({
    targetGroup: AwsTargetGroup.fromTargetGroupName('ingress'),
    gatewayService: IstioGatewayService.fromServiceName('edge', { namespace: 'edge', port: 443 }),
    targetType: AwsTargetType.INSTANCE,
    nodeLabels: { pool: 'edge' },
    fromSecurityGroups: ['sg-0123456789abcdef0'],
    fromCidrs: ['10.0.0.0/8'],
    multiCluster: true,
  });

  expect(manifest.metadata.namespace).toBe('edge');
  expect(manifest.spec).toEqual({
    targetGroupName: 'ingress',
    targetType: 'instance',
    serviceRef: { name: 'edge', port: 443 },
    networking: {
      ingress: [{ from: [{ securityGroup: { groupID: 'sg-0123456789abcdef0' } }, { ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ protocol: 'TCP' }] }],
    },
    nodeSelector: { matchLabels: { pool: 'edge' } },
    multiClusterTargetGroup: true,
  });
  expect(strictDecodingErrors(manifest)).toEqual([]);
});

describe('fails when', () => {
  test.each<[string, TargetGroupBindingProps, string, string]>([
    ['the ARN is that of a load balancer', { targetGroup: AwsTargetGroup.fromTargetGroupArn(ARN.replace('targetgroup', 'loadbalancer')) }, 'target-group-arn', 'targetGroup'],
    ['the name is too long', { targetGroup: AwsTargetGroup.fromTargetGroupName('a'.repeat(33)) }, 'target-group-name', 'targetGroup'],
    ['it is not beside the Service', { targetGroup, metadata: { namespace: 'app-service' } }, 'binding-namespace', 'metadata.namespace'],
    ['pods are chosen by labels of nodes', { targetGroup, nodeLabels: { a: 'b' } }, 'node-labels', 'nodeLabels'],
    ['a security group is named', { targetGroup, fromSecurityGroups: ['web'] }, 'security-group-id', 'fromSecurityGroups[0]'],
    ['an address is none', { targetGroup, fromCidrs: ['a'] }, 'cidr', 'fromCidrs[0]'],
    ['the port is none', { targetGroup, gatewayService: IstioGatewayService.fromServiceName('edge', { port: 0 }) }, 'port-range', 'gatewayService.port'],
  ])('%s', (_name, props, rule, prop) => {
    expect(errorOf((chart) => new TargetGroupBinding(chart, 'binding', props))).toContain(`app/binding: [${rule}] ${prop}: `);
  });
});

function bindingOf(props: TargetGroupBindingProps): Manifest {
  return find(synth((chart) => new TargetGroupBinding(chart, 'binding', props)), 'TargetGroupBinding');
}
