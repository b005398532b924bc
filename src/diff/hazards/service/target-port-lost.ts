import { Manifest } from '../../../core/manifest';
import { at, given, items, nameOf, namespaceOf, shown } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { RolloutPair } from '../../environment';
import { isKind } from '../../objects/is-kind';
import { HeldTemplate } from '../../template/template-of';
import { Hazard } from '../hazard';

export const targetPortLost: Hazard = {
  id: 'target-port-lost',
  severity: Severity.ERROR,
  summary: 'a Service leads to a port that running pods do not have',
  why: 'it changes at once, and pods only by a release: until the new version has taken over the callers get no answer',
  remedy: 'let the pods listen on both ports by a release first, or name the port in the pods and lead to the name',
  ofObject: ({ old, now, environment }) => {
    if (!old || !now || !isKind(now.manifest, SERVICE)) {
      return [];
    }
    const rollouts = environment.runningBehind(namespaceOf(old.manifest), at(old.canonical, 'spec', 'selector')).filter((rollout) => rollout.now);
    const before = items(at(old.manifest, 'spec', 'ports'), '').map(({ value }) => value);
    return items(at(now.manifest, 'spec', 'ports'), 'spec.ports').flatMap(({ value, path }) => {
      const was = before.find(({ port }) => port === value.port);
      return was === undefined || targetOf(was) === targetOf(value)
        ? []
        : rollouts.flatMap((rollout) => violations(rollout, targetOf(was), targetOf(value), `${path}.targetPort`));
    });
  },
};

function targetOf({ port, targetPort }: Manifest): unknown {
  return given(targetPort) && targetPort !== 0 ? targetPort : port;
}

function violations({ old, running, next }: RolloutPair, before: unknown, after: unknown, path: string): Violation[] {
  const has = (template: HeldTemplate | undefined, target: unknown) => (
    portsOf(template).some(({ containerPort, name }) => target === containerPort || target === name)
  );
  if (has(running, after) || (typeof after === 'number' && !has(running, before))) {
    return [];
  }
  // Containers need not say on which numbers they listen; where the new version says so, and the old one another, it is sure.
  const isSure = typeof after === 'string' || has(next, after);
  return [{
    path,
    value: after,
    message: `running pods of ${nameOf(old!.manifest)} have no port ${shown(after)}`,
    ...!isSure && { severity: Severity.WARNING },
  }];
}

function portsOf(template: HeldTemplate | undefined): Manifest[] {
  return items(at(template?.effective, 'spec', 'containers'), '').flatMap(({ value }) => items(value.ports, '').map((port) => port.value));
}
