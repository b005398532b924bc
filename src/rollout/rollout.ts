import { ApiObject, ApiObjectMetadataDefinition, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkRollout } from './check-rollout';
import { AppFindings } from './checks/app-findings';
import { checkIgnored } from './checks/check-ignored';
import { modelOf } from './model-of-construct';
import { RolloutProps } from './rollout-props';
import { renderGivenTemplate, renderWorkloadTemplate } from './template/render-pod-template';
import { ITrafficObject } from './traffic/traffic-object';
import type { RolloutSpec, RolloutSpecAnalysis, RolloutSpecStrategy } from '../../imports/argoproj.io';
import { describe, Problems } from '../core/checks/problems';
import { ROLLOUT } from '../core/constructs/kinds';
import { patchable } from '../core/constructs/patches';
import { Wire } from '../core/constructs/wire';
import { NAME_LABEL } from '../core/labels';
import { compact, Manifest, unlessEmpty } from '../core/manifest';
import { addValidation } from '../core/synthesis/validation-passes';
import { IgnoreDifference } from '../model/managed-fields/ignore-difference';
import { managedFields } from '../model/managed-fields/managed-fields';
import { ReleaseModel } from '../model/view/release-model';
import { Finding } from '../validation/finding';
import { IGNORE_ANNOTATION } from '../validation/ignored';

/**
 * The common base of `BlueGreenRollout` and `CanaryRollout`: a workload of cdk8s-plus whose new versions are released
 * by Argo Rollouts.
 *
 * It works like `kplus.Deployment`: an autoscaler targets it, a `kplus.Service` or a network policy selects its pods.
 * Its name and its selector never depend on where it stands in the construct tree.
 */
export abstract class Rollout extends kplus.Workload implements kplus.IScalable {
  /** The underlying `Rollout` object; `ApiObject.of(rollout)` gives it to others. */
  protected readonly apiObject: ApiObject;

  /** The plural name of the kind, for permissions. */
  public readonly resourceType: string = 'rollouts';

  /** Whether an autoscaler decides on the number of pods. */
  public hasAutoscaler: boolean = false;

  private readonly template: ApiObjectMetadataDefinition;
  private readonly problems: Problems;
  private readonly appFindings: AppFindings;

  /**
   * @param scope The construct to which the rollout belongs.
   * @param id The id in that scope; the name of the Rollout, unless `metadata.name` is set.
   * @param rolloutProps The pods and the settings common to all strategies.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, private readonly rolloutProps: RolloutProps) {
    // The default selector and the spreading of cdk8s-plus hang on the construct path; ours come below.
    super(scope, id, { ...rolloutProps, select: false, spread: false });
    const name = rolloutProps.metadata?.name ?? id;
    this.problems = new Problems();
    checkRollout(this.problems, name, rolloutProps);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...ROLLOUT,
      metadata: { ...rolloutProps.metadata, name },
      spec: Lazy.any({ produce: () => this.renderSpec() }),
    }));
    const labels = selectorLabels(name, rolloutProps);
    this.template = new ApiObjectMetadataDefinition({
      ...rolloutProps.podMetadata,
      labels: { ...labels, ...rolloutProps.podMetadata?.labels },
      apiObject: this.apiObject,
    });
    if (rolloutProps.select ?? true) {
      this.select(kplus.LabelSelector.of({ labels }));
    }
    if (rolloutProps.spread) {
      this.scheduling.spread({ topology: kplus.Topology.HOSTNAME });
      this.scheduling.spread({ topology: kplus.Topology.ZONE });
    }
    if (this.isolate) {
      denyAll(this);
    }
    this.appFindings = AppFindings.of(this);
    addValidation(this, () => {
      const wrong = [...this.checkContainers(), ...this.checkSelector()];
      return [...wrong, ...this.appFindings.report(this, wrong)];
    });
  }

  /** The number of pods as set; nothing where it was left out. */
  public get replicas(): number | undefined {
    return this.rolloutProps.replicas;
  }

