import { GeneratorJson, GitGeneratorJson, PathJson } from './application-set-json';
import { Problem } from '../../core/checks/problems';
import { compact, Manifest, unlessEmpty } from '../../core/manifest';
import { checkRepoUrl, isTemplated } from '../argo-cd-values';

/**
 * Options of a generator over clusters.
 */
export interface ArgoCdClusterGeneratorOptions {
  /**
   * The labels of the clusters' Secrets in Argo CD.
   *
   * @default - all clusters, that of Argo CD among them
   * @see spec.generators[].clusters.selector.matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Further parameters, read as `{{.values.NAME}}`.
   *
   * @default - none
   * @see spec.generators[].clusters.values
   */
  readonly values?: { [name: string]: string };
}

/**
 * Options of a generator over a Git repository.
 */
export interface ArgoCdGitGeneratorOptions {
  /**
   * The branch, tag or commit.
   *
   * @default HEAD
   * @see spec.generators[].git.revision
   */
  readonly revision?: string;

  /**
   * Paths to leave out, as globs.
   *
   * @default - none
   * @see spec.generators[].git.directories[].exclude
   */
  readonly exclude?: string[];

  /**
   * Further parameters, read as `{{.values.NAME}}`.
   *
   * @default - none
   * @see spec.generators[].git.values
   */
  readonly values?: { [name: string]: string };
}

/**
 * Where an `ArgoCdApplicationSet` takes the parameters of its Applications from: one Application for each set of them.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/
 *
 * @example
 *
 * new ArgoCdApplicationSet(chart, 'shop', {
 *   generators: [ArgoCdGenerator.clusters({ matchLabels: { stage: 'production' } })],
 *   applicationName: 'shop-{{.name}}',
 *   source: ArgoCdSource.directory('https://git.example.com/shop/deploy.git', 'dist/{{.name}}'),
 *   destination: { cluster: ArgoCdCluster.fromServer('{{.server}}') },
 * });
 */
export class ArgoCdGenerator {
  /**
   * Over parameters that are written here.
   *
   * @param elements The parameters of each Application, by name. At least one.
   */
  public static list(elements: { [name: string]: any }[]): ArgoCdGenerator {
    return new ArgoCdGenerator({ list: { elements } }, elements.length > 0 ? [] : [empty('list')]);
  }

  /**
   * Over clusters that Argo CD knows; `{{.name}}`, `{{.server}}` and `{{.metadata.labels}}` are theirs.
   *
   * @param options The labels of the clusters.
   */
  public static clusters(options: ArgoCdClusterGeneratorOptions = {}): ArgoCdGenerator {
    const matchLabels = unlessEmpty(options.matchLabels);
    return new ArgoCdGenerator({ clusters: compact({ selector: matchLabels && { matchLabels }, values: unlessEmpty(options.values) }) }, []);
  }

  /**
   * Over folders of a Git repository; `{{.path.path}}` and `{{.path.basename}}` are theirs.
   *
   * @param repoUrl The address of the repository.
   * @param paths The folders, as globs such as `dist/*`. At least one.
   * @param options Revision, and folders to leave out.
   */
  public static gitDirectories(repoUrl: string, paths: string[], options: ArgoCdGitGeneratorOptions = {}): ArgoCdGenerator {
    return ArgoCdGenerator.git('directories', repoUrl, paths, options);
  }

  /**
   * Over YAML or JSON files of a Git repository, whose fields become parameters.
   *
   * @param repoUrl The address of the repository.
   * @param paths The files, as globs such as `clusters/*.yaml`. At least one.
   * @param options Revision, and files to leave out.
   */
  public static gitFiles(repoUrl: string, paths: string[], options: ArgoCdGitGeneratorOptions = {}): ArgoCdGenerator {
    return ArgoCdGenerator.git('files', repoUrl, paths, options);
  }

  /**
   * Over all pairs of two generators, such as applications and clusters. The second may use parameters of the first.
   *
   * @param first The one generator.
   * @param second The other; neither may be a matrix itself.
   */
  public static matrix(first: ArgoCdGenerator, second: ArgoCdGenerator): ArgoCdGenerator {
    const nested = [first, second].some(({ json }) => json.matrix !== undefined);
    return new ArgoCdGenerator({ matrix: { generators: [first.json, second.json] } }, [
      ...first.found, ...second.found,
      ...nested ? [{ rule: 'generator-nested', prop: 'matrix', wrong: 'holds another matrix', remedy: 'pass two generators of other kinds' }] : [],
    ]);
  }

  private static git(what: 'directories' | 'files', repoUrl: string, paths: string[], options: ArgoCdGitGeneratorOptions): ArgoCdGenerator {
    const { revision = 'HEAD', exclude = [], values } = options;
    const listed: PathJson[] = [...paths.map((path) => ({ path })), ...exclude.map((path) => ({ path, exclude: true }))];
    const where: GitGeneratorJson = what === 'directories' ? { repoURL: repoUrl, revision, directories: listed } : { repoURL: repoUrl, revision, files: listed };
    return new ArgoCdGenerator({ git: compact<GitGeneratorJson>({ ...where, values: unlessEmpty(values) }) }, [
      ...checkRepoUrl('git.repoUrl', repoUrl),
      ...paths.length > 0 ? [] : [empty('git.paths')],
      ...listed.filter(({ path }) => (path === '' || path.startsWith('/')) && !isTemplated(path)).map(({ path }) => ({
        rule: 'source-path', prop: 'git.paths', wrong: 'is no path within the repository', got: path, remedy: 'write it from the root of the repository, as in dist/*',
      })),
    ]);
  }

  private constructor(private readonly json: GeneratorJson, private readonly found: Problem[]) {}

  /** @internal */
  public _problems(prop: string): Problem[] {
    return this.found.map((problem) => ({ ...problem, prop: `${prop}.${problem.prop}` }));
  }

  /** @internal */
  public _toJson(): Manifest {
    return this.json;
  }
}

function empty(prop: string): Problem {
  return { rule: 'list-present', prop, wrong: 'is empty, and makes no Application', remedy: 'name at least one' };
}
