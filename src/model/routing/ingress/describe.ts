import { ingressClass } from './read-ingress';
import { Manifest } from '../../../core/manifest';
import { at, text } from '../../../core/read';
import { Route } from '../route';

/** A path of an Ingress is told by its host and itself. */
export function ingressRouteId({ hosts, matches }: Pick<Route, 'hosts' | 'matches'>, name: string): string {
  const [match] = matches;
  return `${name}/${hosts[0] ?? ''}${match === undefined ? '' : match.conditions[0]?.values[0] ?? '/'}`;
}

/** The kind of load balancer that serves an Ingress, and where it can be reached from: `ALB, internet-facing`. */
export function loadBalancerTitle(ingress: Manifest): string {
  const name = ingressClass(ingress);
  const scheme = text(at(ingress, 'metadata', 'annotations', 'alb.ingress.kubernetes.io/scheme'));
  return [name === 'alb' ? 'ALB' : name || 'load balancer', scheme].filter(Boolean).join(', ');
}
