import * as kplus from 'cdk8s-plus-28';
import type { RolloutSpecWorkloadRef } from '../../../imports/argoproj.io';
import { checkDnsSubdomain } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { Wire } from '../../core/constructs/wire';
import { compact } from '../../core/manifest';

/**
 * When the controller scales a referenced Deployment down.
 */
export enum WorkloadScaleDown {
  /** The Deployment keeps its pods: scale it to zero yourself. */
  NEVER = 'never',
  /** The Deployment goes to zero pods when the Rollout is healthy for the first time. */
  ON_SUCCESS = 'onsuccess',
  /** The Deployment shrinks as the pods of the Rollout become available. */
  PROGRESSIVELY = 'progressively',
}

/**
 * Options of a `WorkloadReference`.
 */
export interface WorkloadReferenceOptions {
  /**
   * When the referenced Deployment is scaled down; it acts at the first revision of the Rollout only.
   *
   * @default - the controller never scales it down
   * @see spec.workloadRef.scaleDown
   */
  readonly scaleDown?: WorkloadScaleDown;

  /**
   * The labels by which the referenced pods are selected. Services that the rollout creates, and network policies and
   * autoscalers that name it, need them.
   *
   * @default - `app.kubernetes.io/name` with the name of the rollout; make sure that the referenced pods carry it
   */
  readonly podLabels?: { [key: string]: string };
}

/**
 * Takes the pod template of a Rollout from a workload that exists already, by name.
 *
 * The template stays there: a release starts when the referenced workload changes.
 *
 * @see spec.workloadRef
 *
 * @example
 *
 * new BlueGreenRollout(chart, 'app', {
 *   workload: WorkloadReference.fromDeploymentName('app', {
 *     podLabels: { app: 'shop' },
 *     scaleDown: WorkloadScaleDown.ON_SUCCESS,
 *   }),
 *   ports: [{ name: 'http', port: 80, targetPort: 5000 }],
 * });
 */
export class WorkloadReference {
  /**
   * Refers to a Deployment in the namespace of the rollout.
   *
   * @param name The name of the Deployment.
   * @param options When it is scaled down, and how its pods are labelled.
   */
  public static fromDeploymentName(name: string, options: WorkloadReferenceOptions = {}): WorkloadReference {
    return new WorkloadReference('apps/v1', 'Deployment', name, options);
  }

  /**
   * Refers to a Deployment of cdk8s-plus; the labels of its pods are read from it.
   *
   * @param deployment The Deployment.
   * @param options When it is scaled down.
   */
  public static fromDeployment(deployment: kplus.Deployment, options: WorkloadReferenceOptions = {}): WorkloadReference {
    return new WorkloadReference('apps/v1', 'Deployment', deployment.name, { podLabels: deployment.matchLabels, ...options });
  }

  /**
   * Refers to a ReplicaSet in the namespace of the rollout.
   *
   * @param name The name of the ReplicaSet.
   * @param options How its pods are labelled.
   */
  public static fromReplicaSetName(name: string, options: WorkloadReferenceOptions = {}): WorkloadReference {
    return new WorkloadReference('apps/v1', 'ReplicaSet', name, options);
  }

  /**
   * Refers to a PodTemplate in the namespace of the rollout.
   *
   * @param name The name of the PodTemplate.
   * @param options How its pods are labelled.
   */
  public static fromPodTemplateName(name: string, options: WorkloadReferenceOptions = {}): WorkloadReference {
    return new WorkloadReference('v1', 'PodTemplate', name, options);
  }

  private constructor(
    private readonly apiVersion: string,
    private readonly kind: string,
    private readonly name: string,
    private readonly options: WorkloadReferenceOptions,
  ) {}

  /** @internal */
  public get _podLabels(): Record<string, string> | undefined {
    return this.options.podLabels;
  }

  /** @internal */
  public _problems(): Problem[] {
    const problems = checkDnsSubdomain('workload.name', this.name);
    if (this.options.scaleDown && this.kind !== 'Deployment') {
      problems.push({
        rule: 'workload-scale-down',
        prop: 'workload.scaleDown',
        wrong: `a ${this.kind} cannot be scaled down`,
        got: this.options.scaleDown,
        remedy: 'leave scaleDown out, or refer to a Deployment',
      });
    }
    return problems;
  }

  /** @internal */
  public _toJson() {
    return compact<Wire<RolloutSpecWorkloadRef>>({
      apiVersion: this.apiVersion, kind: this.kind, name: this.name, scaleDown: this.options.scaleDown,
    });
  }
}
