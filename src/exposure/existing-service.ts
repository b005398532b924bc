import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/**
 * A Service that exists already and is not synthesized; pass it where a rollout takes a `kplus.Service`.
 *
 * The controller adds the pod hash to its selector, so it must select the pods of the rollout by their labels, and no
 * other rollout may use it.
 *
 * @example
 *
 * new BlueGreenRollout(chart, 'app', {
 *   containers,
 *   activeService: ExistingService.fromServiceName(chart, 'users', 'shop', [{ name: 'http', port: 80, targetPort: 5000 }]),
 * });
 */
export class ExistingService extends kplus.Service {
  /**
   * Refers to a Service that exists already.
   *
   * @param scope The construct to which the reference belongs.
   * @param id The id in that scope.
   * @param serviceName The name of the Service, in the namespace of the rollout.
   * @param ports The ports of the Service, as far as routes use them.
   */
  public static fromServiceName(scope: Construct, id: string, serviceName: string, ports: kplus.ServicePort[]): ExistingService {
    return new ExistingService(scope, id, serviceName, ports);
  }

  private constructor(scope: Construct, id: string, serviceName: string, ports: kplus.ServicePort[]) {
    super(scope, id, { metadata: { name: serviceName }, ports });
    this.node.tryRemoveChild('Resource');
  }
}
