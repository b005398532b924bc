import { ApiObject, Chart, Duration } from 'cdk8s';
import {
  ArgoCdApplication, ArgoCdApplicationProps, ArgoCdCluster, ArgoCdDeletionPolicy, ArgoCdProject, ArgoCdSource, ArgoCdSyncPolicy, BlueGreenRollout,
  CanaryStep, IstioCanaryRollout, Rollout,
} from '../../src';
import { strictDecodingErrors } from '../util/schema';
import { chartOf, errorOf, find, Manifest, pods, synth } from '../util/synth';

const REPO = 'https://git.example.com/shop/deploy.git';
const source = ArgoCdSource.directory(REPO, 'dist');

describe('an Application', () => {
  test('applies what differs from Git, to the namespace of its rollouts, and waits for a person', () => {
    const application = applicationOf({ source }, blueGreen);

    expect(application.metadata).toEqual({ name: 'shop', namespace: 'argocd' });
    expect(application.spec).toMatchObject({
      project: 'default',
      source: { repoURL: REPO, targetRevision: 'HEAD', path: 'dist' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'app-service' },
      syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true'] },
    });
  });

  test('ignores what the controller rewrites in each of its rollouts', () => {
    const { ignoreDifferences } = applicationOf({ source }, blueGreen, canary).spec;

    expect(ignoreDifferences.map(({ kind, name, namespace }: Manifest) => `${kind} ${namespace}/${name}`)).toEqual([
      'Service app-service/shop', 'Service app-service/shop-preview', 'Service app-service/app', 'Service app-service/app-canary', 'VirtualService app-service/app',
    ]);
    expect(ignoreDifferences[4].jqPathExpressions).toEqual(['.spec.http[]? | select(.name == "backend-routes") | .route[]?.weight']);
  });

  test('names its destination as the namespace of objects that have none', () => {
    const chart = new Chart(chartOf().node.root as any, 'plain');
    const rollout = blueGreen(chart);
    new ArgoCdApplication(chart, 'shop-app', { source, rollouts: [rollout], destination: { namespace: 'shop' } });

    expect(find(chart.toJson(), 'Application').spec.ignoreDifferences.map(({ namespace }: Manifest) => namespace)).toEqual(['shop', 'shop']);
  });

  test('may have rollouts of several namespaces, and none of its own then', () => {
    const chart = chartOf();
    const other = new Chart(chart.node.root as any, 'other', { namespace: 'other' });

    new ArgoCdApplication(chart, 'x', { source, rollouts: [blueGreen(chart), canary(other)] });

    expect(find(chart.toJson(), 'Application').spec.destination).toEqual({ server: 'https://kubernetes.default.svc' });
  });

  test('takes in a rollout that is made later', () => {
    const manifests = synth((chart) => new ArgoCdApplication(chart, 'x', { source }).addRollout(blueGreen(chart)));

    expect(find(manifests, 'Application').spec.ignoreDifferences).toHaveLength(2);
  });

  test('says a rule once that two rollouts share', () => {
    expect(applicationOf({ source }, (chart) => blueGreen(new Chart(chart, 'a')), (chart) => blueGreen(new Chart(chart, 'b'))).spec.ignoreDifferences)
      .toHaveLength(2);
  });

  test('has every setting under its upstream name', () => {
    const chart = chartOf();
    const application = new ArgoCdApplication(chart, 'x', {
      metadata: { name: 'shop', namespace: 'gitops', labels: { team: 'a' } },
      sources: [
        ArgoCdSource.directory(REPO, '.', { revision: 'v1', recurse: true, include: '*.yaml', exclude: 'old/*' }),
        ArgoCdSource.helmChart('charts.example.com/base', 'base', '1.2.*', { releaseName: 'base', values: { a: 1 }, valueFiles: ['prod.yaml'] }),
      ],
      destination: { cluster: ArgoCdCluster.fromClusterName('prod'), namespace: 'shop' },
      project: ArgoCdProject.fromProjectName('shop'),
      syncPolicy: ArgoCdSyncPolicy.automatic({ prune: true, selfHeal: true, allowEmpty: true }),
      syncOptions: {
        applyOutOfSyncOnly: false,
        serverSideApply: true,
        respectIgnoreDifferences: true,
        createNamespace: true,
        pruneLast: true,
        failOnSharedResource: true,
        additional: ['SkipDryRunOnMissingResource=true'],
      },
      retry: { limit: -1, backoff: Duration.seconds(10), backoffFactor: 3, maxBackoff: Duration.minutes(5) },
      ignoreDifferences: [{ group: 'apps', kind: 'Deployment', name: 'a', jsonPointers: ['/spec/replicas'] }],
      deletionPolicy: ArgoCdDeletionPolicy.BACKGROUND,
      revisionHistoryLimit: 3,
      info: { runbook: 'https://example.com' },
    });

    expect(application.apiObject.toJson()).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'shop', namespace: 'gitops', labels: { team: 'a' }, finalizers: ['resources-finalizer.argocd.argoproj.io/background'] },
      spec: {
        project: 'shop',
        sources: [
          { repoURL: REPO, targetRevision: 'v1', path: '.', directory: { recurse: true, include: '*.yaml', exclude: 'old/*' } },
          {
            repoURL: 'charts.example.com/base',
            targetRevision: '1.2.*',
            chart: 'base',
            helm: { releaseName: 'base', valuesObject: { a: 1 }, valueFiles: ['prod.yaml'] },
          },
        ],
        destination: { name: 'prod', namespace: 'shop' },
        syncPolicy: {
          automated: { prune: true, selfHeal: true, allowEmpty: true },
          syncOptions: [
            'CreateNamespace=true', 'ServerSideApply=true', 'RespectIgnoreDifferences=true', 'PruneLast=true', 'FailOnSharedResource=true',
            'SkipDryRunOnMissingResource=true',
          ],
          retry: { limit: -1, backoff: { duration: '10s', factor: 3, maxDuration: '5m' } },
        },
        ignoreDifferences: [{ group: 'apps', kind: 'Deployment', name: 'a', jsonPointers: ['/spec/replicas'] }],
        revisionHistoryLimit: 3,
        info: [{ name: 'runbook', value: 'https://example.com' }],
      },
    });
    expect(strictDecodingErrors(application.apiObject.toJson())).toEqual([]);
  });

  test.each([
    [ArgoCdDeletionPolicy.KEEP, undefined],
    [ArgoCdDeletionPolicy.FOREGROUND, ['resources-finalizer.argocd.argoproj.io']],
  ])('%s: what becomes of its objects', (deletionPolicy, finalizers) => {
    expect(applicationOf({ source, deletionPolicy }).metadata.finalizers).toEqual(finalizers);
  });

  test('passes strict decoding with all its rules', () => {
    expect(strictDecodingErrors(applicationOf({ source, syncPolicy: ArgoCdSyncPolicy.automatic() }, blueGreen, canary))).toEqual([]);
  });
});

