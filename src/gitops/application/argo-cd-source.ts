import { SourceJson } from './application-json';
import type { ApplicationSpecSourceDirectory, ApplicationSpecSourceHelm } from '../../../imports/argoproj.io';
import { Problem } from '../../core/checks/problems';
import { compact, Manifest, unlessEmpty } from '../../core/manifest';
import { checkRepoUrl, isTemplated } from '../argo-cd-values';

/**
 * Options of a folder of manifests.
 */
export interface ArgoCdDirectoryOptions {
  /**
   * The branch, tag or commit.
   *
   * @default HEAD
   * @see spec.source.targetRevision
   */
  readonly revision?: string;

  /**
   * Whether folders within the folder are read too.
   *
   * @default false
   * @see spec.source.directory.recurse
   */
  readonly recurse?: boolean;

  /**
   * The files to read, as a glob such as `*.k8s.yaml`.
   *
   * @default - all YAML and JSON files
   * @see spec.source.directory.include
   */
  readonly include?: string;

  /**
   * The files to leave out, as a glob.
   *
   * @default - none
   * @see spec.source.directory.exclude
   */
  readonly exclude?: string;
}

/**
 * Options of a Helm chart.
 */
export interface ArgoCdHelmOptions {
  /**
   * The name of the release.
   *
   * @default - the name of the Application
   * @see spec.source.helm.releaseName
   */
  readonly releaseName?: string;

  /**
   * The values.
   *
   * @default - those of the chart
   * @see spec.source.helm.valuesObject
   */
  readonly values?: { [key: string]: any };

  /**
   * Files with values, within the chart.
   *
   * @default - none but the chart's own
   * @see spec.source.helm.valueFiles
   */
  readonly valueFiles?: string[];
}

/**
 * Where the manifests of an Application come from.
 *
 * In an `ArgoCdApplicationSet` all texts may hold parameters, such as `clusters/{{.name}}`.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/application_sources/
 *
 * @example
 *
 * new ArgoCdApplication(chart, 'app', {
 *   source: ArgoCdSource.directory('https://git.example.com/shop/deploy.git', 'dist', { include: '*.k8s.yaml' }),
 * });
 */
export class ArgoCdSource {
  /**
   * A folder of a Git repository with rendered manifests, as `cdk8s synth` writes them.
   *
   * @param repoUrl The address of the repository.
   * @param path The folder, from the root of the repository.
   * @param options Revision and files.
   */
  public static directory(repoUrl: string, path: string, options: ArgoCdDirectoryOptions = {}): ArgoCdSource {
    const { recurse, include, exclude, revision = 'HEAD' } = options;
    const directory = unlessEmpty(compact<ApplicationSpecSourceDirectory>({ recurse: recurse || undefined, include, exclude }));
    return new ArgoCdSource(compact<SourceJson>({ repoURL: repoUrl, targetRevision: revision, path, directory }));
  }

  /**
   * A chart of a Helm repository.
   *
   * @param repoUrl The address of the repository; of an OCI registry without a scheme.
   * @param chart The name of the chart.
   * @param version The version of the chart, or a range of versions.
   * @param options The release and its values.
   */
  public static helmChart(repoUrl: string, chart: string, version: string, options: ArgoCdHelmOptions = {}): ArgoCdSource {
    const { releaseName, values, valueFiles } = options;
    const helm = compact<ApplicationSpecSourceHelm>({ releaseName, valuesObject: unlessEmpty(values), valueFiles: unlessEmpty(valueFiles) });
    return new ArgoCdSource(compact<SourceJson>({ repoURL: repoUrl, targetRevision: version, chart, helm: unlessEmpty(helm) }));
  }

  private constructor(private readonly json: SourceJson) {}

  /** @internal */
  public get _repoUrl(): string {
    return this.json.repoURL;
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    const { chart, path, repoURL, targetRevision } = this.json;
    return [
      ...checkRepoUrl(`${prop}.repoUrl`, repoURL, chart !== undefined),
      ...path === undefined ? [] : checkPath(`${prop}.path`, path),
      ...[['chart', chart], [chart === undefined ? 'revision' : 'version', targetRevision]].filter(([, value]) => value === '').map(([key]) => ({
        rule: 'source-complete', prop: `${prop}.${key}`, wrong: 'is empty', remedy: key === 'chart' ? 'name the chart' : 'name a branch, tag, commit or version',
      })),
    ];
  }

  /** @internal */
  public _toJson(): Manifest {
    return this.json;
  }
}

/** Argo CD refuses folders outside of the repository, and a path that is no folder. */
function checkPath(prop: string, path: string): Problem[] {
  const outside = path === '' || path.startsWith('/') || path.split('/').includes('..');
  return outside && !isTemplated(path) ? [{
    rule: 'source-path', prop, wrong: 'is no folder within the repository', got: path, remedy: 'write it from the root of the repository, as in dist/app; the root itself is "."',
  }] : [];
}