  /** The metadata of the pods. */
  public get podMetadata(): ApiObjectMetadataDefinition {
    return this.template;
  }

  /**
   * What the manifests of the whole app say about the releases of this rollout, patches included.
   *
   * @throws an error if the manifests cannot be rendered
   */
  public get model(): ReleaseModel {
    return modelOf(this.apiObject);
  }

  /**
   * What the controller rewrites at run time in the objects of this rollout, each by its name: the rules by which Argo CD
   * leaves it alone. `ArgoCdApplication` takes them by itself; use them where the Application is written elsewhere.
   */
  public get ignoreDifferences(): IgnoreDifference[] {
    return [...managedFields(this.apiObject.toJson(), this.hasAutoscaler), ...this._routerFields];
  }

  /**
   * What the rules of `docs/rules.md` find in the objects of this release, patches included: errors stop the synthesis, warnings
   * are printed once for each synthesis, advice is found here alone. Findings of ignored rules are among them, with the reason. The first
   * rollout of an app also has those of objects that belong to no rollout.
   *
   * @throws an error where the manifests cannot be rendered
   */
  public get findings(): Finding[] {
    return this.appFindings.ofRollout(this);
  }

  /**
   * Switches a rule off for the Rollout object, by an annotation that reviewers see. For another object, write the annotation
   * `cdk8s-rollouts/ignore: RULE=REASON` on it.
   *
   * @param rule The id of the rule, as in `docs/rules.md`.
   * @param reason Why it does not apply here.
   * @throws an error where there is no such rule, or no reason
   */
  public ignoreRule(rule: string, reason: string): void {
    const problems = new Problems();
    problems.add(...checkIgnored(rule, reason));
    problems.throwIfAny(this);
    const { metadata } = this.apiObject;
    const before: string | undefined = metadata.toJson()?.annotations?.[IGNORE_ANNOTATION];
    metadata.addAnnotation(IGNORE_ANNOTATION, [...before ? [before] : [], `${rule}=${reason.trim()}`].join('; '));
  }

  /**
   * Changes the synthesized Rollout where no property does. Patches are applied last and in order; the model and the checks see
   * them. A patch that cannot be applied fails the synthesis with its index, its path and the reason.
   *
   * @param ops The operations of RFC 6902.
   */
  public addJsonPatch(...ops: JsonPatch[]): void {
    this.apiObject.addJsonPatch(...ops);
  }

  /**
   * Called by an autoscaler that targets the rollout: the number of pods is left out of the manifest.
   */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /**
   * What an autoscaler needs to know of the rollout.
   */
  public toScalingTarget(): kplus.ScalingTarget {
    return {
      kind: this.apiObject.kind,
      apiVersion: this.apiObject.apiVersion,
      name: this.name,
      containers: this.containers,
      replicas: this.replicas,
    };
  }

