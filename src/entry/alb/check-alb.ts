import { ApiObject } from 'cdk8s';
import { contradictions, IDLE_TIMEOUT, listenersOf } from './alb-annotations';
import { AlbBackendProtocol, AlbEntryPointProps } from './alb-entry-point-props';
import { checkListeners } from './alb-listener';
import { checkDnsSubdomain, checkHost, checkWhole, checkWholeSeconds } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { hostsOverlap } from '../../core/hosts';
import { Manifest } from '../../core/manifest';
import { Rollout } from '../../rollout/rollout';
import { judge } from '../../traffic/istio/object/check-gateway';
import { IstioGateway } from '../../traffic/istio/object/gateway';
import { kindOf } from '../../traffic/istio/object/gateway-hosts';
import { checkArns } from '../aws-values';
import { checkLoadBalancer } from '../check-load-balancer';
import { entranceOf, EntryScope, publicHosts } from '../entry-hosts';
import { gatewayServiceOf } from '../istio-gateway-service';

const GROUP = /^([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/;
const MAX_IDLE_SECONDS = 4000;

/** What the props of an ALB can get wrong on their own. */
export function checkAlb(name: string, props: AlbEntryPointProps): Problem[] {
  const { groupName, metadata, idleTimeout } = props;
  const gatewayService = gatewayServiceOf(props);
  const problems: Problem[] = groupName === undefined || (groupName.length <= 63 && GROUP.test(groupName)) ? [] : [{
    rule: 'group-name', prop: 'groupName', wrong: 'is no name of a group', got: groupName, remedy: 'use at most 63 lower-case letters, digits, "-" and ".", with a letter or digit first and last',
  }];
  if (metadata?.namespace !== undefined && metadata.namespace !== (gatewayService._namespace ?? metadata.namespace)) {
    problems.push({
      rule: 'ingress-namespace',
      prop: 'metadata.namespace',
      wrong: `an Ingress reaches Services of its own namespace alone, and the gateway Service is in ${gatewayService._namespace}`,
      got: metadata.namespace,
      remedy: 'leave it out, or pass the gatewayService of that namespace',
    });
  }
  if ((idleTimeout?.toMilliseconds() ?? 1) > MAX_IDLE_SECONDS * 1000) {
    problems.push({ rule: 'idle-timeout', prop: 'idleTimeout', wrong: `must be ${MAX_IDLE_SECONDS} s or less`, got: idleTimeout!.toHumanString(), remedy: 'shorten it' });
  }
  return [
    ...problems,
    ...checkDnsSubdomain('metadata.name', name),
    ...gatewayService._problems('gatewayService'),
    ...checkDnsSubdomain('ingressClassName', props.ingressClassName ?? 'alb'),
    ...(props.hosts ?? []).flatMap((host, index) => checkHost(`hosts[${index}]`, host)),
    ...checkWhole('group-order', 'groupOrder', props.groupOrder, { min: -1000, max: 1000 }),
    ...checkWholeSeconds('idleTimeout', idleTimeout, 1),
    ...checkListeners(listenersOf(props)),
    ...checkTls(props),
    ...checkArns(props.certificateArns ?? [], props.wafAclArn),
    ...checkLoadBalancer(props, { interval: 15, timeout: 5 }, idleTimeout ? [IDLE_TIMEOUT] : []),
  ];
}

function checkTls(props: AlbEntryPointProps): Problem[] {
  const https = listenersOf(props).some(({ _isHttps }) => _isHttps);
  const problems: Problem[] = props.redirectToHttps && !https ? [{
    rule: 'redirect-listener', prop: 'redirectToHttps', wrong: 'there is no HTTPS listener to redirect to', remedy: 'add AlbListener.https(), or leave it out',
  }] : [];
  if (props.certificateArns?.length && !https) {
    problems.push({ rule: 'certificate-listener', prop: 'certificateArns', wrong: 'no listener uses them', remedy: 'add AlbListener.https()' });
  }
  if (props.anyHost && https && !props.certificateArns?.length) {
    problems.push({
      rule: 'certificate-known', prop: 'certificateArns', wrong: 'are missing, and with anyHost there are no hosts to find certificates by', remedy: 'name the certificates',
    });
  }
  return problems;
}

const MAX_HOST = 128;

/** Once the tree is finished: what comes in through the ALB. */
export function checkHosts(rollouts: Rollout[], hosts: string[], scope: EntryScope, props: AlbEntryPointProps): Problem[] {
  const without = rollouts.filter((rollout) => entranceOf(rollout, scope).flatMap(({ _spec }) => publicHosts(_spec)).length === 0);
  const problems: Problem[] = without.map((rollout) => ({
    rule: 'rollout-hosts',
    prop: 'rollouts',
    wrong: 'no host is known by which users would reach the rollout through these Gateways',
    got: rollout.name,
    remedy: 'give it hosts and gateways, or leave it out and name them in hosts',
  }));
  if (hosts.length === 0 && rollouts.length === 0 && !props.anyHost) {
    problems.push({ rule: 'hosts-present', prop: 'rollouts, hosts', wrong: 'there is no host, and nobody would come in', remedy: 'pass rollouts or hosts, or set anyHost: true' });
  }
  const catchAll = !props.anyHost && hosts.includes('*') && !props.certificateArns?.length && listenersOf(props).some(({ _isHttps }) => _isHttps);
  if (catchAll && hosts.length === 1) {
    problems.push({ rule: 'certificate-known', prop: 'certificateArns', wrong: 'are missing, and "*" is no host to find certificates by', remedy: 'name the certificates' });
  }
  return [...problems, ...props.anyHost ? [] : hosts.filter((host) => host.length > MAX_HOST).map((host) => ({
    rule: 'host-length', prop: 'hosts', wrong: `an ALB takes hosts of up to ${MAX_HOST} characters`, got: host, remedy: 'use a shorter host, or set anyHost: true',
  }))];
}

/** Once the tree is finished: whether the Gateways take what the ALB sends. */
export function checkBackends(rollouts: Rollout[], port: number, scope: EntryScope, { backendProtocol }: AlbEntryPointProps): Problem[] {
  const secured = backendProtocol === AlbBackendProtocol.HTTPS;
  return judge((specOf) => rollouts.flatMap((rollout) => entranceOf(rollout, scope)).flatMap((virtualService) => {
    const created = virtualService.gateways.filter((gateway): gateway is IstioGateway => gateway instanceof IstioGateway);
    return created.length < virtualService.gateways.length ? [] : publicHosts(specOf(virtualService)).flatMap((host) => {
      const servers: Manifest[] = created.flatMap((gateway) => specOf(gateway).servers)
        .filter((server) => server.port.number === port && server.hosts.some((text: string) => hostsOverlap(text.replace(/^.*\//, ''), host)));
      const fits = (server: Manifest) => kindOf(server) === 'http' && (server.port.protocol === 'HTTPS') === secured;
      return servers.length === 0 || servers.some(fits) ? [] : [backendProblem(servers, host, port, secured)];
    });
  }));
}

function backendProblem(servers: Manifest[], host: string, port: number, secured: boolean): Problem {
  if (!secured && servers.every((server) => kindOf(server) === 'redirect')) {
    return {
      rule: 'gateway-redirect-loop',
      prop: 'gateways',
      wrong: `the Gateway redirects what the ALB sends to port ${port}, for ever`,
      got: host,
      remedy: 'use IstioGatewayServer.http there and redirectToHttps here, or backendProtocol HTTPS',
    };
  }
  return {
    rule: 'gateway-backend-protocol',
    prop: 'backendProtocol',
    wrong: `the Gateway does not take ${secured ? 'HTTPS' : 'plain HTTP'} on port ${port}`,
    got: host,
    remedy: `use ${secured ? 'IstioGatewayServer.https' : 'IstioGatewayServer.http'} there, or another port of gatewayService or backendProtocol here`,
  };
}

/** An entry point that shares a load balancer with others. */
interface GroupMember {
  readonly name: string;
  readonly apiObject: ApiObject;
  readonly _annotations: Record<string, string>;
}

/** Judges by the props; where something is wrong, once more with the patches of the user, which may have put it right. */
export function checkGroup(entryPoint: GroupMember, group: readonly GroupMember[]): Problem[] {
  const check = (annotationsOf: (one: GroupMember) => Record<string, string>) => group.flatMap((other) => {
    const own = annotationsOf(entryPoint);
    return contradictions(own, annotationsOf(other)).map((name) => ({
      rule: 'group-agrees', prop: 'groupName', wrong: `${other.name} of the same group has another ${name}`, got: own[name], remedy: 'set it alike on both',
    }));
  });
  return check(({ _annotations }) => _annotations).length === 0 ? [] : check(({ apiObject }) => apiObject.toJson().metadata.annotations ?? {});
}
