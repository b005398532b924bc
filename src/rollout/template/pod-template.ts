import { ApiObject } from 'cdk8s';
import { Problem } from '../../core/checks/problems';
import { Manifest } from '../../core/manifest';

/**
 * The pods of a rollout, taken from an object at hand instead of from cdk8s-plus' pod props.
 *
 * For users of another cdk8s-plus version (its `Deployment` cannot be typed here, its `ApiObject` can) and for those
 * who have a `Deployment` already.
 *
 * @example
 *
 * const deployment = new kplus.Deployment(chart, 'pods', { containers });
 *
 * new BlueGreenRollout(chart, 'app', {
 *   template: PodTemplate.fromApiObject(ApiObject.of(deployment)),
 *   ports: [{ name: 'http', port: 80, targetPort: 5000 }],
 * });
 */
export class PodTemplate {
  /**
   * Takes the pod template of a Deployment, StatefulSet, DaemonSet, ReplicaSet, PodTemplate or Pod.
   *
   * The object itself leaves the tree and is not synthesized, as its pods would run beside those of the rollout. Labels,
   * annotations and patches of the template are kept; the rollout adds its own selector label. Only the label that
   * cdk8s-plus derives from the construct path is replaced by it, as a refactoring would start a release otherwise.
   *
   * @param apiObject The object; for a construct of cdk8s-plus, `ApiObject.of(deployment)`.
   */
  public static fromApiObject(apiObject: ApiObject): PodTemplate {
    apiObject.node.scope?.node.tryRemoveChild(apiObject.node.id);
    return new PodTemplate(apiObject);
  }

  private constructor(private readonly source: ApiObject) {}

  /** @internal */
  public _problems(): Problem[] {
    if (!templateOf(this.source.kind, {})) {
      return [{
        rule: 'pod-template-source',
        prop: 'template',
        wrong: 'this kind has no pod template',
        got: this.source.kind,
        remedy: `pass one of ${Object.keys(TEMPLATE_PATHS).join(', ')}`,
      }];
    }
    const { restartPolicy = 'Always' } = this._toJson().spec;
    return restartPolicy === 'Always' ? [] : [{
      rule: 'restart-policy-always',
      prop: 'template.spec.restartPolicy',
      wrong: 'pods of a rollout always restart',
      got: restartPolicy,
      remedy: 'leave restartPolicy out',
    }];
  }

  /**
   * The number of pods that the source asks for, so that taking it over does not scale it.
   *
   * @internal
   */
  public get _replicas(): number | undefined {
    return this.source.toJson().spec?.replicas;
  }

  /** @internal */
  public _labels(): Record<string, string> {
    return this._toJson().metadata.labels ?? {};
  }

  /**
   * Read at synthesis, so that later changes and patches of the source count.
   *
   * @internal
   */
  public _toJson(): Manifest {
    const template = templateOf(this.source.kind, this.source.toJson()) ?? {};
    const { labels, annotations } = template.metadata ?? {};
    return { metadata: { labels, annotations }, spec: template.spec ?? {} };
  }
}

const TEMPLATE_PATHS: Record<string, (manifest: Manifest) => Manifest> = {
  Deployment: (manifest) => manifest.spec?.template ?? {},
  StatefulSet: (manifest) => manifest.spec?.template ?? {},
  DaemonSet: (manifest) => manifest.spec?.template ?? {},
  ReplicaSet: (manifest) => manifest.spec?.template ?? {},
  PodTemplate: (manifest) => manifest.template ?? {},
  Pod: (manifest) => manifest,
};

function templateOf(kind: string, manifest: Manifest): Manifest | undefined {
  return TEMPLATE_PATHS[kind]?.(manifest);
}
