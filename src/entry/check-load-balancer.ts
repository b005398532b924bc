import { checkHealthCheck, HealthCheckTimes } from './aws-health-check';
import { attributesOf, AwsLoadBalancerOptions } from './aws-load-balancer-options';
import { AwsTargetType } from './aws-target-type';
import { checkAttributes, checkCidrs, checkList, checkLoadBalancerName, checkTags } from './aws-values';
import { Problem } from '../core/checks/problems';

const BUCKET = /^[a-z0-9][-a-z0-9.]{1,61}[a-z0-9]$/;

/** What ALB and NLB props can get wrong alike: values that the AWS controller or AWS would refuse, or leave aside. */
export function checkLoadBalancer(props: AwsLoadBalancerOptions, defaults: HealthCheckTimes, further: string[] = []): Problem[] {
  const target = props.targetType ?? AwsTargetType.IP;
  return [
    ...checkLoadBalancerName(props.loadBalancerName),
    ...checkHealthCheck(props.healthCheck ?? {}, target, defaults),
    ...checkSslPolicy(props.sslPolicy),
    ...checkSubnets(props.subnets),
    ...checkList('certificateArns', props.certificateArns).filter(({ rule }) => rule === 'list-present'),
    ...checkList('securityGroups', props.securityGroups),
    ...checkList('inboundCidrs', props.inboundCidrs),
    ...checkCidrs('inboundCidrs', props.inboundCidrs),
    ...checkExclusive(props),
    ...checkAccessLogs(props),
    ...checkAttributes('loadBalancerAttributes', props.loadBalancerAttributes),
    ...checkAttributes('targetGroupAttributes', props.targetGroupAttributes),
    ...checkSetOnce(props, further),
    ...checkTags(props.tags),
  ];
}

function checkSslPolicy(policy: string | undefined): Problem[] {
  return policy === undefined || /^ELBSecurityPolicy-[-A-Za-z0-9]+$/.test(policy) ? [] : [{
    rule: 'ssl-policy', prop: 'sslPolicy', wrong: 'is no name of a policy', got: policy, remedy: 'write for instance ELBSecurityPolicy-TLS13-1-2-2021-06',
  }];
}

function checkSubnets(subnets: string[] | undefined): Problem[] {
  return subnets?.length !== 1 ? checkList('subnets', subnets) : [{
    rule: 'subnets-zones', prop: 'subnets', wrong: 'is one, and a load balancer stands in two zones at least', got: subnets, remedy: 'name a subnet of another zone too, or leave it out',
  }];
}

/** Everybody would come in, against what was asked for. */
function checkExclusive({ inboundCidrs, securityGroups }: AwsLoadBalancerOptions): Problem[] {
  return !inboundCidrs || !securityGroups ? [] : [{
    rule: 'inbound-cidrs-once',
    prop: 'inboundCidrs, securityGroups',
    wrong: 'the AWS controller leaves the addresses aside where security groups are given',
    remedy: 'write the addresses into the security groups, or leave securityGroups out',
  }];
}

function checkAccessLogs({ accessLogsBucket: bucket, accessLogsPrefix: prefix }: AwsLoadBalancerOptions): Problem[] {
  const problems: Problem[] = bucket === undefined || BUCKET.test(bucket) ? [] : [{
    rule: 'access-logs', prop: 'accessLogsBucket', wrong: 'is no name of a bucket', got: bucket, remedy: 'write the name alone, without s3:// and folders',
  }];
  if (prefix !== undefined && (bucket === undefined || !/^[^/,\s\\]([^,\s\\]*[^/,\s\\])?$/.test(prefix))) {
    problems.push({
      rule: 'access-logs',
      prop: 'accessLogsPrefix',
      wrong: bucket === undefined ? 'is a folder of no bucket' : 'is no folder',
      got: prefix,
      remedy: bucket === undefined ? 'name the bucket with accessLogsBucket' : 'leave out a slash at either end, commas and spaces',
    });
  }
  return problems;
}

function checkSetOnce(props: AwsLoadBalancerOptions, further: string[]): Problem[] {
  const named = [...Object.keys(attributesOf({ ...props, loadBalancerAttributes: undefined })), ...further];
  return Object.keys(props.loadBalancerAttributes ?? {}).filter((name) => named.includes(name)).map((name) => ({
    rule: 'attribute-once', prop: `loadBalancerAttributes["${name}"]`, wrong: 'is set by a prop of its own too', remedy: 'leave one out',
  }));
}
