import { checkPort } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';

/**
 * A port on which an ALB takes requests.
 *
 * @example
 *
 * new AlbEntryPoint(chart, 'internal', {
 *   hosts: ['app-api.test.com'],
 *   listeners: [AlbListener.http(), AlbListener.https(8443)],
 * });
 */
export class AlbListener {
  /**
   * Plain HTTP.
   *
   * @param port The port, 80 unless given.
   */
  public static http(port: number = 80): AlbListener {
    return new AlbListener('HTTP', port);
  }

  /**
   * HTTPS; TLS ends at the ALB.
   *
   * @param port The port, 443 unless given.
   */
  public static https(port: number = 443): AlbListener {
    return new AlbListener('HTTPS', port);
  }

  private constructor(private readonly protocol: 'HTTP' | 'HTTPS', private readonly port: number) {}

  /** @internal */
  public get _port(): number {
    return this.port;
  }

  /** @internal */
  public get _isHttps(): boolean {
    return this.protocol === 'HTTPS';
  }

  /** @internal */
  public _toJson(): Record<string, number> {
    return { [this.protocol]: this.port };
  }
}

export function checkListeners(listeners: AlbListener[]): Problem[] {
  const ports = listeners.map(({ _port }) => _port);
  const none: Problem[] = listeners.length > 0 ? [] : [{
    rule: 'listeners-present', prop: 'listeners', wrong: 'is empty', remedy: 'leave it out for HTTP on 80 and HTTPS on 443',
  }];
  return [
    ...none,
    ...ports.flatMap((port, index) => checkPort(`listeners[${index}].port`, port)),
    ...ports.filter((port, index) => ports.indexOf(port) !== index).map((port) => ({
      rule: 'listeners-distinct', prop: 'listeners', wrong: 'two listen on one port', got: port, remedy: 'give each a port of its own',
    })),
  ];
}
