import { Duration } from 'cdk8s';
import { AlbEntryPoint, AlbEntryPointProps, AlbListener, AwsHealthCheck, AwsTargetType, IstioGatewayService } from '../../src';
import { errorOf, synth } from '../util/synth';

const ACM = 'arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d';
const WEB_ACL = 'arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/main/0a1b';
const INSTANCE = AwsTargetType.INSTANCE;

describe('fails when', () => {
  test.each<[string, AlbEntryPointProps, string, string]>([
    ['its name is none', { metadata: { name: 'A' } }, 'name-dns-subdomain', 'metadata.name'],
    ['it is not beside the gateway Service', { metadata: { namespace: 'app-service' } }, 'ingress-namespace', 'metadata.namespace'],
    ['the Service has no name', { gatewayService: IstioGatewayService.fromServiceName('a.b') }, 'name-dns-label', 'gatewayService.serviceName'],
    ['the namespace is none', { gatewayService: IstioGatewayService.fromServiceName('a', { namespace: 'A' }) }, 'name-dns-label', 'gatewayService.namespace'],
    ['the port is none', { gatewayService: IstioGatewayService.fromServiceName('a', { port: 0 }) }, 'port-range', 'gatewayService.port'],
    ['a host is none', { hosts: ['https://a.com'] }, 'host-dns-name', 'hosts[0]'],
    ['there are no listeners', { listeners: [] }, 'listeners-present', 'listeners'],
    ['two listen on one port', { listeners: [AlbListener.http(443), AlbListener.https()] }, 'listeners-distinct', 'listeners'],
    ['a listener has no port', { listeners: [AlbListener.http(70000)] }, 'port-range', 'listeners[0].port'],
    ['a redirect leads nowhere', { listeners: [AlbListener.http()], redirectToHttps: true }, 'redirect-listener', 'redirectToHttps'],
    ['no listener uses the certificates', { listeners: [AlbListener.http()], certificateArns: [ACM] }, 'certificate-listener', 'certificateArns'],
    ['certificates cannot be found', { anyHost: true }, 'certificate-known', 'certificateArns'],
    ['an ARN is that of something else', { certificateArns: ['arn:aws:s3:::bucket'] }, 'certificate-arn', 'certificateArns[0]'],
    ['an ARN has a short account', { certificateArns: ['arn:aws:acm:eu-central-1:12345:certificate/a'] }, 'certificate-arn', 'certificateArns[0]'],
    ['an ARN has no region', { certificateArns: ['arn:aws:acm::123456789012:certificate/a'] }, 'certificate-arn', 'certificateArns[0]'],
    ['certificates are of two regions', { certificateArns: [ACM, ACM.replace('eu-central-1', 'us-east-1')] }, 'regions-agree', 'certificateArns'],
    ['the filter is of another region', { certificateArns: [ACM], wafAclArn: WEB_ACL.replace('eu-central-1', 'us-east-1') }, 'regions-agree', 'certificateArns, wafAclArn'],
    ['a certificate stands twice', { certificateArns: [ACM, ACM] }, 'certificates-distinct', 'certificateArns'],
    ['there are no certificates in the list', { certificateArns: [] }, 'list-present', 'certificateArns'],
    ['the filter is for CloudFront', { wafAclArn: WEB_ACL.replace('regional', 'global') }, 'waf-acl-arn', 'wafAclArn'],
    ['the policy is none', { sslPolicy: 'TLS13' }, 'ssl-policy', 'sslPolicy'],
    ['the name is too long', { loadBalancerName: 'a'.repeat(33) }, 'load-balancer-name', 'loadBalancerName'],
    ['the name begins as those of AWS', { loadBalancerName: 'internal-a' }, 'load-balancer-name', 'loadBalancerName'],
    ['the group has capitals', { groupName: 'Public' }, 'group-name', 'groupName'],
    ['the group is too long', { groupName: 'a'.repeat(64) }, 'group-name', 'groupName'],
    ['the order is out of range', { groupOrder: 1001 }, 'group-order', 'groupOrder'],
    ['there is one subnet', { subnets: ['subnet-a'] }, 'subnets-zones', 'subnets'],
    ['a subnet stands twice', { subnets: ['subnet-a', 'subnet-a'] }, 'list-entries', 'subnets'],
    ['there are no security groups in the list', { securityGroups: [] }, 'list-present', 'securityGroups'],
    ['addresses would be left aside', { securityGroups: ['sg-1'], inboundCidrs: ['10.0.0.0/8'] }, 'inbound-cidrs-once', 'inboundCidrs, securityGroups'],
    ['an address has no range', { inboundCidrs: ['10.0.0.1'] }, 'cidr', 'inboundCidrs[0]'],
    ['a range is too narrow', { inboundCidrs: ['10.0.0.0/33'] }, 'cidr', 'inboundCidrs[0]'],
    ['an address is none', { inboundCidrs: ['::/0', '10.0.0.256/8'] }, 'cidr', 'inboundCidrs[1]'],
    ['logs go to an address', { accessLogsBucket: 's3://logs' }, 'access-logs', 'accessLogsBucket'],
    ['logs have a folder alone', { accessLogsPrefix: 'alb' }, 'access-logs', 'accessLogsPrefix'],
    ['the folder begins with a slash', { accessLogsBucket: 'logs', accessLogsPrefix: '/alb' }, 'access-logs', 'accessLogsPrefix'],
    ['connections are idle for too long', { idleTimeout: Duration.hours(2) }, 'idle-timeout', 'idleTimeout'],
    ['connections are idle for half a second', { idleTimeout: Duration.millis(500) }, 'duration-whole-seconds', 'idleTimeout'],
    ['an attribute is none', { loadBalancerAttributes: { http2: 'true' } }, 'attribute', 'loadBalancerAttributes["http2"]'],
    ['an attribute breaks the list', { targetGroupAttributes: { 'stickiness.enabled': 'true,a=b' } }, 'attribute', 'targetGroupAttributes["stickiness.enabled"]'],
    ['an attribute is set twice', {
      idleTimeout: Duration.minutes(1), loadBalancerAttributes: { 'idle_timeout.timeout_seconds': '30' },
    }, 'attribute-once', 'loadBalancerAttributes["idle_timeout.timeout_seconds"]'],
    ['a tag is one of AWS', { tags: { 'aws:a': 'b' } }, 'tag', 'tags["aws:a"]'],
    ['a tag breaks the list', { tags: { a: 'b,c=d' } }, 'tag', 'tags["a"]'],
    ['there are too many tags', { tags: Object.fromEntries(Array.from({ length: 48 }, (_, index) => [`tag-${index}`, ''])) }, 'tags-count', 'tags'],
  ])('%s', (_name, props, rule, prop) => {
    const error = errorOf((chart) => new AlbEntryPoint(chart, 'public', { hosts: ['a.com'], ...props }));

    expect(error).toMatch(/^app\/public: /);
    expect(error).toContain(`[${rule}] ${prop}: `);
  });
});

