import { at, items, namespaceOf, shown } from '../../../core/read';
import { ROLLOUT, SERVICE } from '../../../model/manifests/kinds';
import { readRelease } from '../../../model/release/read-release';
import { Rule } from '../../rule';
import { Severity } from '../../severity';

export const servicePortsEqual: Rule = {
  id: 'service-ports-equal',
  severity: Severity.WARNING,
  summary: 'the Services of one Rollout have the same ports',
  why: 'a route leads to one port; after the switch, or on the other version, nothing answers at it',
  remedy: 'give both Services the same ports',
  kinds: [ROLLOUT],
  example: {
    bad: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, previewService: app-preview }
      ---
      kind: Service
      metadata: { name: app }
      spec:
        ports: [ { port: 80 } ]
      ---
      kind: Service
      metadata: { name: app-preview }
      spec:
        ports: [ { port: 8080 } ]
    `,
    good: `
      kind: Rollout
      spec:
        strategy:
          blueGreen: { activeService: app, previewService: app-preview }
      ---
      kind: Service
      metadata: { name: app }
      spec:
        ports: [ { port: 80 } ]
      ---
      kind: Service
      metadata: { name: app-preview }
      spec:
        ports: [ { port: 80 } ]
    `,
  },
  check: (rollout, { set }) => {
    const known = readRelease(rollout).services.flatMap(({ name, path }) => {
      const service = set.find(SERVICE, name, namespaceOf(rollout));
      return service ? [{ name, path, ports: portsOf(service) }] : [];
    });
    return known.slice(1).filter(({ ports }) => ports !== known[0].ports).map(({ name, path, ports }) => ({
      path, value: name, message: `Service ${name} has the ports ${ports || 'none'}, Service ${known[0].name} has ${known[0].ports || 'none'}`,
    }));
  },
};

function portsOf(service: unknown): string {
  return items(at(service, 'spec', 'ports'), '').map(({ value }) => shown(value.port)).sort().join(', ');
}
