import { Manifest } from '../../core/manifest';

/** The Services and subsets of a strategy, by name, with the role each has. */
export interface Roles {
  readonly services: Array<{ readonly name: string; readonly role: string }>;
  readonly subsets: Record<string, string>;
}

export function readRoles(strategy: Manifest): Roles {
  const { blueGreen = {}, canary = {} } = strategy;
  const rule = canary.trafficRouting?.istio?.destinationRule;
  const byRole = {
    active: blueGreen.activeService,
    preview: blueGreen.previewService,
    stable: canary.stableService,
    canary: canary.canaryService,
    ping: canary.pingPong?.pingService,
    pong: canary.pingPong?.pongService,
  };
  return {
    services: Object.entries(byRole).filter(([, name]) => name).map(([role, name]) => ({ name, role })),
    subsets: rule ? { [rule.stableSubsetName]: 'stable', [rule.canarySubsetName]: 'canary' } : {},
  };
}
