import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { BlueGreenRollout, BlueGreenRolloutProps, CanaryRollout, CanaryStep, PodTemplate, Promotion, WorkloadReference } from '../../src';
import { chartOf, errorOf, pods } from '../util/synth';

describe('fails when', () => {
  test.each<[string, Partial<BlueGreenRolloutProps>, string, string]>([
    ['replicas are negative', { replicas: -1 }, 'replicas-range', 'replicas'],
    ['replicas have a fraction', { replicas: 1.5 }, 'replicas-range', 'replicas'],
    ['replicas are no number', { replicas: NaN }, 'replicas-range', 'replicas'],
    ['the history limit is negative', { revisionHistoryLimit: -1 }, 'history-limit-range', 'revisionHistoryLimit'],
    ['the limit of successful runs is negative', { successfulRunHistoryLimit: -1 }, 'history-limit-range', 'successfulRunHistoryLimit'],
    ['the limit of unsuccessful runs is negative', { unsuccessfulRunHistoryLimit: -1 }, 'history-limit-range', 'unsuccessfulRunHistoryLimit'],
    ['the rollback window is empty', { rollbackWindow: 0 }, 'rollback-window-range', 'rollbackWindow'],
    ['minReady has a fraction of a second', { minReady: Duration.millis(1500) }, 'duration-whole-seconds', 'minReady'],
    ['progressDeadline is below minReady', { minReady: Duration.seconds(60), progressDeadline: Duration.seconds(60) }, 'progress-deadline-over-min-ready', 'progressDeadline'],
    ['minReady is as long as the default deadline', { minReady: Duration.minutes(10) }, 'progress-deadline-over-min-ready', 'progressDeadline'],
    ['pods do not restart', { restartPolicy: kplus.RestartPolicy.NEVER }, 'restart-policy-always', 'restartPolicy'],
    ['pods carry the label of the controller', { podMetadata: { labels: { 'rollouts-pod-template-hash': 'x' } } }, 'hash-label-reserved', 'podMetadata.labels["rollouts-pod-template-hash"]'],
    ['there is no port', { ports: [] }, 'ports-present', 'ports'],
    ['a port is out of range', { ports: [{ port: 70000, targetPort: 80 }] }, 'port-range', 'ports[0].port'],
    ['a target port is out of range', { ports: [{ port: 80, targetPort: 0 }] }, 'port-range', 'ports[0].targetPort'],
    ['a port name is no DNS label', { ports: [{ port: 80, name: 'HTTP' }] }, 'name-dns-label', 'ports[0].name'],
    ['a port stands twice', { ports: [{ port: 80, name: 'a' }, { port: 80, name: 'b' }] }, 'ports-distinct', 'ports[1].port'],
    ['two ports have one name', { ports: [{ port: 80, name: 'a' }, { port: 81, name: 'a' }] }, 'ports-distinct', 'ports[1].name'],
    ['two ports have no names', { ports: [{ port: 80 }, { port: 81 }] }, 'ports-distinct', 'ports[1].name'],
    ['one of two ports has no name', { ports: [{ port: 80, name: 'http' }, { port: 81 }] }, 'ports-distinct', 'ports[1].name'],
    ['a promotion waits for no time', { promotion: Promotion.automaticAfter(Duration.seconds(0)) }, 'duration-whole-seconds', 'promotion.automaticAfter'],
    ['a promotion waits for a fraction of a second', { promotion: Promotion.automaticAfter(Duration.millis(1500)) }, 'duration-whole-seconds', 'promotion.automaticAfter'],
    ['scaleDownDelay is zero', { scaleDownDelay: Duration.seconds(0) }, 'scale-down-delay-zero', 'scaleDownDelay'],
    ['scaleDownDelay has a fraction of a second', { scaleDownDelay: Duration.millis(500) }, 'duration-whole-seconds', 'scaleDownDelay'],
    ['abortScaleDownDelay has a fraction of a second', { abortScaleDownDelay: Duration.millis(500) }, 'duration-whole-seconds', 'abortScaleDownDelay'],
    ['more old versions wait than are kept', { scaleDownDelayRevisionLimit: 3, revisionHistoryLimit: 2 }, 'scale-down-revision-limit', 'scaleDownDelayRevisionLimit'],
    ['more old versions wait than are kept by default', { scaleDownDelayRevisionLimit: 11 }, 'scale-down-revision-limit', 'scaleDownDelayRevisionLimit'],
    ['there are no preview pods', { previewReplicaCount: 0 }, 'replicas-range', 'previewReplicaCount'],
    ['an analysis names no template', { prePromotionAnalysis: { templates: [] } }, 'analysis-template-present', 'prePromotionAnalysis.templates'],
    ['both Services have one name', { previewServiceName: 'app' }, 'services-differ', 'activeService, previewService'],
    ['a Service name starts with a digit', { activeServiceName: '1app' }, 'name-dns-label', 'activeServiceName'],
    ['a Service name is no DNS label', { previewServiceName: 'App' }, 'name-dns-label', 'previewServiceName'],
    ['ephemeral metadata sets the label of the selector', { previewMetadata: { labels: { 'app.kubernetes.io/name': 'x' } } }, 'ephemeral-label-selected', 'previewMetadata.labels["app.kubernetes.io/name"]'],
    ['ephemeral metadata sets the label of the controller', { activeMetadata: { labels: { 'rollouts-pod-template-hash': 'x' } } }, 'ephemeral-label-selected', 'activeMetadata.labels["rollouts-pod-template-hash"]'],
    ['the workload has no DNS name', { containers: undefined, workload: WorkloadReference.fromDeploymentName('App') }, 'name-dns-subdomain', 'workload.name'],
    ['the time of a restart is none', { restartAt: new Date('tomorrow') }, 'restart-at-time', 'restartAt'],
  ])('%s', (_name, props, rule, prop) => {
    const error = errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), ...props }));

    expect(error.startsWith(`app/x: [${rule}] ${prop}: `)).toBe(true);
    expect(error).toMatch(/; .+$/);
  });

  test.each(['App', 'a_b', 'a'.repeat(64), 'a.b', '-a'])('the name is %s', (name) => {
    const error = errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), metadata: { name } }));

    expect(error).toContain(`metadata.name: is no DNS label, got "${name}"; use at most 63 lower-case letters`);
  });

  test('the name leaves no room for that of a Service', () => {
    const error = errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), metadata: { name: 'a'.repeat(60) } }));

    expect(error).toContain(`got "${'a'.repeat(60)}-preview"`);
  });

  test('the id is the name, and is no DNS label', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'App', { ...pods(), metadata: undefined }))).toContain('[name-dns-label] metadata.name: is no DNS label, got "App"');
  });

  test('one Service is passed twice', () => {
    const error = errorOf((chart) => {
      const service = new kplus.Service(chart, 'service', { metadata: { name: 'shop' }, ports: [{ port: 80 }] });
      new BlueGreenRollout(chart, 'x', { ...pods(), activeService: service, previewService: service });
    });

    expect(error).toBe('app/x: [services-differ] activeService, previewService: must be two different Services, got "shop"; pass two Services, or none to have both created');
  });

  test('a Service is both passed and named', () => {
    const error = errorOf((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), activeService: new kplus.Service(chart, 'service', { metadata: { name: 'shop' }, ports: [{ port: 80 }] }), activeServiceName: 'other',
    }));

    expect(error).toContain('app/x: [passed-or-created] activeService, activeServiceName: a Service is both passed and named for creation, got "other"');
  });
});