describe('a Rollout', () => {
  test('comes after what it needs, and its Services keep the wave of all others', () => {
    const annotations = annotationsIn({ source }, canary);

    const waves = Object.entries(annotations).map(([object, { 'argocd.argoproj.io/sync-wave': wave }]) => [object, wave]);
    expect(waves.filter(([, wave]) => wave)).toEqual([['Rollout/app', '1']]);
  });

  test('keeps a wave of its own', () => {
    const annotated = (chart: Chart) => {
      const rollout = blueGreen(chart);
      ApiObject.of(rollout).metadata.addAnnotation('argocd.argoproj.io/sync-wave', '7');
      return rollout;
    };

    expect(annotationsIn({ source }, annotated)['Rollout/shop']).toEqual({ 'argocd.argoproj.io/sync-wave': '7' });
  });

  test.each([[blueGreen, ['shop', 'shop-preview']], [canary, ['app', 'app-canary']]])('has Services that are never applied server-side: %#', (build, names) => {
    const annotations = annotationsIn({ source, syncOptions: { serverSideApply: true } }, build);

    expect(names.map((name) => annotations[`Service/${name}`])).toEqual(names.map(() => ({ 'argocd.argoproj.io/sync-options': 'ServerSideApply=false' })));
  });

  test('has Services that keep the options of their user', () => {
    const annotated = (chart: Chart) => {
      const rollout = blueGreen(chart);
      ApiObject.of(rollout.activeService).metadata.addAnnotation('argocd.argoproj.io/sync-options', 'Prune=false');
      return rollout;
    };

    expect(annotationsIn({ source, syncOptions: { serverSideApply: true } }, annotated)['Service/shop'])
      .toEqual({ 'argocd.argoproj.io/sync-options': 'Prune=false,ServerSideApply=false' });
  });
});