describe('a health check fails when', () => {
  test.each<[string, AwsHealthCheck, AwsTargetType | undefined, string, string]>([
    ['a port of the pods is asked on the nodes', { port: 15021 }, INSTANCE, 'health-check-port', 'port'],
    ['a port is named twice', { port: 15021, portName: 'status-port' }, undefined, 'health-check-port', 'port, healthCheck.portName'],
    ['the port is none', { port: 0 }, undefined, 'port-range', 'port'],
    ['the name of the port is a number', { portName: '15021' }, undefined, 'health-check-port', 'portName'],
    ['the path is none', { path: 'healthz' }, undefined, 'health-check-path', 'path'],
    ['the interval is too short', { interval: Duration.seconds(4), timeout: Duration.seconds(2) }, undefined, 'health-check-range', 'interval'],
    ['an answer may come after the next question', { interval: Duration.seconds(10), timeout: Duration.seconds(10) }, undefined, 'health-check-timeout', 'timeout'],
    ['an answer may by default come after the next question', { interval: Duration.seconds(5) }, undefined, 'health-check-timeout', 'timeout'],
    ['the threshold is too low', { healthyThreshold: 1 }, undefined, 'health-check-range', 'healthyThreshold'],
    ['the codes are none', { successCodes: 'OK' }, undefined, 'health-check-codes', 'successCodes'],
  ])('%s', (_name, healthCheck, targetType, rule, prop) => {
    const error = errorOf((chart) => new AlbEntryPoint(chart, 'public', { hosts: ['a.com'], healthCheck, targetType }));

    expect(error).toContain(`[${rule}] healthCheck.${prop}: `);
  });
});

describe('all is well with', () => {
  test.each<[string, AlbEntryPointProps]>([
    ['a certificate of China', { certificateArns: ['arn:aws-cn:acm:cn-north-1:123456789012:certificate/a'] }],
    ['a certificate of the US government', { certificateArns: ['arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/a'] }],
    ['a certificate of IAM', { certificateArns: ['arn:aws:iam::123456789012:server-certificate/team/main', ACM] }],
    ['a name of 32 characters', { loadBalancerName: 'a'.repeat(32) }],
    ['a group with dots', { groupName: 'team-a.public', groupOrder: 1000 }],
    ['a tag with all that AWS takes', { tags: { 'a b+-._:/@é': 'c=d' } }],
    ['a port of the nodes', { targetType: INSTANCE, healthCheck: { port: 30000 } }],
  ])('%s', (_name, props) => {
    expect(() => synth((chart) => new AlbEntryPoint(chart, 'public', { hosts: ['a.com'], ...props }))).not.toThrow();
  });
});
