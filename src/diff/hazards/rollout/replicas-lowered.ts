import { namespaceOf, nameOf, number, text } from '../../../core/read';
import { ROLLOUT } from '../../../model/manifests/kinds';
import { autoscalerOf, targetOf } from '../../../model/release/autoscaler';
import { readRelease } from '../../../model/release/read-release';
import { Severity } from '../../../validation/severity';
import { boundOf, scalesRollout } from '../autoscaler-bounds';
import { Hazard } from '../hazard';

export const replicasLowered: Hazard = {
  id: 'replicas-lowered',
  severity: Severity.WARNING,
  summary: 'a Rollout gets less than half of its pods, or an autoscaler fewer than run',
  why: 'the pods beyond that number go at once, without a release, under whatever load there is',
  remedy: 'lower the number in parts, and look at the load of the pods that are left',
  ofRollout: ({ old, now, environment: { after } }) => {
    const [before, next] = [old, now].map((placed) => placed && readRelease(placed.manifest).replicas);
    if (before === undefined || next === undefined || next >= before || next * 2 >= before) {
      return [];
    }
    // At 0 an autoscaler of Kubernetes does nothing.
    const autoscaler = next === 0 ? undefined : autoscalerOf(after, now!.manifest);
    const then = autoscaler ? `, until ${nameOf(autoscaler)} makes more` : '';
    return [{
      path: 'spec.replicas',
      value: next,
      message: next === 0 ? `all pods go, of ${before}: users get no answer` : `${before} pods become ${next} at once${then}`,
    }];
  },
  ofObject: ({ old, now, environment: { before } }) => {
    if (!now || !scalesRollout(now.manifest)) {
      return [];
    }
    const name = text(targetOf(now.manifest).name);
    const rollout = before.find(ROLLOUT, name, namespaceOf(now.manifest));
    const { path, value: most } = boundOf(now.manifest, 'most');
    const least = old && targetOf(old.manifest).name === name ? number(boundOf(old.manifest, 'least').value) : 0;
    const running = Math.max(least, rollout ? readRelease(rollout).replicas ?? 0 : 0);
    return rollout && typeof most === 'number' && most < running
      ? [{ path, value: most, message: `at least ${running} pods of Rollout ${name} become at most ${most} at once` }]
      : [];
  },
};
