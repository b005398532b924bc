import type { VirtualServiceSpecHttpMatch } from '../../../../imports/networking.istio.io';
import { checkPort } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { StringMatch } from '../../../core/constructs/string-match';
import { Wire } from '../../../core/constructs/wire';
import { compact, unlessEmpty } from '../../../core/manifest';
import { IIstioGateway } from '../object/gateway';

/**
 * The requests that a route takes: all conditions of one match must hold.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 */
export interface IstioHttpMatch {
  /**
   * The path.
   *
   * @default - any path
   */
  readonly uri?: StringMatch;

  /**
   * Whether the case of the path does not matter.
   *
   * @default false
   */
  readonly ignoreUriCase?: boolean;

  /**
   * The scheme, `http` or `https`.
   *
   * @default - any scheme
   */
  readonly scheme?: StringMatch;

  /**
   * The HTTP method.
   *
   * @default - any method
   */
  readonly method?: StringMatch;

  /**
   * The authority: the host that the client asks for.
   *
   * @default - any of the VirtualService's hosts
   */
  readonly authority?: StringMatch;

  /**
   * Headers that must fit, by name in lower case.
   *
   * @default - any headers
   */
  readonly headers?: { [name: string]: StringMatch };

  /**
   * Headers that must not fit, by name in lower case.
   *
   * @default - any headers
   */
  readonly withoutHeaders?: { [name: string]: StringMatch };

  /**
   * Query parameters, by name.
   *
   * @default - any parameters
   */
  readonly queryParams?: { [name: string]: StringMatch };

  /**
   * The port that the client connects to.
   *
   * @default - any port
   */
  readonly port?: number;

  /**
   * Labels of the calling pods; sidecars only.
   *
   * @default - any caller
   */
  readonly sourceLabels?: { [key: string]: string };

  /**
   * The namespace of the calling pods; sidecars only.
   *
   * @default - any namespace
   */
  readonly sourceNamespace?: string;

  /**
   * The Gateways through which the request comes in, instead of those of the VirtualService.
   *
   * @default - those of the VirtualService
   */
  readonly gateways?: IIstioGateway[];
}

export function renderHttpMatch(match: IstioHttpMatch) {
  return compact<Wire<VirtualServiceSpecHttpMatch>>({
    uri: match.uri?._toJson(),
    ignoreUriCase: match.ignoreUriCase || undefined,
    scheme: match.scheme?._toJson(),
    method: match.method?._toJson(),
    authority: match.authority?._toJson(),
    headers: renderAll(match.headers),
    withoutHeaders: renderAll(match.withoutHeaders),
    queryParams: renderAll(match.queryParams),
    port: match.port,
    sourceLabels: unlessEmpty(match.sourceLabels),
    sourceNamespace: match.sourceNamespace,
    gateways: unlessEmpty(match.gateways?.map((gateway) => gateway.gatewayName)),
  });
}

export function checkHttpMatches(prop: string, matches: IstioHttpMatch[] | undefined): Problem[] {
  return (matches ?? []).flatMap((match, index) => checkMatch(`${prop}.match[${index}]`, match));
}

function checkMatch(prop: string, match: IstioHttpMatch): Problem[] {
  const texts = { uri: match.uri, scheme: match.scheme, method: match.method, authority: match.authority };
  const empty = Object.entries(texts).filter(([, value]) => value?._isEmpty).map(([key]) => ({
    rule: 'http-match-set', prop: `${prop}.${key}`, wrong: 'compares with nothing', got: '', remedy: 'leave it out to match anything',
  }));
  return [...empty, ...checkPort(`${prop}.port`, match.port)];
}

function renderAll(matches: { [name: string]: StringMatch } | undefined) {
  return unlessEmpty(Object.fromEntries(Object.entries(matches ?? {}).map(([name, match]) => [name, match._toJson()])));
}
