import { ApiObject, ApiObjectMetadata, Chart, Lazy } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { albAnnotations, listenersOf } from './alb-annotations';
import { AlbBackendProtocol, AlbEntryPointProps } from './alb-entry-point-props';
import { checkAlb, checkBackends, checkGroup, checkHosts } from './check-alb';
import { describe, Problems } from '../../core/checks/problems';
import { CustomResource } from '../../core/constructs/custom-resource';
import { INGRESS, VIRTUAL_SERVICE } from '../../core/constructs/kinds';
import { patchable } from '../../core/constructs/patches';
import { ServiceRole } from '../../core/constructs/service-role';
import { compact } from '../../core/manifest';
import { addValidation } from '../../core/synthesis/validation-passes';
import { Rollout } from '../../rollout/rollout';
import { SpecOf } from '../../traffic/istio/object/check-gateway';
import { EntryScope, entranceOf, publicHosts, sortHosts } from '../entry-hosts';
import { gatewayServiceOf } from '../istio-gateway-service';

/**
 * An AWS Application Load Balancer in front of the Istio ingress gateway: an Ingress for the AWS Load Balancer Controller.
 *
 * It has a rule for each host of the rollouts, those of testers included, and sends all to the Service of the gateway
 * pods; Istio tells the applications apart. During a release nothing changes here. TLS ends at the ALB, which redirects
 * plain requests, and asks the gateway pods for their health on their status port. The Ingress stands in the namespace of
 * that Service, as an Ingress reaches no other.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
 *
 * @example
 *
 * const app = new IstioCanaryRollout(chart, 'app', {
 *   containers, hosts, gateways, steps,
 *   preview: CanaryPreview.host('app-api-canary.test.com'),
 * });
 *
 * new AlbEntryPoint(chart, 'public', {
 *   rollouts: [app],
 *   scheme: AwsLoadBalancerScheme.INTERNET_FACING,
 *   certificateArns: ['arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-1111-2222-3333-444455556666'],
 * });
 */
export class AlbEntryPoint extends CustomResource {
  /** The object as it will be synthesized. */
  public readonly apiObject: ApiObject;

  private readonly albProps: AlbEntryPointProps;
  private readonly served: Rollout[];
  private readonly annotations: Record<string, string>;

  /**
   * @param scope The construct to which it belongs.
   * @param id The id in that scope; the name of the Ingress, unless `metadata.name` is set.
   * @param props The rollouts, and how the ALB is made.
   * @throws an error that lists all wrong props, with the construct path, the value and the remedy
   */
  constructor(scope: Construct, id: string, props: AlbEntryPointProps = {}) {
    super(scope, id);
    const name = props.metadata?.name ?? id;
    this.albProps = props;
    this.served = [...props.rollouts ?? []];
    const problems = new Problems();
    problems.add(...checkAlb(name, props));
    problems.throwIfAny(this);
    this.annotations = { ...albAnnotations(props), ...props.metadata?.annotations };
    const namespace = gatewayServiceOf(props)._namespace ?? props.metadata?.namespace;
    this.apiObject = patchable(new ApiObject(this, 'Resource', {
      ...INGRESS,
      metadata: { ...props.metadata, name, namespace, annotations: this.annotations } as ApiObjectMetadata,
      spec: Lazy.any({ produce: () => this.render() }),
    }));
    const before = entryPointsBefore(this);
    const group = before.filter(({ albProps }) => props.groupName !== undefined && albProps.groupName === props.groupName);
    const check = () => [
      ...checkHosts(this.served, this.collectHosts(({ _spec }) => _spec), this.scope, props),
      ...checkBackends(this.served, this.port, this.scope, props),
      ...checkGroup(this, group),
    ];
    addValidation(this, () => check().map(describe));
  }

  /** The rollouts whose hosts users and testers reach through the ALB. */
  public get rollouts(): Rollout[] {
    return [...this.served];
  }

