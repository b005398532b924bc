import { AlbBackendProtocol, AlbEntryPointProps } from './alb-entry-point-props';
import { AlbListener } from './alb-listener';
import { compact } from '../../core/manifest';
import { HEALTH_CHECK_PATH, healthCheckPort } from '../aws-health-check';
import { attributesOf, AwsLoadBalancerScheme, DEFAULT_SSL_POLICY, listText, mapText } from '../aws-load-balancer-options';
import { AwsTargetType } from '../aws-target-type';

const PREFIX = 'alb.ingress.kubernetes.io/';

export function listenersOf(props: AlbEntryPointProps): AlbListener[] {
  return props.listeners ?? [AlbListener.http(), AlbListener.https()];
}

/** The listener to which plain requests are redirected. */
export function redirectTarget(props: AlbEntryPointProps): AlbListener | undefined {
  const listeners = listenersOf(props);
  const redirects = props.redirectToHttps ?? listeners.some(({ _isHttps }) => !_isHttps);
  return redirects ? listeners.find(({ _isHttps }) => _isHttps) : undefined;
}

/** What the AWS controller reads from the Ingress; all values are texts. */
export function albAnnotations(props: AlbEntryPointProps): Record<string, string> {
  const { securityGroups, idleTimeout } = props;
  const https = listenersOf(props).some(({ _isHttps }) => _isHttps);
  const values = compact({
    'scheme': props.scheme ?? AwsLoadBalancerScheme.INTERNAL,
    'listen-ports': JSON.stringify(listenersOf(props).map((listener) => listener._toJson())),
    'certificate-arn': listText(props.certificateArns),
    'ssl-policy': https ? props.sslPolicy ?? DEFAULT_SSL_POLICY : undefined,
    'ssl-redirect': redirectTarget(props)?._port.toString(),
    'target-type': props.targetType ?? AwsTargetType.IP,
    'backend-protocol': props.backendProtocol ?? AlbBackendProtocol.HTTP,
    'backend-protocol-version': props.backendProtocolVersion,
    ...healthCheck(props),
    'load-balancer-name': props.loadBalancerName,
    'group.name': props.groupName,
    'group.order': props.groupOrder?.toString(),
    'subnets': listText(props.subnets),
    'security-groups': listText(securityGroups),
    'manage-backend-security-group-rules': props.manageBackendSecurityGroupRules?.toString(),
    'inbound-cidrs': listText(props.inboundCidrs),
    'ip-address-type': props.ipAddressType,
    'wafv2-acl-arn': props.wafAclArn,
    'shield-advanced-protection': props.shieldAdvanced?.toString(),
    'load-balancer-attributes': mapText(attributesOf(props, { ...idleTimeout && { [IDLE_TIMEOUT]: String(idleTimeout.toSeconds()) } })),
    'target-group-attributes': mapText(props.targetGroupAttributes),
    'tags': mapText(props.tags),
  });
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${PREFIX}${name}`, value!]));
}

export const IDLE_TIMEOUT = 'idle_timeout.timeout_seconds';

function healthCheck(props: AlbEntryPointProps) {
  const check = props.healthCheck ?? {};
  return {
    'healthcheck-protocol': 'HTTP',
    'healthcheck-port': healthCheckPort(check, props.targetType ?? AwsTargetType.IP),
    'healthcheck-path': check.path ?? HEALTH_CHECK_PATH,
    'healthcheck-interval-seconds': check.interval?.toSeconds().toString(),
    'healthcheck-timeout-seconds': check.timeout?.toSeconds().toString(),
    'healthy-threshold-count': check.healthyThreshold?.toString(),
    'unhealthy-threshold-count': check.unhealthyThreshold?.toString(),
    'success-codes': check.successCodes,
  };
}

/** Of these the Ingresses of a group may not say different things: the AWS controller would stop for all of them. */
const EXCLUSIVE = [
  'scheme', 'ssl-redirect', 'ssl-policy', 'load-balancer-name', 'subnets', 'security-groups', 'manage-backend-security-group-rules', 'ip-address-type',
  'wafv2-acl-arn', 'shield-advanced-protection',
];

/** The names of the annotations in which two Ingresses of a group contradict each other. */
export function contradictions(one: Record<string, string>, other: Record<string, string>): string[] {
  return EXCLUSIVE.map((name) => PREFIX + name).filter((name) => one[name] !== undefined && other[name] !== undefined && one[name] !== other[name]);
}
