import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { ArgoCdApplicationProps } from './argo-cd-application-props';
import { checkApplication, checkRolloutNamespace } from './check-application';
import { annotate, checkAnnotations } from './follow-rollout';
import { finalizersOf, renderApplication } from './render-application';
import { checkNoTemplates } from './templates';
import { checkDnsSubdomain } from '../../core/checks/checks';
import { describe, Problems } from '../../core/checks/problems';
import { CustomResource } from '../../core/constructs/custom-resource';
import { APPLICATION } from '../../core/constructs/kinds';
import { patchable } from '../../core/constructs/patches';
import { addValidation } from '../../core/synthesis/validation-passes';
import { Rollout } from '../../rollout/rollout';
import { ARGO_CD_NAMESPACE } from '../argo-cd-values';

/**
 * An Application of Argo CD that applies rollouts from Git, and leaves a running release alone.
 *
 * It ignores what the controller rewrites at run time, field by field and each by its name, and applies objects only that
 * differ from Git otherwise. An edit of a route in Git reaches the cluster in the middle of a release; the weights are those
 * of the controller again some milliseconds later.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#applications
 *
 * @example
 *
 * const rollout = new IstioCanaryRollout(chart, 'app', { containers, hosts, gateways, steps });
 *
 * new ArgoCdApplication(chart, 'shop', {
 *   rollouts: [rollout],
 *   source: ArgoCdSource.directory('https://git.example.com/shop/deploy.git', 'dist'),
 *   syncPolicy: ArgoCdSyncPolicy.automatic({ prune: true, selfHeal: true }),
 * });
 */
export class ArgoCdApplication extends CustomResource {
  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  private readonly applicationProps: ArgoCdApplicationProps;
  private readonly followed: Rollout[] = [];

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the Application, unless `metadata.name` is set.
   * @param props The rollouts, where their manifests come from, and how they are applied.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: ArgoCdApplicationProps) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    this.applicationProps = props;
    const problems = new Problems();
    problems.add(
      ...checkDnsSubdomain('metadata.name', name),
      ...checkNoTemplates({ ...props, name }),
      ...checkApplication(props),
    );
    problems.throwIfAny(this);
    const finalizers = [...props.metadata?.finalizers ?? [], ...finalizersOf(props) ?? []];
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...APPLICATION,
      metadata: {
        namespace: ARGO_CD_NAMESPACE, ...props.metadata, name, ...finalizers.length > 0 && { finalizers },
      } as ApiObjectMetadata,
      spec: Lazy.any({ produce: () => renderApplication(this.applicationProps, this.followed) }),
    }));
    (props.rollouts ?? []).forEach((rollout) => this.addRollout(rollout));
    addValidation(this, () => checkAnnotations(this.followed, props).map(describe));
  }

  /** The rollouts whose manifests the Application applies. */
  public get rollouts(): Rollout[] {
    return [...this.followed];
  }

  /**
   * Takes in another rollout, for instance one that is made later.
   *
   * @param rollout The rollout.
   * @throws an error when its namespace differs from that of the destination
   */
  public addRollout(rollout: Rollout): void {
    const problems = new Problems();
    problems.add(...checkRolloutNamespace(rollout, this.applicationProps.destination));
    problems.throwIfAny(this);
    annotate(rollout, this.applicationProps);
    this.followed.push(rollout);
  }
}