describe('fails when', () => {
  test.each<[string, ArgoCdApplicationProps, string]>([
    ['it has no source', {}, '[source-once] source, sources: no source is given; pass source'],
    ['it has a source in both ways', { source, sources: [source] }, '[source-once] source, sources: both are given'],
    ['it has an empty list of sources', { sources: [] }, '[source-once] source, sources: no source is given'],
    ['the repository has no address', { source: ArgoCdSource.directory('git.example.com/shop', 'dist') },
      '[repo-url] source.repoUrl: is no address of a repository, got "git.example.com/shop"; write it as https://'],
    ['the folder is outside of the repository', { sources: [source, ArgoCdSource.directory(REPO, '../dist')] }, '[source-path] sources[1].path: '],
    ['the folder is not relative', { source: ArgoCdSource.directory(REPO, '/dist') }, '[source-path] source.path: '],
    ['a chart has no version', { source: ArgoCdSource.helmChart(REPO, 'base', '') }, '[source-complete] source.version: is empty'],
    ['a folder has an empty revision', { source: ArgoCdSource.directory(REPO, 'dist', { revision: '' }) }, '[source-complete] source.revision: is empty'],
    ['the cluster has no name', { source, destination: { cluster: ArgoCdCluster.fromClusterName('') } }, '[cluster-name] destination.cluster: has an empty name'],
    ['the cluster is no address', { source, destination: { cluster: ArgoCdCluster.fromServer('prod') } }, '[cluster-server] destination.cluster: is no address of an API server, got "prod"'],
    ['the namespace is none', { source, destination: { namespace: 'App_Service' } }, '[name-dns-label] destination.namespace: '],
    ['a retry is out of range', { source, retry: { limit: -2 } }, '[retry-limit-range] retry.limit: must be a whole number -1 or more, got -2'],
    ['a retry is no whole seconds', { source, retry: { limit: 1, backoff: Duration.millis(1500) } }, '[duration-whole-seconds] retry.backoff: '],
    ['the longest wait is shorter than the first', { source, retry: { limit: 1, backoff: Duration.minutes(4) } },
      '[retry-backoff-order] retry.maxBackoff: must be retry.backoff (240 s) or more, got "180 s"'],
    ['a retry shrinks the wait', { source, retry: { limit: 1, backoffFactor: 0 } }, '[retry-factor-range] retry.backoffFactor: '],
    ['a sync option is none', { source, syncOptions: { additional: ['Prune'] } }, '[sync-option] syncOptions.additional: is no sync option, got "Prune"'],
    ['a sync option has a prop', { source, syncOptions: { additional: ['ServerSideApply=true'] } }, '[sync-option] syncOptions.additional: has a prop of its own, got "ServerSideApply=true"; use syncOptions.'],
    ['a rule names no field', { source, ignoreDifferences: [{ kind: 'Deployment' }] }, '[ignore-rule-fields] ignoreDifferences[0]: names no field'],
    ['a rule names a route by index', { source, ignoreDifferences: [{ kind: 'VirtualService', jsonPointers: ['/spec/http/0/timeout'] }] }, '[route-by-index] '],
    ['a pointer is none', { source, ignoreDifferences: [{ kind: 'Deployment', jsonPointers: ['spec.replicas'] }] }, '[json-pointer] '],
    ['the history is out of range', { source, revisionHistoryLimit: -1 }, '[history-limit-range] revisionHistoryLimit: '],
    ['the wave is that of all others', { source, rolloutWave: 0 }, '[rollout-wave-range] rolloutWave: '],
    ['a parameter is nowhere filled in', { source, destination: { cluster: ArgoCdCluster.fromServer('https://{{.server}}') } }, '[template-in-set] destination.cluster: holds a parameter'],
    ['its name is none', { source, metadata: { name: 'Shop' } }, '[name-dns-subdomain] metadata.name: '],
  ])('%s', (_case, props, text) => {
    expect(errorOf((chart) => new ArgoCdApplication(chart, 'shop', props))).toContain(`app/shop: ${text}`);
  });

  test('its namespace is not that of a rollout', () => {
    const destination = { namespace: 'shop' };

    expect(errorOf((chart) => new ArgoCdApplication(chart, 'shop-app', { source, destination, rollouts: [blueGreen(chart)] }))).toBe(
      'app/shop-app: [destination-namespace] destination.namespace: differs from the namespace of rollout shop, which is app-service, got "shop"; '
      + 'leave it out, or set the namespace of the chart of the rollout',
    );
    expect(errorOf((chart) => new ArgoCdApplication(chart, 'shop-app', { source, destination }).addRollout(blueGreen(chart)))).toContain('[destination-namespace] ');
  });

  test('it would replace the Services of a rollout', () => {
    expect(errorOf((chart) => new ArgoCdApplication(chart, 'x', { source, rollouts: [blueGreen(chart)], syncOptions: { additional: ['Replace=true'] } })))
      .toContain('[sync-keeps-selectors] syncOptions.additional: would lead users to both versions, and promote blue-green releases, got "Replace=true"; ');
  });

  test.each(['ServerSideApply=true', 'Replace=true'])('a Service is annotated with %s', (option) => {
    expect(errorOf((chart) => {
      const rollout = blueGreen(chart);
      ApiObject.of(rollout.previewService).metadata.addAnnotation('argocd.argoproj.io/sync-options', option);
      new ArgoCdApplication(chart, 'x', { source, rollouts: [rollout] });
    })).toContain('[app/x] [service-keeps-selector] rollouts: a sync would drop from Service shop-preview what the controller has written');
  });

  test('a Service loses the annotation that keeps it from server-side applies', () => {
    expect(errorOf((chart) => {
      const rollout = blueGreen(chart);
      new ArgoCdApplication(chart, 'x', { source, rollouts: [rollout], syncOptions: { serverSideApply: true } });
      ApiObject.of(rollout.activeService).metadata.addAnnotation('argocd.argoproj.io/sync-options', 'Prune=false');
    })).toContain('got "syncOptions.serverSideApply"; annotate it with argocd.argoproj.io/sync-options: ServerSideApply=false, or set selectorsInGit: false');
  });

  test('anything comes in a wave after the Rollout', () => {
    expect(errorOf((chart) => {
      new ApiObject(chart, 'job', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'warm', annotations: { 'argocd.argoproj.io/sync-wave': '2' } } });
      new ArgoCdApplication(chart, 'x', { source, rollouts: [blueGreen(chart)] });
    })).toContain('[app/x] [wave-after-rollout] rollouts: Job warm comes in a sync wave after Rollout shop, and waits for as long as a release is paused, got 2; ');
  });
});