  /** All hosts of the ALB: of users and testers, in the order of its rules. */
  public get hosts(): string[] {
    return this.collectHosts(({ apiObject }) => apiObject.toJson().spec);
  }

  /**
   * Serves another rollout, for instance one of a chart that is made later.
   *
   * @param rollout The rollout; its hosts are collected at synthesis.
   */
  public addRollout(rollout: Rollout): void {
    this.served.push(rollout);
  }

  /**
   * The addresses at which users reach the rollout through this ALB.
   *
   * @param rollout The rollout.
   * @returns a URL for each host, without a path; none for wildcards
   */
  public productionUrls(rollout: Rollout): string[] {
    return this.urlsOf(rollout, false);
  }

  /**
   * The addresses at which testers reach the new version of the rollout through this ALB, where it has a host of its own.
   *
   * @param rollout The rollout.
   * @returns a URL for each preview host, without a path
   */
  public previewUrls(rollout: Rollout): string[] {
    return this.urlsOf(rollout, true);
  }

  /** @internal */
  public get _annotations(): Record<string, string> {
    return this.annotations;
  }

  private get scope(): EntryScope {
    return { gateways: this.albProps.gateways, namespace: this.namespace };
  }

  private get port(): number {
    return gatewayServiceOf(this.albProps)._port ?? (this.albProps.backendProtocol === AlbBackendProtocol.HTTPS ? 443 : 80);
  }

  private collectHosts(specOf: SpecOf): string[] {
    const virtualServices = this.served.flatMap((rollout) => entranceOf(rollout, this.scope));
    return sortHosts([...this.albProps.hosts ?? [], ...virtualServices.flatMap((virtualService) => publicHosts(specOf(virtualService)))]);
  }

  private urlsOf(rollout: Rollout, preview: boolean): string[] {
    const entrances = entranceOf(rollout, this.scope);
    const names = entrances.map(({ name }) => name);
    const routes = rollout.model.routes.filter(({ kind, object }) => kind === VIRTUAL_SERVICE.kind && names.includes(object));
    const isForUsers = (role?: ServiceRole) => role !== undefined && role !== ServiceRole.PREVIEW && role !== ServiceRole.CANARY;
    const toUsers = routes.filter(({ destinations }) => destinations.some(({ role }) => isForUsers(role)));
    const users = toUsers.flatMap((route) => publicHosts(route));
    const all = routes.flatMap((route) => publicHosts(route)).filter((host) => !host.startsWith('*'));
    return [...new Set(all.filter((host) => users.includes(host) !== preview))].map((host) => `${this.origin(host)}`);
  }

  private origin(host: string): string {
    const listeners = listenersOf(this.albProps);
    const listener = listeners.find(({ _isHttps }) => _isHttps) ?? listeners[0];
    const [scheme, usual] = listener._isHttps ? ['https', 443] : ['http', 80];
    return `${scheme}://${host}${listener._port === usual ? '' : `:${listener._port}`}`;
  }

  private render(): k8s.IngressSpec {
    const { ingressClassName, anyHost } = this.albProps;
    const service = { name: gatewayServiceOf(this.albProps)._name, port: { number: this.port } };
    const http: k8s.HttpIngressRuleValue = { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] };
    const hosts = anyHost ? ['*'] : this.hosts;
    return {
      ingressClassName: ingressClassName ?? 'alb',
      rules: hosts.map((host) => compact<k8s.IngressRule>({ host: host === '*' ? undefined : host, http })),
    };
  }
}

const entryPointsOf = new WeakMap<Chart, AlbEntryPoint[]>();

/** Those of the same chart: another one may be for another cluster, where a group of the same name is another one. */
function entryPointsBefore(entryPoint: AlbEntryPoint): AlbEntryPoint[] {
  const chart = Chart.of(entryPoint);
  const before = entryPointsOf.get(chart) ?? [];
  entryPointsOf.set(chart, [...before, entryPoint]);
  return before;
}
