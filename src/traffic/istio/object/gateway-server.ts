import { isIP } from 'node:net';
import { IstioGatewayTls } from './gateway-tls';
import type { GatewaySpecServers } from '../../../../imports/networking.istio.io';
import { checkHost, checkPort } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { compact } from '../../../core/manifest';

type Server = Wire<GatewaySpecServers>;

/**
 * Options of an `IstioGatewayServer`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#Server
 */
export interface IstioGatewayServerOptions {
  /**
   * The port on which clients come in: a port of the Service in front of the gateway pods.
   *
   * @default - 80 for plain requests, 443 for TLS
   * @see spec.servers[].port.number
   */
  readonly port?: number;

  /**
   * The name of the port; each server of a Gateway has another.
   *
   * @default - the protocol in lower case, with a number behind it from the second server on
   * @see spec.servers[].port.name
   */
  readonly portName?: string;

  /**
   * The address on which the pods listen.
   *
   * @default - all addresses
   * @see spec.servers[].bind
   */
  readonly bind?: string;

  /**
   * The name of the server, for statistics.
   *
   * @default - it has none
   * @see spec.servers[].name
   */
  readonly serverName?: string;
}

/**
 * A port of a Gateway, with the hosts that are served there.
 *
 * A host may be a wildcard (`*.test.com`, `*`), and may say whose VirtualServices it takes: `app-service/*.test.com` those
 * of one namespace, `./*.test.com` those of the Gateway's own.
 *
 * @example
 *
 * new IstioGateway(chart, 'ingressgateway', {
 *   servers: [
 *     IstioGatewayServer.redirectToHttps(['*.test.com']),
 *     IstioGatewayServer.https(['*.test.com'], IstioGatewayTls.simple('test-com')),
 *   ],
 * });
 */
export class IstioGatewayServer {
  /**
   * Plain HTTP/1.1 and HTTP/2: for requests within the network, or behind a load balancer that ends TLS.
   *
   * @param hosts The hosts; at least one.
   * @param options Port and names.
   */
  public static http(hosts: string[], options: IstioGatewayServerOptions = {}): IstioGatewayServer {
    return new IstioGatewayServer('HTTP', hosts, undefined, { port: 80, ...options });
  }

  /**
   * Answers plain requests with a redirect (301) to HTTPS. Not behind a load balancer that ends TLS and speaks plain HTTP
   * to the Gateway: clients would be redirected for ever.
   *
   * @param hosts The hosts; at least one.
   * @param options Port and names.
   * @see spec.servers[].tls.httpsRedirect
   */
  public static redirectToHttps(hosts: string[], options: IstioGatewayServerOptions = {}): IstioGatewayServer {
    return new IstioGatewayServer('HTTP', hosts, { httpsRedirect: true }, { port: 80, ...options });
  }

  /**
   * HTTPS that ends at the Gateway.
   *
   * @param hosts The hosts; at least one. The certificate must cover them.
   * @param tls The certificate.
   * @param options Port and names.
   */
  public static https(hosts: string[], tls: IstioGatewayTls, options: IstioGatewayServerOptions = {}): IstioGatewayServer {
    return new IstioGatewayServer('HTTPS', hosts, tls, { port: 443, ...options });
  }

  /**
   * TLS that ends at the Gateway, with a protocol inside that is not HTTP; tcp routes take it.
   *
   * @param hosts The hosts; at least one. The certificate must cover them.
   * @param tls The certificate.
   * @param options Port and names.
   */
  public static tls(hosts: string[], tls: IstioGatewayTls, options: IstioGatewayServerOptions = {}): IstioGatewayServer {
    return new IstioGatewayServer('TLS', hosts, tls, { port: 443, ...options });
  }

  /**
   * TLS that ends at the application; tls routes take it by the host that the client names.
   *
   * @param hosts The hosts; at least one.
   * @param options Port and names.
   */
  public static passthrough(hosts: string[], options: IstioGatewayServerOptions = {}): IstioGatewayServer {
    return new IstioGatewayServer('TLS', hosts, { mode: 'PASSTHROUGH' }, { port: 443, ...options });
  }

  /**
   * TCP connections, whatever they carry; tcp routes take them.
   *
   * @param portNumber The port; no other server may use it.
   * @param options Names.
   */
  public static tcp(portNumber: number, options: IstioGatewayServerOptions = {}): IstioGatewayServer {
    return new IstioGatewayServer('TCP', ['*'], undefined, { ...options, port: portNumber });
  }

  private constructor(
    private readonly protocol: string,
    private readonly hosts: string[],
    private readonly security: IstioGatewayTls | Server['tls'],
    private readonly options: IstioGatewayServerOptions & { readonly port: number },
  ) {}

  /** @internal */
  public get _portName(): string | undefined {
    return this.options.portName;
  }

  /** @internal */
  public get _defaultPortName(): string {
    return this.protocol.toLowerCase();
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    const { port, bind } = this.options;
    const problems: Problem[] = this.hosts.length > 0 ? [] : [{
      rule: 'hosts-present', prop: `${prop}.hosts`, wrong: 'is empty', remedy: "name at least one host, for instance '*.example.com'",
    }];
    if (bind !== undefined && isIP(bind) === 0) {
      problems.push({ rule: 'server-bind', prop: `${prop}.bind`, wrong: 'is no IP address', got: bind, remedy: 'leave it out to listen on all addresses' });
    }
    return [
      ...problems,
      ...this.hosts.flatMap((host, index) => checkServerHost(`${prop}.hosts[${index}]`, host)),
      ...checkPort(`${prop}.port`, port),
      ...this.security instanceof IstioGatewayTls ? this.security._problems(`${prop}.tls`) : [],
    ];
  }

  /** @internal */
  public _toJson(portName: string) {
    const { port, bind, serverName } = this.options;
    return compact<Server>({
      port: { number: port, name: portName, protocol: this.protocol },
      hosts: this.hosts,
      tls: this.security instanceof IstioGatewayTls ? this.security._toJson() : this.security,
      bind,
      name: serverName,
    });
  }
}

const NAMESPACE = /^(\*|\.|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$/;

function checkServerHost(prop: string, value: string): Problem[] {
  const [namespace, host] = value.includes('/') ? value.split(/\/(.*)/s) : ['*', value];
  return NAMESPACE.test(namespace) ? checkHost(prop, host) : [{
    rule: 'server-host-namespace',
    prop,
    wrong: 'begins with no namespace',
    got: value,
    remedy: 'write namespace/host, ./host for the namespace of the Gateway, or the host alone',
  }];
}