  /**
   * How Services, network policies and affinities select the pods: by the labels of the selector.
   *
   * @throws an error when the rollout selects no label
   */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    if (Object.keys(this.matchLabels).length === 0) {
      const problems = new Problems();
      problems.addDescribed(...this.checkSelector());
      problems.throwIfAny(this);
    }
    return {
      labelSelector: kplus.LabelSelector.of({ labels: this.matchLabels }),
      namespaces: this.metadata.namespace ? { names: [this.metadata.namespace] } : undefined,
    };
  }

  /** @internal */
  public abstract _strategy(): Wire<RolloutSpecStrategy>;

  /**
   * What routes users and testers to the Services.
   *
   * @internal
   */
  public abstract get _trafficObjects(): ITrafficObject[];

  /**
   * The Services whose selectors the controller rewrites.
   *
   * @internal
   */
  public abstract get _managedServices(): kplus.Service[];

  /**
   * What a traffic router says that the controller rewrites in its objects.
   *
   * @internal
   */
  public get _routerFields(): IgnoreDifference[] {
    return [];
  }

  private renderSpec(): Wire<RolloutSpec> {
    const props = this.rolloutProps;
    return compact<Wire<RolloutSpec>>({
      replicas: this.hasAutoscaler ? props.replicas : props.replicas ?? props.template?._replicas ?? 1,
      minReadySeconds: props.minReady?.toSeconds() || undefined,
      progressDeadlineSeconds: props.progressDeadline?.toSeconds(),
      progressDeadlineAbort: props.progressDeadlineAbort || undefined,
      revisionHistoryLimit: props.revisionHistoryLimit,
      restartAt: props.restartAt?.toISOString().replace(/\.\d+Z$/, 'Z'),
      rollbackWindow: props.rollbackWindow === undefined ? undefined : { revisions: props.rollbackWindow },
      analysis: unlessEmpty(compact<Wire<RolloutSpecAnalysis>>({
        successfulRunHistoryLimit: props.successfulRunHistoryLimit,
        unsuccessfulRunHistoryLimit: props.unsuccessfulRunHistoryLimit,
      })),
      workloadRef: props.workload?._toJson(),
      selector: props.workload ? undefined : compact(this._toLabelSelector()),
      template: props.workload ? undefined : this.renderTemplate(),
      strategy: this._strategy(),
    });
  }

  private renderTemplate(): Manifest {
    const given = this.rolloutProps.template?._toJson();
    return given ? renderGivenTemplate(this, given) : renderWorkloadTemplate(this);
  }

  /**
   * What is wrong with the props so far; a strategy adds its own findings and throws them all at once.
   *
   * @internal
   */
  public get _problems(): Problems {
    return this.problems;
  }

  /**
   * The labels of the pods as far as they are known here: those of a referenced workload are what its user says.
   *
   * @internal
   */
  public get _podLabels(): Record<string, string> {
    const { template, workload } = this.rolloutProps;
    return { ...template?._labels(), ...workload?._podLabels, ...this.template.toJson()?.labels };
  }

  private checkSelector(): string[] {
    const selected = Object.entries(this.matchLabels);
    if (selected.length === 0) {
      return [describe({
        rule: 'selector-labels', prop: 'select', wrong: 'the rollout selects its pods by no label', remedy: 'call select() with a label selector, or leave select out',
      })];
    }
    const labels = this._podLabels;
    return this.rolloutProps.workload ? [] : selected.filter(([key, value]) => labels[key] !== value).map(([key, value]) => describe({
      rule: 'selector-matches-pods',
      prop: 'select',
      wrong: 'the rollout selects by a label that its pods lack',
      got: `${key}: ${value}`,
      remedy: 'give the pods the label with podMetadata',
    }));
  }

  private checkContainers(): string[] {
    const { template, workload } = this.rolloutProps;
    const added = this.containers.length + this.initContainers.length + this.volumes.length;
    if (template || workload) {
      return added === 0 ? [] : [describe({
        rule: 'pods-described-once',
        prop: 'addContainer, addInitContainer, addVolume',
        wrong: 'the pods are described elsewhere, and what is added here would be lost',
        remedy: 'add it to the source of the template',
      })];
    }
    return this.containers.length > 0 ? [] : [describe({
      rule: 'containers-present',
      prop: 'containers',
      wrong: 'the pods have no container',
      remedy: 'pass containers, call addContainer(), or pass a template or a workload',
    })];
  }
}

/** As `connections.isolate()` of cdk8s-plus does, but under a name that does not hang on the construct path. */
function denyAll(rollout: Rollout): void {
  new kplus.NetworkPolicy(rollout, 'DefaultDenyAll', {
    selector: rollout,
    metadata: { name: `${rollout.name}-default-deny-all`, namespace: rollout.metadata.namespace },
    egress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
    ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
  });
}

function selectorLabels(name: string, props: RolloutProps): Record<string, string> {
  const given = { ...props.template?._labels(), ...props.podMetadata?.labels };
  return props.workload?._podLabels ?? { [NAME_LABEL]: given[NAME_LABEL] ?? name };
}
