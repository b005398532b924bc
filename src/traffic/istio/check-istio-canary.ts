import { CanaryPreview, PREVIEW_ROUTE } from './canary-preview';
import { attachmentOf, weightedHttpRoutes } from './canary-routes';
import { CanaryVirtualService, CanaryVirtualServiceProps } from './canary-virtual-service';
import { IstioTrafficRouterProps } from './istio-traffic-router-props';
import { checkAttachment } from './object/check-attachment';
import { checkHttpOptions } from './route/render-http-options';
import { checkDnsLabel } from '../../core/checks';
import { Problem } from '../../core/problems';
import { CanaryRollout } from '../../rollout/canary-rollout';

/** What the props of the Istio router can get wrong, given the rollout's names. */
export function checkIstioCanary(rollout: CanaryRollout, props: IstioTrafficRouterProps): Problem[] {
  const { virtualServices, preview } = props;
  if (virtualServices.length === 0) {
    return [{ rule: 'virtual-services-present', prop: 'virtualServices', wrong: 'is empty', remedy: 'pass one, or leave it out to have one created' }];
  }
  const prefix = (index: number) => virtualServices.length === 1 ? '' : `virtualServices[${index}].`;
  return [
    ...virtualServices.flatMap((target, index) => target._created
      ? checkCreated(prefix(index), rollout, target._created)
      : target._problems(`virtualServices[${index}]`)),
    ...checkNames(rollout, virtualServices, preview),
    ...checkSubsets(rollout, props),
    ...preview ? checkPreview(rollout, preview, virtualServices) : [],
  ];
}

function checkCreated(prefix: string, rollout: CanaryRollout, props: CanaryVirtualServiceProps): Problem[] {
  const attachment = attachmentOf(rollout, props);
  const routes = weightedHttpRoutes(props);
  const names = routes.map(({ name }) => name!);
  const reserved = [...rollout.managedRoutes, PREVIEW_ROUTE];
  return [
    ...checkAttachment(attachment, prefix),
    ...routes.flatMap((route, index) => checkHttpOptions(`${prefix}httpRoutes[${index}]`, route)),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
      rule: 'route-names-distinct', prop: `${prefix}httpRoutes`, wrong: 'two routes have one name', got: name, remedy: 'name each route differently',
    })),
    ...names.filter((name) => reserved.includes(name)).map((name) => ({
      rule: 'route-name-managed',
      prop: `${prefix}httpRoutes`,
      wrong: 'a managed or preview route has this name, and would replace the weighted one',
      got: name,
      remedy: 'name the route differently',
    })),
    ...(props.tlsRoutes ?? []).flatMap(({ sniHosts }, index) => sniHosts.filter((host) => !attachment.hosts.includes(host)).map((host) => ({
      rule: 'sni-host-served', prop: `${prefix}tlsRoutes[${index}].sniHosts`, wrong: 'is not among hosts', got: host, remedy: 'add it to hosts',
    }))),
  ];
}

function checkNames(rollout: CanaryRollout, targets: CanaryVirtualService[], preview: CanaryPreview | undefined): Problem[] {
  const created = targets.flatMap(({ _created }) => _created ? [_created.virtualServiceName ?? rollout.name] : []);
  const previews = (preview?._hosts ?? []).map(({ virtualServiceName }) => virtualServiceName ?? `${rollout.name}-canary`);
  const names = [...created, ...previews];
  return [
    ...names.flatMap((name) => checkDnsLabel('virtualServiceName', name)),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
      rule: 'virtual-service-names-distinct', prop: 'virtualServiceName', wrong: 'two VirtualServices have one name', got: name, remedy: 'give each a name of its own',
    })),
  ];
}

function checkSubsets(rollout: CanaryRollout, props: IstioTrafficRouterProps): Problem[] {
  const subsets = props.splitting?._subsets;
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
  const missing = destinationRule ? [stableSubset, canarySubset].filter((name) => !destinationRule.subsetNames.includes(name)) : [];
  problems.push(...missing.map((name) => ({
    rule: 'subset-exists', prop: 'splitting.destinationRule', wrong: `DestinationRule ${destinationRule!.name} lacks the subset`, got: name, remedy: 'add the subset',
  })));
  if (destinationRule && destinationRule.host.split('.')[0] !== rollout._serviceNames[0]) {
    problems.push({
      rule: 'destination-rule-host',
      prop: 'splitting.destinationRule',
      wrong: `is about another host than the Service ${rollout._serviceNames[0]}`,
      got: destinationRule.host,
      remedy: 'pass a DestinationRule for this Service',
    });
  }
  return problems;
}

function checkPreview(rollout: CanaryRollout, preview: CanaryPreview, targets: CanaryVirtualService[]): Problem[] {
  if (rollout._roles === 'ping-pong') {
    return [{
      rule: 'preview-ping-pong',
      prop: 'preview',
      wrong: 'with pingPong the Services swap roles, so no route in Git leads to the new version always',
      remedy: 'leave it out, and use CanaryStep.setHeaderRoute',
    }];
  }
  const created = targets.flatMap(({ _created }) => _created ?? []);
  const problems = preview._problems(created.flatMap(({ hosts }) => hosts ?? []));
  const http = created.some((props) => weightedHttpRoutes(props).length > 0);
  const tls = created.some((props) => props.tlsRoutes?.length);
  if (preview._headers.length > 0 && !http) {
    problems.push({ rule: 'preview-route', prop: 'preview.header', wrong: 'there is no created http route to put it before', remedy: 'use CanaryPreview.host, or write the route into your VirtualService' });
  }
  if (preview._hosts.length > 0 && created.length > 0 && !http && !tls) {
    problems.push({ rule: 'preview-route', prop: 'preview.host', wrong: 'tcp connections name no host', remedy: 'leave it out, and reach the new version by its Service' });
  }
  return problems;
}
