import { ingressHop, rulesOf } from './hops';
import { leadByWeights } from './lead';
import { audienceOf, entranceOf, nameIn, Way } from './way';
import { Manifest } from '../../core/manifest';
import { at, list, namespaceOf, record, text } from '../../core/read';
import { INGRESS } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { near, SetIndex } from '../../model/manifests/set-index';
import { canaryOf } from '../../model/release/fields';
import { readRoles } from '../../model/summary/read-strategy';
import { Start } from '../../simulator/start/start';
import { serviceShares } from '../shares';

const LEADING = new SetIndex(INGRESS, (ingress) => rulesOf(ingress).map(({ service }) => near(ingress, service)));

/** The ways of Ingresses that lead to Services of the release without a gateway between. */
export function ingressWays(set: ManifestSet, rollout: Manifest, { release, state }: Start): Way[] {
  const split = splitAt(canaryOf(rollout));
  const { services } = readRoles(record(at(rollout, 'spec', 'strategy')));
  const names = [...new Set([...Object.keys(state.services), ...split.services])];
  const found = new Set(names.flatMap((name) => LEADING.find(set, near(rollout, name))));
  return [...found].flatMap((ingress) => rulesOf(ingress).filter(({ service }) => names.includes(service)).map(({ host, path, service }): Way => {
    const roles = services.filter(({ name }) => name === service).map(({ role }) => role);
    const match = path === '' || path === '/' ? undefined : `path ${path}`;
    const id = `${nameIn(namespaceOf(rollout), ingress)}/${host}${path}`;
    return {
      entrance: entranceOf(id, audienceOf(roles), [host || '*'], [ingressHop(ingress)], match),
      lead: (current) => split.services.includes(service) && split.ingresses.includes(text(at(ingress, 'metadata', 'name')))
        ? leadByWeights(release, current)
        : { targets: [{ percent: 100, service, revisions: serviceShares(current, current.services[service]) }] },
    };
  }));
}

/** The Ingresses whose requests other routers than Istio split, and the Services to which these lead. */
function splitAt(canary: Manifest | undefined): { readonly ingresses: string[]; readonly services: string[] } {
  const { alb, nginx } = record(canary?.trafficRouting);
  const named = [record(alb).ingress, ...list(record(alb).ingresses), record(nginx).stableIngress, ...list(record(nginx).stableIngresses)];
  const services = [...alb ? [text(record(alb).rootService) || text(canary?.stableService)] : [], ...nginx ? [text(canary?.stableService)] : []];
  return { ingresses: named.map(text).filter(Boolean), services: services.filter(Boolean) };
}
