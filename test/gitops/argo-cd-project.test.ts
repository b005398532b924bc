import { Duration } from 'cdk8s';
import {
  ArgoCdApplication, ArgoCdApplicationProps, ArgoCdCluster, ArgoCdProject, ArgoCdProjectProps, ArgoCdSource, ArgoCdSyncWindow, ArgoCdSyncWindowKind,
  BlueGreenRollout,
} from '../../src';
import { strictDecodingErrors } from '../util/schema';
import { chartOf, errorOf, Manifest, pods, synth } from '../util/synth';

const REPO = 'https://git.example.com/shop/deploy.git';
const least: ArgoCdProjectProps = { sourceRepos: [REPO], destinations: [{ namespace: 'app-service' }] };
const night: ArgoCdSyncWindow = { kind: ArgoCdSyncWindowKind.DENY, schedule: '0 22 * * 1-5', duration: Duration.hours(8) };

describe('a project', () => {
  test('allows its repositories, and its namespaces in any cluster', () => {
    expect(projectOf(least)).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: { sourceRepos: [REPO], destinations: [{ server: '*', namespace: 'app-service' }] },
    });
  });

  test('has every setting under its upstream name', () => {
    const project = projectOf({
      metadata: { namespace: 'gitops' },
      description: 'the shop',
      sourceRepos: ['https://git.example.com/shop/*', '!https://git.example.com/shop/old'],
      destinations: [{ cluster: ArgoCdCluster.local(), namespace: 'shop-*' }, { cluster: ArgoCdCluster.fromClusterName('prod'), namespace: 'shop' }],
      clusterResources: [{ group: '', kind: 'Namespace' }],
      namespaceResources: [{ group: '*', kind: '*' }],
      forbiddenNamespaceResources: [{ group: '', kind: 'ResourceQuota' }],
      sourceNamespaces: ['shop-gitops'],
      roles: [{
        name: 'release', description: 'promotes', groups: ['leads'], allow: ['get', 'action/argoproj.io/Rollout/*'], policies: ['p, proj:shop:release, logs, get, shop/*, allow'],
      }],
      syncWindows: [{ ...night, timeZone: 'Europe/Berlin', namespaces: ['shop'], clusters: ['prod'], applications: ['a*'], manualSync: true }],
      warnAboutOrphanedResources: true,
    });

    expect(project.spec).toEqual({
      description: 'the shop',
      sourceRepos: ['https://git.example.com/shop/*', '!https://git.example.com/shop/old'],
      destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'shop-*' }, { name: 'prod', namespace: 'shop' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
      namespaceResourceWhitelist: [{ group: '*', kind: '*' }],
      namespaceResourceBlacklist: [{ group: '', kind: 'ResourceQuota' }],
      sourceNamespaces: ['shop-gitops'],
      roles: [{
        name: 'release',
        description: 'promotes',
        groups: ['leads'],
        policies: [
          'p, proj:shop:release, applications, get, shop/*, allow',
          'p, proj:shop:release, applications, action/argoproj.io/Rollout/*, shop/*, allow',
          'p, proj:shop:release, logs, get, shop/*, allow',
        ],
      }],
      syncWindows: [{
        kind: 'deny',
        schedule: '0 22 * * 1-5',
        duration: '8h',
        timeZone: 'Europe/Berlin',
        applications: ['a*'],
        namespaces: ['shop'],
        clusters: ['prod'],
        manualSync: true,
      }],
      orphanedResources: { warn: true },
    });
    expect(strictDecodingErrors(project)).toEqual([]);
  });

  test('has windows for all its Applications, unless they name some', () => {
    expect(projectOf({ ...least, syncWindows: [night] }).spec.syncWindows[0].applications).toEqual(['*']);
  });

  test.each(['* * * * *', '*/5 0-6 1,15 jan-mar sun', '0 22 ? 12 MON-FRI/2', '59 23 31 12 6'])('takes the schedule %s', (schedule) => {
    expect(() => projectOf({ ...least, syncWindows: [{ ...night, schedule }] })).not.toThrow();
  });
});

