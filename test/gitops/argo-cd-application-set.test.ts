import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ArgoCdApplicationSet, ArgoCdApplicationSetProps, ArgoCdCluster, ArgoCdDeletionPolicy, ArgoCdGenerator, ArgoCdSource, ArgoCdSyncPolicy,
  BlueGreenRollout,
} from '../../src';
import { strictDecodingErrors } from '../util/schema';
import { chartOf, errorOf, find, Manifest, pods, synth } from '../util/synth';

const REPO = 'https://git.example.com/shop/deploy.git';
const clusters = ArgoCdGenerator.clusters({ matchLabels: { stage: 'production' } });
const props: ArgoCdApplicationSetProps = {
  generators: [clusters],
  applicationName: 'shop-{{.name}}',
  source: ArgoCdSource.directory(REPO, 'dist/{{.name}}'),
  destination: { cluster: ArgoCdCluster.fromServer('{{.server}}') },
};

describe('a set of Applications', () => {
  test('makes one for each cluster, with the rules of the rollouts', () => {
    const { metadata, spec } = setOf({ ...props, syncPolicy: ArgoCdSyncPolicy.automatic({ prune: true }) }, true);

    expect(metadata).toEqual({ name: 'fleet', namespace: 'argocd' });
    expect(spec).toMatchObject({
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ clusters: { selector: { matchLabels: { stage: 'production' } } } }],
      template: {
        metadata: { name: 'shop-{{.name}}' },
        spec: {
          source: { path: 'dist/{{.name}}' },
          destination: { server: '{{.server}}', namespace: 'app-service' },
          syncPolicy: { automated: { prune: true }, syncOptions: ['ApplyOutOfSyncOnly=true'] },
        },
      },
    });
    expect(spec.template.spec.ignoreDifferences.map(({ name, namespace }: Manifest) => `${namespace}/${name}`)).toEqual(['app-service/app', 'app-service/app-preview']);
  });

  test('has every setting under its upstream name', () => {
    const set = setOf({
      ...props,
      applicationLabels: { region: '{{.metadata.labels.region}}' },
      applicationAnnotations: { note: 'a' },
      deletionPolicy: ArgoCdDeletionPolicy.FOREGROUND,
      preserveResourcesOnDeletion: true,
      rollingSync: [{ matchLabels: { region: 'eu' } }, { matchLabels: { region: 'us' }, maxUpdate: kplus.PercentOrAbsolute.percent(20) }],
    });

    expect(set.spec.template.metadata).toEqual({
      name: 'shop-{{.name}}',
      labels: { region: '{{.metadata.labels.region}}' },
      annotations: { note: 'a' },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    });
    expect(set.spec.syncPolicy).toEqual({ preserveResourcesOnDeletion: true });
    expect(set.spec.strategy).toEqual({
      type: 'RollingSync',
      rollingSync: {
        steps: [
          { matchExpressions: [{ key: 'region', operator: 'In', values: ['eu'] }] },
          { matchExpressions: [{ key: 'region', operator: 'In', values: ['us'] }], maxUpdate: '20%' },
        ],
      },
    });
    expect(strictDecodingErrors(set)).toEqual([]);
  });

  test('puts its rollouts in the last wave, and keeps their Services from server-side applies', () => {
    const manifests = synth((chart) => new ArgoCdApplicationSet(chart, 'x', { ...props, rollouts: [rolloutIn(chart)], syncOptions: { serverSideApply: true } }));

    expect(find(manifests, 'Rollout').metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '1' });
    expect(find(manifests, 'Service', 'app').metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-options': 'ServerSideApply=false' });
  });
});

