import { IstioHttpRouteOptions } from './http-options';
import { checkHttpOptions, renderHttpOptions } from './render-http-options';
import { checkDestinations, IstioRouteDestination } from './route-destination';
import type { VirtualServiceSpecHttp } from '../../../../imports/networking.istio.io';
import { checkWhole } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { compact } from '../../../core/manifest';
import { IVirtualService } from '../object/virtual-service-reference';

type Http = Wire<VirtualServiceSpecHttp>;

/**
 * The scheme to which a redirect sends the client.
 */
export enum IstioRedirectScheme {
  /** Plain HTTP. */
  HTTP = 'http',
  /** HTTPS. */
  HTTPS = 'https',
}

/**
 * Where a redirect sends the client.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect
 */
export interface IstioHttpRedirect {
  /**
   * The path.
   *
   * @default - the path of the request
   */
  readonly uri?: string;

  /**
   * The host.
   *
   * @default - the host of the request
   */
  readonly authority?: string;

  /**
   * The scheme.
   *
   * @default - the scheme of the request
   */
  readonly scheme?: IstioRedirectScheme;

  /**
   * The port.
   *
   * @default - the port of the scheme
   */
  readonly port?: number;

  /**
   * The HTTP status, from 300 to 399.
   *
   * @default 301
   */
  readonly redirectCode?: number;
}

/**
 * One http route of a VirtualService. The first route that takes a request decides.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export class IstioHttpRoute {
  /**
   * Passes requests on.
   *
   * @param destinations Where to; several share the requests by their weights.
   * @param options The requests it takes, and what it does with them.
   */
  public static to(destinations: IstioRouteDestination[], options: IstioHttpRouteOptions = {}): IstioHttpRoute {
    return new IstioHttpRoute(options, { route: destinations.map((destination) => destination._toJson()) },
      (prop) => checkDestinations(`${prop}.destinations`, destinations));
  }

  /**
   * Sends the client elsewhere.
   *
   * @param redirect Where to.
   * @param options The requests it takes; rewrite, fault and mirrors do not go with a redirect.
   */
  public static redirect(redirect: IstioHttpRedirect, options: IstioHttpRouteOptions = {}): IstioHttpRoute {
    return new IstioHttpRoute(options, { redirect: compact<NonNullable<Http['redirect']>>({ ...redirect }) }, (prop) => [
      ...checkWhole('http-status', `${prop}.redirectCode`, redirect.redirectCode, { min: 300, max: 399 }),
      ...checkAlone(prop, 'a redirect', options),
      ...Object.values(redirect).some((part) => part !== undefined) ? [] : [{
        rule: 'redirect-target', prop, wrong: 'the redirect goes nowhere', remedy: 'set its uri, authority or scheme',
      }],
    ]);
  }

  /**
   * Answers in place of a Service.
   *
   * @param status The HTTP status, from 200 to 599.
   * @param body The text of the answer.
   * @param options The requests it takes; rewrite, fault and mirrors do not go with an answer.
   */
  public static directResponse(status: number, body?: string, options: IstioHttpRouteOptions = {}): IstioHttpRoute {
    return new IstioHttpRoute(options, { directResponse: compact<NonNullable<Http['directResponse']>>({ status, body: body === undefined ? undefined : { string: body } }) }, (prop) => [
      ...checkWhole('http-status', `${prop}.status`, status, { min: 200, max: 599 }),
      ...checkAlone(prop, 'a direct response', options),
    ]);
  }

  /**
   * Hands requests to the routes of another VirtualService, which has no hosts and no gateways.
   *
   * @param virtualService The other VirtualService.
   * @param options The requests it takes.
   */
  public static toDelegate(virtualService: IVirtualService, options: IstioHttpRouteOptions = {}): IstioHttpRoute {
    const [name, namespace] = virtualService.virtualServiceName.split('/').reverse();
    return new IstioHttpRoute(options, { delegate: compact<NonNullable<Http['delegate']>>({ name, namespace }) }, () => []);
  }

  private constructor(
    private readonly options: IstioHttpRouteOptions,
    private readonly target: Pick<Http, 'route' | 'redirect' | 'directResponse' | 'delegate'>,
    private readonly checkTarget: (prop: string) => Problem[],
  ) {}

  /** @internal */
  public get _name(): string | undefined {
    return this.options.name;
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    return [...this.checkTarget(prop), ...checkHttpOptions(prop, this.options)];
  }

  /** @internal */
  public _toJson(): Http {
    const { name, match, ...rest } = renderHttpOptions(this.options);
    return compact<Http>({ name, match, ...this.target, ...rest });
  }
}

function checkAlone(prop: string, what: string, options: IstioHttpRouteOptions): Problem[] {
  return (['rewrite', 'fault', 'mirrors'] as const).filter((key) => options[key] !== undefined).map((key) => ({
    rule: 'http-route-exclusive', prop: `${prop}.${key}`, wrong: `does not go with ${what}`, remedy: 'leave it out',
  }));
}
