import { checkServer } from './argo-cd-values';
import { Problem } from '../core/checks/problems';
import { compact } from '../core/manifest';

const LOCAL_SERVER = 'https://kubernetes.default.svc';

/**
 * A cluster that Argo CD deploys to.
 *
 * @example
 *
 * new ArgoCdApplication(chart, 'app', {
 *   source: ArgoCdSource.directory('https://git.example.com/shop/deploy.git', 'dist'),
 *   destination: { cluster: ArgoCdCluster.fromClusterName('production'), namespace: 'app-service' },
 * });
 */
export class ArgoCdCluster {
  /**
   * The cluster in which Argo CD runs; its address is `https://kubernetes.default.svc`.
   */
  public static local(): ArgoCdCluster {
    return new ArgoCdCluster(undefined, LOCAL_SERVER);
  }

  /**
   * A cluster by the name under which Argo CD knows it.
   *
   * @param clusterName The name. In the destination of a project, `*` stands for any part of it.
   */
  public static fromClusterName(clusterName: string): ArgoCdCluster {
    return new ArgoCdCluster(clusterName, undefined);
  }

  /**
   * A cluster by the address of its API server.
   *
   * @param server The address. In the destination of a project, `*` stands for any part of it.
   */
  public static fromServer(server: string): ArgoCdCluster {
    return new ArgoCdCluster(undefined, server);
  }

  private constructor(private readonly clusterName: string | undefined, private readonly server: string | undefined) {}

  /** @internal */
  public get _clusterName(): string | undefined {
    return this.clusterName;
  }

  /** @internal */
  public get _server(): string | undefined {
    return this.server;
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    return this.clusterName === '' ? [{
      rule: 'cluster-name', prop, wrong: 'has an empty name', remedy: 'name the cluster, or leave it out for the cluster of Argo CD',
    }] : checkServer(prop, this.server);
  }

  /** @internal */
  public _toJson(): { readonly name?: string; readonly server?: string } {
    return compact({ name: this.clusterName, server: this.server });
  }
}