describe('a generator', () => {
  test.each<[string, ArgoCdGenerator, Manifest]>([
    ['over a list', ArgoCdGenerator.list([{ name: 'eu' }]), { list: { elements: [{ name: 'eu' }] } }],
    ['over all clusters', ArgoCdGenerator.clusters(), { clusters: {} }],
    ['over clusters with values', ArgoCdGenerator.clusters({ values: { a: 'b' } }), { clusters: { values: { a: 'b' } } }],
    ['over folders', ArgoCdGenerator.gitDirectories(REPO, ['dist/*'], { exclude: ['dist/old'], revision: 'v1', values: { a: 'b' } }),
      { git: { repoURL: REPO, revision: 'v1', directories: [{ path: 'dist/*' }, { path: 'dist/old', exclude: true }], values: { a: 'b' } } }],
    ['over files', ArgoCdGenerator.gitFiles(REPO, ['clusters/*.yaml']), { git: { repoURL: REPO, revision: 'HEAD', files: [{ path: 'clusters/*.yaml' }] } }],
    ['over pairs', ArgoCdGenerator.matrix(ArgoCdGenerator.gitDirectories(REPO, ['dist/*']), clusters), {
      matrix: {
        generators: [
          { git: { repoURL: REPO, revision: 'HEAD', directories: [{ path: 'dist/*' }] } },
          { clusters: { selector: { matchLabels: { stage: 'production' } } } },
        ],
      },
    }],
  ])('%s is written', (_case, generator, written) => {
    const set = setOf({ ...props, generators: [generator] });

    expect(set.spec.generators).toEqual([written]);
    expect(strictDecodingErrors(set)).toEqual([]);
  });
});

describe('fails when', () => {
  test.each<[string, Partial<ArgoCdApplicationSetProps>, string]>([
    ['nothing generates Applications', { generators: [] }, '[list-present] generators: is empty'],
    ['a list is empty', { generators: [ArgoCdGenerator.list([])] }, '[list-present] generators[0].list: is empty'],
    ['no folder is named', { generators: [ArgoCdGenerator.gitDirectories(REPO, [])] }, '[list-present] generators[0].git.paths: is empty'],
    ['a folder is not relative', { generators: [ArgoCdGenerator.gitFiles(REPO, ['/a'])] }, '[source-path] generators[0].git.paths: '],
    ['a repository has no address', { generators: [clusters, ArgoCdGenerator.gitFiles('shop', ['a'])] }, '[repo-url] generators[1].git.repoUrl: '],
    ['a matrix holds another', { generators: [ArgoCdGenerator.matrix(clusters, ArgoCdGenerator.matrix(clusters, clusters))] },
      '[generator-nested] generators[0].matrix: holds another matrix; pass two generators of other kinds'],
    ['all Applications have one name', { applicationName: 'shop' }, '[application-name-templated] applicationName: is the same for all Applications, got "shop"'],
    ['a parameter has no dot', { applicationName: 'shop-{{name}}' }, '[go-template] applicationName: holds a parameter without a dot, got "{{name}}"; write {{.name}}'],
    ['a parameter of the destination has no dot', { destination: { cluster: ArgoCdCluster.fromServer('{{ server }}') } }, '[go-template] destination.cluster: '],
    ['a step has no labels', { rollingSync: [{ matchLabels: {} }] }, '[rolling-step-labels] rollingSync[0].matchLabels: is empty'],
    ['a step asks for a label that no Application has', { rollingSync: [{ matchLabels: { region: 'eu' } }] },
      '[rolling-step-labels] rollingSync[0].matchLabels: is no label of the Applications, which would never be synced, got "region"'],
    ['the Application has no source', { source: undefined }, '[source-once] '],
    ['its name is none', { metadata: { name: 'Fleet' } }, '[name-dns-subdomain] metadata.name: '],
  ])('%s', (_case, wrong, text) => {
    expect(errorOf((chart) => new ArgoCdApplicationSet(chart, 'fleet', { ...props, ...wrong }))).toContain(`app/fleet: ${text}`);
  });

  test('its namespace is not that of a rollout', () => {
    const destination = { namespace: 'shop' };

    expect(errorOf((chart) => new ArgoCdApplicationSet(chart, 'fleet', { ...props, destination, rollouts: [rolloutIn(chart)] })))
      .toContain('[destination-namespace] destination.namespace: differs from the namespace of rollout app, which is app-service, got "shop"');
  });
});

function rolloutIn(chart: Chart): BlueGreenRollout {
  return new BlueGreenRollout(chart, 'app', pods());
}

function setOf(given: ArgoCdApplicationSetProps, withRollout: boolean = false): Manifest {
  const chart = chartOf();
  const rollouts = withRollout ? [rolloutIn(chart)] : [];
  return new ArgoCdApplicationSet(chart, 'fleet', { ...given, rollouts }).apiObject.toJson();
}
