import { selects } from '../../../core/labels';
import { Manifest } from '../../../core/manifest';
import { at, nameOf, namespaceOf, record, shown } from '../../../core/read';
import { DEPLOYMENT, SERVICE } from '../../../model/manifests/kinds';
import { near, SetIndex } from '../../../model/manifests/set-index';
import { readRelease } from '../../../model/release/read-release';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { RolloutPair } from '../../environment';
import { HeldTemplate, podLabels, templateOf } from '../../template/template-of';
import { Hazard } from '../hazard';
import { isKept, isPrunedLast } from '../pruning';

const labelKey = (object: Manifest, [key, value]: [string, unknown]) => near(object, JSON.stringify([key, value]));
const labelsOf = (workload: Manifest) => record(at(workload, 'spec', 'template', 'metadata', 'labels'));
const selectorOf = (service: Manifest) => record(at(service, 'spec', 'selector'));

const DEPLOYMENTS = new SetIndex(DEPLOYMENT, (deployment) => Object.entries(labelsOf(deployment)).map((label) => labelKey(deployment, label)));
const SERVICES = new SetIndex(SERVICE, (service) => Object.entries(selectorOf(service)).slice(0, 1).map((label) => labelKey(service, label)));

export const deploymentReplaced: Hazard = {
  id: 'deployment-replaced',
  severity: Severity.ERROR,
  summary: 'a Rollout takes the place of a Deployment under the same Services',
  why: 'the pods of the Deployment go at once, as Argo CD prunes before it applies, and those of the Rollout start all at once, without steps and pauses: until they are ready callers get no answer',
  remedy: 'keep the Deployment and name it in workloadRef with scaleDown: onsuccess, and remove it when the Rollout is healthy; or annotate it with argocd.argoproj.io/sync-options: PruneLast=true before',
  ofRollout: (pair) => {
    const { old, now, next } = pair;
    if (old || !now || !next) {
      return [];
    }
    const replaced = new Map<Manifest, Manifest>();
    for (const service of servicesOf(pair)) {
      deploymentsBehind(pair, service).filter((deployment) => !replaced.has(deployment)).forEach((deployment) => replaced.set(deployment, service));
    }
    return [...replaced].flatMap(([deployment, service]) => violation(pair, deployment, nameOf(service)));
  },
};

function violation({ now, next, environment }: RolloutPair, deployment: Manifest, service: string): Violation[] {
  const name = nameOf(deployment);
  const kept = isKept(deployment) ? deployment : environment.after.find(DEPLOYMENT, shown(at(deployment, 'metadata', 'name')), namespaceOf(deployment));
  const until = `${service} has none until those of this Rollout are ready`;
  if (!kept && !isPrunedLast(deployment)) {
    return [{ path: '', message: `takes the place of ${name}, whose pods go when it is pruned: ${until}` }];
  }
  if (kept && at(kept, 'spec', 'replicas') === 0) {
    return [{ path: '', message: `takes the place of ${name}, whose replicas become 0 at once: ${until}`, remedy: 'keep its replicas until the Rollout is healthy' }];
  }
  if (specOf(templateOf({ ...deployment, spec: { template: at(deployment, 'spec', 'template') } }, environment.before)) !== specOf(next)) {
    const message = `its first version is another than that of ${name}: ${service} leads to both as soon as pods are ready, without steps and pauses`;
    return [{ path: '', message, severity: Severity.WARNING, remedy: 'take the pod template of the Deployment as it is, and merge the new version when the Rollout is healthy' }];
  }
  const { template } = readRelease(now!.manifest);
  const isScaledDown = template.kind === 'workload' && ['onsuccess', 'progressively'].includes(template.scaleDown ?? '');
  return !kept || isScaledDown ? [] : [{
    path: '',
    message: `${name} keeps its pods beside it, though no user of ${service} needs them once the Rollout is healthy`,
    severity: Severity.ADVICE,
    remedy: 'name it in workloadRef with scaleDown: onsuccess, or remove it when the Rollout is healthy',
  }];
}

const specOf = (template: HeldTemplate | undefined) => JSON.stringify(at(template?.effective, 'spec'));

/** The Services that were there and take the pods of a Rollout; those that it names, where it names any. */
function servicesOf({ now, next, environment: { before, after } }: RolloutPair): Manifest[] {
  const labels = podLabels(next);
  const named = new Set(readRelease(now!.manifest).services.map(({ name }) => name));
  return Object.entries(labels).flatMap((label) => SERVICES.find(after, labelKey(now!.manifest, label))).flatMap((service) => {
    const name = shown(at(service, 'metadata', 'name'));
    const isOurs = (named.size === 0 || named.has(name)) && selects(selectorOf(service), labels);
    return (isOurs && before.find(SERVICE, name, namespaceOf(service))) || [];
  });
}

/** The Deployments whose running pods a Service takes. */
function deploymentsBehind({ environment: { before } }: RolloutPair, service: Manifest): Manifest[] {
  const [first] = Object.entries(selectorOf(service));
  return (first ? DEPLOYMENTS.find(before, labelKey(service, first)) : [])
    .filter((deployment) => selects(selectorOf(service), labelsOf(deployment)) && at(deployment, 'spec', 'replicas') !== 0);
}