test('all is well where a Service without a selector is applied server-side', () => {
  expect(() => synth((chart) => {
    const rollout = new BlueGreenRollout(chart, 'shop', { ...pods(), selectorsInGit: false });
    ApiObject.of(rollout.activeService).metadata.addAnnotation('argocd.argoproj.io/sync-options', 'ServerSideApply=true');
    new ArgoCdApplication(chart, 'x', { source, rollouts: [rollout] });
  })).not.toThrow();
});

function blueGreen(chart: Chart): BlueGreenRollout {
  return new BlueGreenRollout(chart, 'shop', { ...pods(), metadata: { name: 'shop' } });
}

function canary(chart: Chart): Rollout {
  return new IstioCanaryRollout(chart, 'canary', { ...pods(), steps: [CanaryStep.setWeight(30), CanaryStep.pause()] });
}

function applicationOf(props: ArgoCdApplicationProps, ...builds: Array<(chart: Chart) => Rollout>): Manifest {
  const chart = chartOf();
  const application = new ArgoCdApplication(chart, 'application', {
    metadata: { name: 'shop' }, ...props, rollouts: builds.map((build) => build(chart)),
  });
  return application.apiObject.toJson();
}

function annotationsIn(props: ArgoCdApplicationProps, build: (chart: Chart) => Rollout): Record<string, Record<string, string>> {
  const manifests = synth((chart) => new ArgoCdApplication(chart, 'application', { ...props, rollouts: [build(chart)] }));
  const annotated = manifests.filter(({ metadata }) => metadata.annotations);
  return Object.fromEntries(annotated.map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.annotations]));
}
