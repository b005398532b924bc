import { CanaryPreview } from './canary-preview';
import { attachmentOf, weightedHttpRoutes } from './canary-routes';
import { CanaryVirtualService, CanaryVirtualServiceProps } from './canary-virtual-service';
import { checkCanaryVirtualService } from './check-canary-virtual-service';
import { checkDnsLabel } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { ServiceRole } from '../../../core/constructs/service-role';
import { CanaryTrafficContext } from '../../../rollout/traffic/traffic-context';
import { checkPassedOrCreated } from '../check-passed-or-created';
import { IstioCanaryTrafficOptions } from '../istio-traffic-options';
import { DestinationRule } from '../object/destination-rule';

const CREATED_BY: Array<keyof CanaryVirtualServiceProps> = [
  'hosts', 'gateways', 'mesh', 'httpRoutes', 'tlsRoutes', 'tcpRoutes', 'precedingRoutes', 'servicePort', 'virtualServiceName', 'exportTo',
];

/** What the options can get wrong, given what the rollout says of itself. */
export function checkIstioCanary(
  context: CanaryTrafficContext, options: IstioCanaryTrafficOptions, virtualServices: CanaryVirtualService[],
): Problem[] {
  const { preview } = options;
  if (virtualServices.length === 0) {
    return [{ rule: 'virtual-services-present', prop: 'virtualServices', wrong: 'is empty', remedy: 'pass one, or leave it out to have one created' }];
  }
  const prefix = (index: number) => virtualServices.length === 1 ? '' : `virtualServices[${index}].`;
  return [
    ...checkPassedOrCreated(options, CREATED_BY, 'leave out virtualServices, or move the other props into CanaryVirtualService.create()'),
    ...virtualServices.flatMap((target, index) => target._created
      ? checkCanaryVirtualService(prefix(index), context, target._created)
      : target._problems(`virtualServices[${index}]`)),
    ...checkNames(context, virtualServices, preview),
    ...checkMeshHosts(context, virtualServices),
    ...checkSubsets(context, options),
    ...preview ? checkPreview(context, preview, virtualServices) : [],
  ];
}

/** Of several VirtualServices for one host a sidecar uses only one. */
function checkMeshHosts(context: CanaryTrafficContext, targets: CanaryVirtualService[]): Problem[] {
  const attachments = targets.map(({ _created }) => _created && attachmentOf(context, _created));
  const before = (index: number) => attachments.slice(0, index).flatMap((other) => other?.mesh ? other.hosts : []);
  const again = (hosts: string[], index: number) => hosts.filter((host) => before(index).includes(host));
  return attachments.flatMap((attachment, index) => again(attachment?.mesh ? attachment.hosts : [], index).map((host) => ({
    rule: 'mesh-hosts-distinct',
    prop: `virtualServices[${index}].hosts`,
    wrong: 'another VirtualService takes the callers of this host inside the mesh',
    got: host,
    remedy: 'set mesh: false on one of them, or name other hosts',
  })));
}

function checkNames(context: CanaryTrafficContext, targets: CanaryVirtualService[], preview: CanaryPreview | undefined): Problem[] {
  const created = targets.flatMap(({ _created }) => _created ? [_created.virtualServiceName ?? context.rolloutName] : []);
  const previews = (preview?._hosts ?? []).map(({ virtualServiceName }) => virtualServiceName ?? `${context.rolloutName}-canary`);
  const names = [...created, ...previews];
  return [
    ...names.flatMap((name) => checkDnsLabel('virtualServiceName', name)),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
      rule: 'virtual-service-names-distinct', prop: 'virtualServiceName', wrong: 'two VirtualServices have one name', got: name, remedy: 'give each a name of its own',
    })),
  ];
}

function checkSubsets(context: CanaryTrafficContext, { splitting }: IstioCanaryTrafficOptions): Problem[] {
  const subsets = splitting?._subsets;
  if (!subsets) {
    return [];
  }
  const { stableSubset, canarySubset, destinationRule, destinationRuleName } = subsets;
  const problems: Problem[] = stableSubset !== canarySubset ? [] : [{
    rule: 'subsets-differ', prop: 'splitting.stableSubset, splitting.canarySubset', wrong: 'must differ', got: stableSubset, remedy: 'name two subsets',
  }];
  if (destinationRule && destinationRuleName) {
    problems.push({
      rule: 'passed-or-created',
      prop: 'splitting.destinationRule, splitting.destinationRuleName',
      wrong: 'a DestinationRule is both passed and named for creation',
      got: destinationRuleName,
      remedy: 'leave one out',
    });
  }
  problems.push(...destinationRule ? checkDnsLabel('splitting.destinationRule', destinationRule.destinationRuleName) : []);
  if (destinationRule instanceof DestinationRule) {
    problems.push(...checkDestinationRule(context, destinationRule, [stableSubset, canarySubset]));
  }
  return problems;
}

/** Of a DestinationRule known by name nobody knows the subsets here. */
function checkDestinationRule({ services: [{ name }] }: CanaryTrafficContext, rule: DestinationRule, subsets: string[]): Problem[] {
  return [
    ...subsets.filter((subset) => !rule.subsetNames.includes(subset)).map((subset) => ({
      rule: 'subset-exists', prop: 'splitting.destinationRule', wrong: `DestinationRule ${rule.name} lacks the subset`, got: subset, remedy: 'add the subset',
    })),
    ...rule.host.split('.')[0] === name ? [] : [{
      rule: 'destination-rule-host',
      prop: 'splitting.destinationRule',
      wrong: `is about another host than the Service ${name}`,
      got: rule.host,
      remedy: 'pass a DestinationRule for this Service',
    }],
  ];
}

function checkPreview(context: CanaryTrafficContext, preview: CanaryPreview, targets: CanaryVirtualService[]): Problem[] {
  if (context.services[0].role === ServiceRole.PING) {
    return [{
      rule: 'preview-ping-pong',
      prop: 'preview',
      wrong: 'with pingPong the Services swap roles, so no route in Git leads to the new version always',
      remedy: 'leave it out, and use CanaryStep.setHeaderRoute',
    }];
  }
  const created = targets.flatMap(({ _created }) => _created ?? []);
  const problems = preview._problems(created.flatMap((props) => attachmentOf(context, props).hosts));
  const http = created.some((props) => weightedHttpRoutes(props).length > 0);
  const tls = created.some((props) => props.tlsRoutes?.length);
  if (created.length === 0 && preview._hosts.some(({ gateways }) => !gateways?.length)) {
    problems.push({
      rule: 'preview-gateways',
      prop: 'preview.host',
      wrong: 'the Gateways of existing VirtualServices are not known here, and testers could not come in',
      remedy: 'pass gateways to CanaryPreview.host()',
    });
  }
  if (preview._headers.length > 0 && !http) {
    problems.push({ rule: 'preview-route', prop: 'preview.header', wrong: 'there is no created http route to put it before', remedy: 'use CanaryPreview.host, or write the route into your VirtualService' });
  }
  if (preview._hosts.length > 0 && created.length > 0 && !http && !tls) {
    problems.push({ rule: 'preview-route', prop: 'preview.host', wrong: 'tcp connections name no host', remedy: 'leave it out, and reach the new version by its Service' });
  }
  return problems;
}
