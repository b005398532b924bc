import { coversPath, RoutedPath } from './routed-path';
import { routedPaths } from './routed-paths';
import { coversHost } from '../../../core/hosts';
import { Severity } from '../../../validation/severity';
import { Environment } from '../../environment';
import { perEnvironment } from '../../per-environment';
import { Hazard } from '../hazard';
import { severityOf } from '../route/audience';
import { routingObjects } from '../route/served-hosts';

export const pathRemoved: Hazard = {
  id: 'path-removed',
  severity: Severity.ERROR,
  summary: 'no route leads a path of a release anywhere any longer',
  why: 'whoever calls it gets 404, at once',
  remedy: 'keep the path until nobody calls it, or write one that covers it',
  ofObject: ({ old, environment }) => {
    const before = old ? routedPaths(environment.before, old.manifest) : [];
    return before.filter((path) => path.destinations.length > 0 && path.narrowedBy.length === 0 && isLost(path, environment)).flatMap((path) => {
      const severity = severityOf(path.destinations.map(({ service }) => service!), environment);
      return severity === undefined
        ? []
        : [{ path: path.at.replace(/\[.*$/, ''), value: path.value, severity, message: `nothing leads ${path.host}${path.value} anywhere any longer` }];
    });
  },
};

/** That nothing serves the host is told by itself. */
function isLost(path: RoutedPath, environment: Environment): boolean {
  const near = pathsNear(path.host, environment);
  return (path.host === '' || near.length > 0) && !near.some((other) => coversPath(other, path));
}

/** What is led anywhere from now on, by host; those of all wildcards together. */
const pathsByHost = perEnvironment(({ after }) => {
  const byHost = new Map<string, RoutedPath[]>();
  routingObjects(after).flatMap((object) => routedPaths(after, object)).forEach((path) => {
    const key = path.host.startsWith('*') ? '*' : path.host;
    const same = byHost.get(key);
    same ? same.push(path) : byHost.set(key, [path]);
  });
  return byHost;
});

/** What is led anywhere from now on, of the hosts that take one. */
function pathsNear(host: string, environment: Environment): RoutedPath[] {
  const byHost = pathsByHost(environment);
  const wild = (byHost.get('*') ?? []).filter((path) => coversHost(path.host, host));
  return [...new Set([host, ''])].flatMap((key) => byHost.get(key) ?? []).concat(host === '' ? [] : wild);
}
