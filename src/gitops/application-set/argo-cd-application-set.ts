import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { ApplicationSetSpecJson, RollingSyncStepJson } from './application-set-json';
import { ArgoCdApplicationSetProps, ArgoCdRollingSyncStep } from './argo-cd-application-set-props';
import { checkApplicationSet } from './check-application-set';
import { describe, Problems } from '../../core/checks/problems';
import { CustomResource } from '../../core/constructs/custom-resource';
import { APPLICATION_SET } from '../../core/constructs/kinds';
import { patchable } from '../../core/constructs/patches';
import { compact, unlessEmpty } from '../../core/manifest';
import { addValidation } from '../../core/synthesis/validation-passes';
import { Rollout } from '../../rollout/rollout';
import { checkRolloutNamespace } from '../application/check-application';
import { annotate, checkAnnotations } from '../application/follow-rollout';
import { finalizersOf, renderApplication } from '../application/render-application';
import { ARGO_CD_NAMESPACE } from '../argo-cd-values';

/**
 * Applications of Argo CD for a fleet: one for each cluster, folder or list entry, all with the rules of the rollouts.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/
 *
 * @example
 *
 * const rollout = new IstioCanaryRollout(chart, 'app', { containers, hosts, gateways, steps });
 *
 * new ArgoCdApplicationSet(chart, 'shop', {
 *   rollouts: [rollout],
 *   generators: [ArgoCdGenerator.clusters({ matchLabels: { stage: 'production' } })],
 *   applicationName: 'shop-{{.name}}',
 *   source: ArgoCdSource.directory('https://git.example.com/shop/deploy.git', 'dist'),
 *   destination: { cluster: ArgoCdCluster.fromServer('{{.server}}') },
 *   syncPolicy: ArgoCdSyncPolicy.automatic({ prune: true }),
 * });
 */
export class ArgoCdApplicationSet extends CustomResource {
  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  private readonly setProps: ArgoCdApplicationSetProps;
  private readonly followed: Rollout[] = [];

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the set, unless `metadata.name` is set.
   * @param props The generators, and the Application that is made for each set of their parameters.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: ArgoCdApplicationSetProps) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    this.setProps = props;
    const problems = new Problems();
    problems.add(...checkApplicationSet(name, props));
    problems.throwIfAny(this);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...APPLICATION_SET,
      metadata: { namespace: ARGO_CD_NAMESPACE, ...props.metadata, name } as ApiObjectMetadata,
      spec: Lazy.any({ produce: () => this.render() }),
    }));
    (props.rollouts ?? []).forEach((rollout) => this.addRollout(rollout));
    addValidation(this, () => checkAnnotations(this.followed, props).map(describe));
  }

  /** The rollouts whose manifests the Applications apply. */
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
    problems.add(...checkRolloutNamespace(rollout, this.setProps.destination));
    problems.throwIfAny(this);
    annotate(rollout, this.setProps);
    this.followed.push(rollout);
  }

  private render(): ApplicationSetSpecJson {
    const { generators, applicationName, applicationLabels, applicationAnnotations, rollingSync, preserveResourcesOnDeletion } = this.setProps;
    return compact<ApplicationSetSpecJson>({
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: generators.map((generator) => generator._toJson()),
      template: {
        metadata: compact<ApiObjectMetadata>({
          name: applicationName,
          labels: unlessEmpty(applicationLabels),
          annotations: unlessEmpty(applicationAnnotations),
          finalizers: finalizersOf(this.setProps),
        }),
        spec: renderApplication(this.setProps, this.followed),
      },
      strategy: rollingSync?.length ? { type: 'RollingSync', rollingSync: { steps: rollingSync.map(renderStep) } } : undefined,
      syncPolicy: preserveResourcesOnDeletion ? { preserveResourcesOnDeletion } : undefined,
    });
  }
}

function renderStep({ matchLabels, maxUpdate }: ArgoCdRollingSyncStep): RollingSyncStepJson {
  const matchExpressions = Object.entries(matchLabels).map(([key, value]) => ({ key, operator: 'In' as const, values: [value] }));
  return compact<RollingSyncStepJson>({ matchExpressions, maxUpdate: maxUpdate?.value });
}
