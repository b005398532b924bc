import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { IstioApiVersion } from '../istio-api-version';
import { checkTrafficPolicy, IstioTrafficPolicy, renderTrafficPolicy } from './traffic-policy';
import type { DestinationRuleSpec, DestinationRuleSpecSubsets } from '../../../../imports/networking.istio.io';
import { checkDnsLabel, checkHost } from '../../../core/checks/checks';
import { Problem, Problems } from '../../../core/checks/problems';
import { CustomResource } from '../../../core/constructs/custom-resource';
import { DESTINATION_RULE } from '../../../core/constructs/kinds';
import { patchable } from '../../../core/constructs/patches';
import { Wire } from '../../../core/constructs/wire';
import { compact, unlessEmpty } from '../../../core/manifest';

/**
 * Some of the pods of a host, by labels.
 */
export interface IstioSubset {
  /** The name of the subset. */
  readonly name: string;

  /**
   * The labels of the pods. In the two subsets of a rollout the controller adds the pod hash; further labels must be
   * labels of all its pods.
   *
   * @default - all pods of the host, until the controller adds the hash
   */
  readonly labels?: { [key: string]: string };

  /**
   * How connections to these pods are treated.
   *
   * @default - as those to the host
   */
  readonly trafficPolicy?: IstioTrafficPolicy;
}

/**
 * An Istio DestinationRule, created here or known by name.
 */
export interface IDestinationRule {
  /** The name of the DestinationRule, in the namespace of the rollout that uses it. */
  readonly destinationRuleName: string;
}

/**
 * Properties of a `DestinationRule`.
 */
export interface DestinationRuleProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - the name is the id of the construct
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The name of the Service, or a full host name.
   *
   * @see spec.host
   */
  readonly host: string;

  /**
   * The subsets. In the rule of a rollout the controller deletes any but the stable and the canary one: put others in a
   * rule of their own.
   *
   * @default - no subsets
   * @see spec.subsets
   */
  readonly subsets?: IstioSubset[];

  /**
   * How connections to the host are treated.
   *
   * @default - as the mesh decides
   * @see spec.trafficPolicy
   */
  readonly trafficPolicy?: IstioTrafficPolicy;

  /**
   * The namespaces that see the rule; `.` is its own.
   *
   * @default - all namespaces
   * @see spec.exportTo
   */
  readonly exportTo?: string[];

  /**
   * The version of the API.
   *
   * @default IstioApiVersion.V1
   */
  readonly apiVersion?: IstioApiVersion;
}

/**
 * An Istio DestinationRule: the subsets of a Service's pods, and how connections to them are treated.
 *
 * @example
 *
 * new DestinationRule(chart, 'app', {
 *   host: 'app',
 *   subsets: [{ name: 'stable' }, { name: 'canary' }],
 *   trafficPolicy: { loadBalancer: IstioLoadBalancer.roundRobin() },
 * });
 */
export class DestinationRule extends CustomResource implements IDestinationRule {
  /**
   * Refers to a DestinationRule that exists already.
   *
   * @param destinationRuleName Its name, in the namespace of the rollout that uses it.
   */
  public static fromDestinationRuleName(destinationRuleName: string): IDestinationRule {
    return { destinationRuleName };
  }

  /** The host whose pods the rule is about. */
  public readonly host: string;

  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  private readonly subsets: IstioSubset[];

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the object, unless `metadata.name` is set.
   * @param props Host, subsets and traffic policy.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: DestinationRuleProps) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    this.host = props.host;
    this.subsets = props.subsets ?? [];
    const problems = new Problems();
    problems.add(...checkDnsLabel('metadata.name', name), ...checkRule(props));
    problems.throwIfAny(this);
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...DESTINATION_RULE,
      apiVersion: props.apiVersion ?? DESTINATION_RULE.apiVersion,
      metadata: { ...props.metadata, name },
      spec: renderRule(props),
    }));
  }

  /** The name of the object. */
  public get destinationRuleName(): string {
    return this.name;
  }

  /** The names of the subsets, in order. */
  public get subsetNames(): string[] {
    return this.subsets.map(({ name }) => name);
  }
}

function renderRule(props: DestinationRuleProps) {
  return compact<Wire<DestinationRuleSpec>>({
    host: props.host,
    subsets: unlessEmpty(props.subsets?.map((subset) => compact<Wire<DestinationRuleSpecSubsets>>({
      name: subset.name,
      labels: unlessEmpty(subset.labels),
      trafficPolicy: renderTrafficPolicy(subset.trafficPolicy),
    }))),
    trafficPolicy: renderTrafficPolicy(props.trafficPolicy),
    exportTo: unlessEmpty(props.exportTo),
  });
}

function checkRule(props: DestinationRuleProps): Problem[] {
  const names = (props.subsets ?? []).map(({ name }) => name);
  return [
    ...checkHost('host', props.host),
    ...names.flatMap((name, index) => checkDnsLabel(`subsets[${index}].name`, name)),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => ({
      rule: 'subsets-distinct', prop: 'subsets', wrong: 'two subsets have one name', got: name, remedy: 'name each subset differently',
    })),
    ...checkTrafficPolicy('trafficPolicy', props.trafficPolicy),
    ...(props.subsets ?? []).flatMap((subset, index) => checkTrafficPolicy(`subsets[${index}].trafficPolicy`, subset.trafficPolicy)),
  ];
}
