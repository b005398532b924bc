import { checkHost } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { StringMatch } from '../../../core/constructs/string-match';
import { IIstioGateway } from '../object/gateway';

/**
 * Options of a preview by host.
 */
export interface CanaryPreviewHostOptions {
  /**
   * The Gateways through which testers come in.
   *
   * @default - those of the users
   */
  readonly gateways?: IIstioGateway[];

  /**
   * The name of the VirtualService of the testers.
   *
   * @default - the name of the rollout with `-canary` behind it
   */
  readonly virtualServiceName?: string;
}

interface HostPreview extends CanaryPreviewHostOptions {
  readonly host: string;
}

interface HeaderPreview {
  readonly header: string;
  readonly value: StringMatch;
  readonly routeName: string;
}

/**
 * How testers reach the new version over HTTPS during a canary release; outside of one they reach the stable version.
 *
 * Both ways are written in Git and keep the rewrites, timeouts and headers of the main route.
 *
 * @example
 *
 * const preview = CanaryPreview.all(
 *   CanaryPreview.host('app-api-canary.test.com'),
 *   CanaryPreview.header('x-canary', 'always'),
 * );
 *
 * new IstioCanaryRollout(chart, 'app', { containers, hosts, gateways, steps, preview });
 */
export class CanaryPreview {
  /**
   * By a host of its own, in a VirtualService of its own: nobody's edits of it meet the controller's weights.
   *
   * @param host The host; the Gateway and its certificate must cover it.
   * @param options Gateways and name.
   */
  public static host(host: string, options: CanaryPreviewHostOptions = {}): CanaryPreview {
    return new CanaryPreview([{ host, ...options }], []);
  }

  /**
   * By a header, on the hosts of the users: a route in front of the weighted one.
   *
   * @param header The name of the header.
   * @param value The exact value of the header.
   */
  public static header(header: string, value: string): CanaryPreview {
    return CanaryPreview.headerMatch(header, StringMatch.exact(value));
  }

  /**
   * By a header whose value matches.
   *
   * @param header The name of the header.
   * @param value How the value is compared.
   */
  public static headerMatch(header: string, value: StringMatch): CanaryPreview {
    return new CanaryPreview([], [{ header: header.toLowerCase(), value, routeName: PREVIEW_ROUTE }]);
  }

  /**
   * By several ways at once.
   *
   * @param previews The ways.
   */
  public static all(...previews: CanaryPreview[]): CanaryPreview {
    return new CanaryPreview(previews.flatMap(({ hosts }) => hosts), previews.flatMap(({ headers }) => headers));
  }

  private constructor(private readonly hosts: HostPreview[], private readonly headers: HeaderPreview[]) {}

  /** @internal */
  public get _hosts(): HostPreview[] {
    return this.hosts;
  }

  /** @internal */
  public get _headers(): HeaderPreview[] {
    return this.headers;
  }

  /** @internal */
  public _problems(userHosts: string[]): Problem[] {
    return [
      ...this.hosts.flatMap(({ host }) => checkHost('preview.host', host)),
      ...this.hosts.filter(({ host }, index) => this.hosts.findIndex((other) => other.host === host) !== index).map(({ host }) => ({
        rule: 'hosts-distinct', prop: 'preview.host', wrong: 'a host stands twice', got: host, remedy: 'name it once',
      })),
      ...this.hosts.filter(({ host }) => userHosts.includes(host)).map(({ host }) => ({
        rule: 'preview-host-differs',
        prop: 'preview.host',
        wrong: 'is a host of the users too',
        got: host,
        remedy: 'give the new version a host of its own, or use CanaryPreview.header',
      })),
      ...this.headers.filter(({ header, value }) => header === '' || value._isEmpty).map(({ header }) => ({
        rule: 'header-match-set', prop: 'preview.header', wrong: 'a header needs a name and a value', got: header, remedy: 'set both',
      })),
    ];
  }
}

/** The name of the route by which a header leads to the new version. */
export const PREVIEW_ROUTE = 'canary-preview';
