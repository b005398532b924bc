import { Manifest } from '../../util/synth';
import { autoscaler, BLUE_GREEN, both, CANARY, edited, hazardsOf, newVersion, rollout, service, SUBSETS } from '../manifests';

type Row = [hazard: string, what: string, old: readonly Manifest[], now: readonly Manifest[], findings: string[]];

const spec = (edit: (spec: Manifest) => void) => (object: Manifest) => edit(object.spec);
const strategy = CANARY[0].spec.strategy;
const renamed = edited(CANARY, { 'Rollout app': (object) => { object.metadata.name = 'shop'; } });
const elsewhere = (host: string) => edited(CANARY, Object.fromEntries(CANARY.map(({ kind, metadata: { name } }) => [`${kind} ${name}`, (object: Manifest) => {
  object.metadata.namespace = 'other';
  kind === 'VirtualService' && (object.spec.hosts = [name === 'app' ? host : `canary-${host}`]);
}])));
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app', namespace: 'shop' }, spec: { template: CANARY[0].spec.template } };
const fromDeployment = edited(CANARY, { 'Rollout app': spec((own) => { delete own.template; own.workloadRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' }; }) }, [deployment]);
const byDeployment = edited(CANARY, { 'Rollout app': null }, [deployment]);
const prunedBy = (options: string) => edited(byDeployment, { 'Deployment app': (object) => { object.metadata.annotations = { 'argocd.argoproj.io/sync-options': options }; } });
const referring = (scaleDown?: string, replicas?: number) => edited(fromDeployment, {
  'Rollout app': spec((own) => { own.workloadRef = { ...own.workloadRef, ...scaleDown && { scaleDown } }; }),
  'Deployment app': spec((own) => { replicas === undefined || (own.replicas = replicas); }),
});
const held = edited(CANARY, { 'Rollout app': spec((own) => { own.paused = true; }) });
const withLabel = edited(CANARY, { 'Rollout app': (object) => { object.metadata.labels = { 'argo-rollouts.argoproj.io/controller-instance-id': 'b' }; } });
const withoutReplicas = { 'Rollout app': spec((own) => { delete own.replicas; }) };

const replicas = (count: number) => spec((own) => { own.replicas = count; });
const steps = (...list: Manifest[]) => spec((own) => { own.strategy.canary.steps = list; });
const analysis = { analysis: { templates: [{ templateName: 'errors' }] } };
const gated = edited(CANARY, { 'Rollout app': steps({ setWeight: 30 }, { pause: { duration: 60 } }, analysis) });
const timed = edited(BLUE_GREEN, { 'Rollout app': spec((own) => { own.strategy.blueGreen = { activeService: 'app', autoPromotionSeconds: 60 }; }) });

test.each<Row>([
  ['selector-changed', 'another selector', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.selector.matchLabels = { app: 'shop' }; }) }), ['error Rollout app spec.selector.matchLabels.app']],
  ['selector-changed', 'one more label of pods', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.template.metadata.labels.team = 'a'; }) }), []],
  ['rollout-renamed', 'another name with the same Services', CANARY, renamed, ['error Rollout shop metadata.name']],
  ['rollout-renamed', 'another namespace', CANARY, edited(CANARY, { 'Rollout app': (object) => { object.metadata.namespace = 'other'; } }), ['error Rollout app metadata.namespace']],
  ['rollout-renamed', 'another namespace with all that belongs to it', CANARY, elsewhere('app.example.com'), ['error Rollout app metadata.namespace']],
  ['rollout-renamed', 'another environment', CANARY, elsewhere('pr-2.example.com'), ['warning Rollout app metadata.namespace']],
  ['rollout-renamed', 'another environment, while a Service stays', CANARY, [...elsewhere('pr-2.example.com'), service('app')], ['error Rollout app metadata.namespace']],
  ['rollout-renamed', 'one more Rollout', CANARY, [...CANARY, rollout('shop', strategy)], []],
  ['rollout-removed', 'a Rollout whose Services stay', CANARY, edited(CANARY, { 'Rollout app': null }), ['error Rollout app']],
  ['rollout-removed', 'a Deployment in its place', CANARY, edited(CANARY, { 'Rollout app': null }, [deployment]), ['error Rollout app']],
  ['rollout-removed', 'a Rollout with all that belongs to it', CANARY, [], ['advice Rollout app']],
  ['rollout-removed', 'another name', CANARY, renamed, []],
  ['deployment-replaced', 'a Rollout in its place', byDeployment, CANARY, ['error Rollout app']],
  ['deployment-replaced', 'a Rollout in its place, by subset', edited(SUBSETS, { 'Rollout app': null }, [deployment]), SUBSETS, ['error Rollout app']],
  ['deployment-replaced', 'a Rollout in its place, and the Deployment pruned last', prunedBy('PruneLast=true'), CANARY, []],
  ['deployment-replaced', 'a Rollout in its place, and the Deployment never pruned', prunedBy('Prune=false'), CANARY, ['advice Rollout app']],
  ['deployment-replaced', 'a Rollout of another version, and the Deployment pruned last', prunedBy('PruneLast=true'), edited(CANARY, { 'Rollout app': newVersion }), ['warning Rollout app']],
  ['deployment-replaced', 'a Rollout beside it', byDeployment, [...CANARY, deployment], ['advice Rollout app']],
  ['deployment-replaced', 'a Rollout that takes its template', byDeployment, fromDeployment, ['advice Rollout app']],
  ['deployment-replaced', 'a Rollout that never scales it down', byDeployment, referring('never'), ['advice Rollout app']],
  ['deployment-replaced', 'a Rollout that scales it down when it is healthy', byDeployment, referring('onsuccess'), []],
  ['deployment-replaced', 'a Rollout that scales it down along the way', byDeployment, referring('progressively', 3), []],
  ['deployment-replaced', 'a Rollout that takes its template, while its replicas become 0', byDeployment, referring(undefined, 0), ['error Rollout app']],
  ['deployment-replaced', 'a Rollout that takes its template, which changes', byDeployment, edited(referring('onsuccess'), { 'Deployment app': newVersion }), ['warning Rollout app']],
  ['deployment-replaced', 'a Rollout beside one without pods', edited(byDeployment, { 'Deployment app': replicas(0) }), CANARY, []],
  ['deployment-replaced', 'a Rollout with Services of its own', edited(CANARY, { 'Rollout app': null, 'Service app': null, 'Service app-canary': null }, [deployment, service('web')]), [...CANARY, service('web')], []],
  ['deployment-replaced', 'a Deployment that goes when the Rollout runs', [...CANARY, deployment], CANARY, []],
  ['strategy-switched', 'blue-green in place of canary', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.strategy = { blueGreen: { activeService: 'app' } }; }) }), ['warning Rollout app spec.strategy']],
  ['strategy-switched', 'another step', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.strategy.canary.steps = []; }) }), []],
  ['template-source-switched', 'a template of a Deployment', CANARY, fromDeployment, ['warning Rollout app spec.workloadRef']],
  ['template-source-switched', 'the same Deployment', fromDeployment, fromDeployment, []],
  ['replicas-left-out', 'no replicas', CANARY, edited(CANARY, withoutReplicas), ['warning Rollout app spec.replicas']],
  ['replicas-left-out', 'an autoscaler in place of replicas', CANARY, edited(CANARY, withoutReplicas, [autoscaler('app')]), ['warning Rollout app spec.replicas']],
  ['replicas-left-out', 'one replica', edited(CANARY, { 'Rollout app': spec((own) => { own.replicas = 1; }) }), edited(CANARY, withoutReplicas), []],
  ['replicas-lowered', 'to none', CANARY, edited(CANARY, { 'Rollout app': replicas(0) }), ['warning Rollout app spec.replicas']],
  ['replicas-lowered', 'by more than half', CANARY, edited(CANARY, { 'Rollout app': replicas(1) }), ['warning Rollout app spec.replicas']],
  ['replicas-lowered', 'by less', CANARY, edited(CANARY, { 'Rollout app': replicas(2) }), []],
  ['replicas-lowered', 'more pods', CANARY, edited(CANARY, { 'Rollout app': replicas(9) }), []],
  ['release-held', 'paused', CANARY, held, ['warning Rollout app spec.paused']],
  ['release-held', 'paused no longer', held, CANARY, ['warning Rollout app spec.paused']],
  ['release-held', 'paused as before', held, edited(held, { 'Rollout app': newVersion }), []],
  ['controller-changed', 'another instance', CANARY, withLabel, ['warning Rollout app metadata.labels["argo-rollouts.argoproj.io/controller-instance-id"]']],
  ['controller-changed', 'the same instance', withLabel, withLabel, []],
  ['namespace-written', 'no namespace', CANARY, edited(CANARY, { 'Rollout app': (object) => { delete object.metadata.namespace; } }), ['advice Rollout app metadata.namespace']],
  ['pause-removed', 'no pause without an end', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.strategy.canary.steps[1] = { pause: { duration: 60 } }; }) }), ['warning Rollout app spec.strategy.canary.steps']],
  ['pause-removed', 'automatic promotion', BLUE_GREEN, edited(BLUE_GREEN, { 'Rollout app': spec((own) => { delete own.strategy.blueGreen.autoPromotionEnabled; }) }), ['warning Rollout app spec.strategy.blueGreen.autoPromotionEnabled']],
  ['pause-removed', 'together with a new version', CANARY, edited(CANARY, { 'Rollout app': both(newVersion, steps()) }), ['error Rollout app spec.strategy.canary.steps']],
  ['gates-removed', 'all steps', gated, edited(gated, { 'Rollout app': both(newVersion, steps()) }), ['warning Rollout app spec.strategy.canary.steps']],
  ['gates-removed', 'an analysis', gated, edited(gated, { 'Rollout app': both(newVersion, steps({ setWeight: 30 }, { pause: { duration: 60 } })) }), ['warning Rollout app spec.strategy.canary.steps']],
  ['gates-removed', 'a pause', gated, edited(gated, { 'Rollout app': both(newVersion, steps({ setWeight: 30 }, analysis)) }), ['warning Rollout app spec.strategy.canary.steps']],
  ['gates-removed', 'a pause for a person in place of a timed one', gated, edited(gated, { 'Rollout app': both(newVersion, steps({ setWeight: 30 }, { pause: {} }, analysis)) }), []],
  ['gates-removed', 'without a new version', gated, edited(gated, { 'Rollout app': steps() }), []],
  ['gates-removed', 'other weights and times', gated, edited(gated, { 'Rollout app': both(newVersion, steps({ setWeight: 50 }, { pause: { duration: 9 } }, analysis)) }), []],
  ['gates-removed', 'the seconds before a promotion', timed, edited(timed, { 'Rollout app': both(newVersion, spec((own) => { delete own.strategy.blueGreen.autoPromotionSeconds; })) }), ['warning Rollout app spec.strategy.blueGreen']],
  ['gates-removed', 'a person in place of seconds', timed, edited(BLUE_GREEN, { 'Rollout app': newVersion }), []],
  ['pause-removed', 'a pause more', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.strategy.canary.steps.push({ pause: {} }); }) }), []],
  ['steps-changed', 'another weight', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.strategy.canary.steps[0].setWeight = 10; }) }), ['advice Rollout app spec.strategy.canary.steps']],
  ['steps-changed', 'another weight and version', CANARY, edited(CANARY, { 'Rollout app': both(newVersion, spec((own) => { own.strategy.canary.steps[0].setWeight = 10; })) }), []],
  ['routing-changed', 'no router', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { delete own.strategy.canary.trafficRouting; }) }), ['warning Rollout app spec.strategy.canary.trafficRouting']],
  ['routing-changed', 'managed routes', CANARY, edited(CANARY, { 'Rollout app': spec((own) => { own.strategy.canary.trafficRouting.managedRoutes = [{ name: 'x' }]; }) }), []],
  ['routing-changed', 'a Service more', CANARY, [...CANARY, service('other')], []],
])('%s: %s', (hazard, _what, old, now, findings) => {
  expect(hazardsOf(hazard, old, now)).toEqual(findings);
});