describe('a project fails when', () => {
  test.each<[string, Partial<ArgoCdProjectProps>, string]>([
    ['its name is none', { metadata: { name: 'Shop' } }, '[name-dns-subdomain] metadata.name: '],
    ['nothing may be used', { sourceRepos: [] }, '[list-present] sourceRepos: is empty'],
    ['nowhere may be deployed to', { destinations: [] }, '[list-present] destinations: is empty'],
    ['a repository stands twice', { sourceRepos: [REPO, REPO] }, `[list-distinct] sourceRepos: names one twice, got "${REPO}"`],
    ['a destination stands twice', { destinations: [{ namespace: 'a' }, { namespace: 'a' }] }, '[list-distinct] destinations: names one twice, got "a"'],
    ['everything is forbidden', { sourceRepos: ['!*'] }, '[project-excludes-all] sourceRepos, destinations: '],
    ['it says too much', { description: 'a'.repeat(256) }, '[description-length] description: is longer than 255 characters, got 256'],
    ['two roles have one name', { roles: [{ name: 'a' }, { name: 'a' }] }, '[list-distinct] roles: names one twice, got "a"'],
    ['a role has no name', { roles: [{ name: 'a b' }] }, '[role-name] roles[0].name: is no name of a role, got "a b"'],
    ['a policy is of another role', { roles: [{ name: 'a', policies: ['p, proj:shop:b, applications, get, shop/*, allow'] }] },
      '[role-policy] roles[0].policies: is no policy of this role'],
    ['an action is none', { roles: [{ name: 'a', allow: ['get, delete'] }] }, '[role-action] roles[0].allow: is no action, got "get, delete"'],
    ['a window lasts no time', { syncWindows: [{ ...night, duration: Duration.seconds(0) }] }, '[duration-whole-seconds] syncWindows[0].duration: '],
    ['a time zone is none', { syncWindows: [{ ...night, timeZone: 'UTC +1' }] }, '[time-zone] syncWindows[0].timeZone: '],
  ])('%s', (_case, wrong, text) => {
    expect(errorOf((chart) => new ArgoCdProject(chart, 'shop', { ...least, ...wrong }))).toContain(`app/shop: ${text}`);
  });

  test.each(['@daily', '0 22 * *', '0 0 22 * * 1', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '* * * * 7', '5-1 * * * *', '*/0 * * * *', 'a * * * *', ''])(
    'a schedule is none: "%s"', (schedule) => {
      expect(errorOf((chart) => new ArgoCdProject(chart, 'shop', { ...least, syncWindows: [{ ...night, schedule }] })))
        .toContain(`app/shop: [cron-schedule] syncWindows[0].schedule: is no schedule, got "${schedule}"; write minute, hour, `);
    },
  );
});

describe('an Application of a project', () => {
  const uses = (allowed: Partial<ArgoCdProjectProps>, props: Partial<ArgoCdApplicationProps> = {}) => () => synth((chart) => {
    const project = new ArgoCdProject(chart, 'project', { ...least, ...allowed });
    new ArgoCdApplication(chart, 'shop', {
      project, source: ArgoCdSource.directory(REPO, 'dist'), rollouts: [new BlueGreenRollout(chart, 'app', pods())], ...props,
    });
  });

  test.each<[string, Partial<ArgoCdProjectProps>, Partial<ArgoCdApplicationProps>]>([
    ['as they are', {}, {}],
    ['by patterns', { sourceRepos: ['https://git.example.com/*'], destinations: [{ namespace: 'app-*' }] }, {}],
    ['whatever Git calls it', { sourceRepos: ['https://git.example.com/shop/deploy'] }, {}],
    ['with a namespace', { clusterResources: [{ group: '', kind: 'Namespace' }] }, { syncOptions: { createNamespace: true } }],
    ['in a cluster that the project names otherwise', { destinations: [{ cluster: ArgoCdCluster.fromClusterName('prod'), namespace: '*' }] }, {}],
  ])('may use what is allowed: %s', (_case, allowed, props) => {
    expect(uses(allowed, props)).not.toThrow();
  });

  test.each<[string, Partial<ArgoCdProjectProps>, Partial<ArgoCdApplicationProps>, string]>([
    ['of another repository', { sourceRepos: ['https://git.example.com/other/*'] }, {},
      `[project-allows-source] source: is no repository that project project may use, got "${REPO}"; add it to sourceRepos of the project`],
    ['of a repository that is forbidden', { sourceRepos: ['*', `!${REPO}`] }, {}, '[project-allows-source] '],
    ['to another namespace', { destinations: [{ namespace: 'shop' }] }, {},
      '[project-allows-destination] destination: is nowhere that project project may deploy to, got "https://kubernetes.default.svc/app-service"; '],
    ['to another cluster', { destinations: [{ cluster: ArgoCdCluster.fromServer('https://a.com'), namespace: '*' }] }, {}, '[project-allows-destination] '],
    ['to another cluster by name', { destinations: [{ cluster: ArgoCdCluster.fromClusterName('a'), namespace: '*' }] },
      { destination: { cluster: ArgoCdCluster.fromClusterName('b') } }, '[project-allows-destination] '],
    ['creating a namespace', {}, { syncOptions: { createNamespace: true } },
      "[project-allows-namespaces] syncOptions.createNamespace: creates a Namespace, which project project does not allow; add { group: '', kind: 'Namespace' }"],
  ])('fails when it is %s', (_case, allowed, props, text) => {
    expect(uses(allowed, props)).toThrow(text);
  });
});

function projectOf(props: ArgoCdProjectProps): Manifest {
  return new ArgoCdProject(chartOf(), 'shop', props).apiObject.toJson();
}