describe('fails when the pods are described twice:', () => {
  const twice = /^app\/x: \[pods-described-once\] .*: the pods are described more than once; pass only one of/;

  test('by containers and a template', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), template: templateIn(chart) }))).toMatch(twice);
  });

  test('by containers and a workload', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), workload: WorkloadReference.fromDeploymentName('app') }))).toMatch(twice);
  });

  test('by a template and a workload', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), containers: undefined, template: templateIn(chart), workload: WorkloadReference.fromDeploymentName('app'),
    }))).toMatch(twice);
  });

  test('by a template and a service account', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), containers: undefined, template: templateIn(chart), serviceAccount: new kplus.ServiceAccount(chart, 'account'),
    }))).toMatch(twice);
  });

  test('by a workload and pod metadata', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', {
      ...pods(), containers: undefined, workload: WorkloadReference.fromDeploymentName('app'), podMetadata: { labels: { tier: 'web' } },
    }))).toMatch(twice);
  });
});

describe('fails when several things are wrong, and lists all of them:', () => {
  test('of the strategy', () => {
    const error = errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), steps: [CanaryStep.setWeight(101), CanaryStep.pause(Duration.seconds(0))], scaleDownDelay: Duration.seconds(5) }));

    expect(error).toMatch(/^app\/x: 3 problems\n/);
    expect(error).toContain('\n  - [weight-range] steps[0].setWeight: ');
    expect(error).toContain('\n  - [duration-whole-seconds] steps[1].pause.duration: ');
    expect(error).toContain('\n  - [field-needs-router] scaleDownDelay: ');
  });

  test('but each once', () => {
    const lines = errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), metadata: { name: 'App' } })).split('\n');

    expect(lines).toEqual([...new Set(lines)]);
  });

  test('of the rollout and of its strategy', () => {
    const error = errorOf((chart) => new CanaryRollout(chart, 'x', { ...pods(), replicas: -1, steps: [CanaryStep.setWeight(101)] }));

    expect(error).toContain('[replicas-range] replicas: ');
    expect(error).toContain('[weight-range] steps[0].setWeight: ');
  });
});

describe('fails at synthesis when', () => {
  test('the rollout selects by a label that its pods lack', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', pods()).select(kplus.LabelSelector.of({ labels: { run: 'shop' } }))))
      .toContain('[app/x] [selector-matches-pods] select: the rollout selects by a label that its pods lack, got "run: shop"; give the pods the label');
  });

  test('a container is added to pods that are described elsewhere', () => {
    expect(errorOf((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), containers: undefined, template: templateIn(chart) }).addContainer({ image: 'b' })))
      .toContain('[app/x] [pods-described-once] addContainer, addInitContainer, addVolume: ');
  });
});

describe('an app that fails writes nothing:', () => {
  test('where a rollout has no container', () => {
    expect(writtenBy((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), containers: undefined })))
      .toEqual({ files: [], error: expect.stringContaining('[containers-present] containers: the pods have no container; pass containers') });
  });

  test('where a rollout selects nothing', () => {
    expect(writtenBy((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), select: false })).files).toEqual([]);
  });

  test('where a prop is wrong', () => {
    expect(writtenBy((chart) => new BlueGreenRollout(chart, 'x', { ...pods(), replicas: -1 })).files).toEqual([]);
  });

  test('but one that is right writes its charts', () => {
    expect(writtenBy((chart) => new BlueGreenRollout(chart, 'x', pods())).files).toEqual(['app.k8s.yaml', 'first.k8s.yaml']);
  });
});

test('containers may be added after construction', () => {
  const rollout = new BlueGreenRollout(chartOf(), 'x', { ...pods(), containers: undefined });

  rollout.addContainer({ image: 'app' });

  expect(rollout.plan.images).toEqual({ main: 'app' });
});

/** Runs a real app of two charts, of which the second may fail. */
function writtenBy(build: (chart: Chart) => void): { files: string[]; error?: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'failing-app-'));
  const app = new App({ outdir: join(outdir, 'dist') });
  new kplus.ConfigMap(new Chart(app, 'first'), 'config', { data: { a: 'b' } });
  let error: string | undefined;
  try {
    build(chartOf(app as any));
    app.synth();
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  const files = existsSync(app.outdir) ? readdirSync(app.outdir).sort() : [];
  rmSync(outdir, { recursive: true });
  return error === undefined ? { files } : { files, error };
}

function templateIn(chart: Chart): PodTemplate {
  return PodTemplate.fromApiObject(ApiObject.of(new kplus.Deployment(chart, 'deployment', { containers: [{ image: 'app' }] })));
}
