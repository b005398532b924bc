import type { GatewaySpecServersTls } from '../../../../imports/networking.istio.io';
import { checkDnsSubdomain } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { compact, unlessEmpty } from '../../../core/manifest';

type Tls = Wire<GatewaySpecServersTls>;

/**
 * A version of TLS.
 */
export enum IstioTlsVersion {
  /** TLS 1.2. */
  V1_2 = 'TLSV1_2',
  /** TLS 1.3. */
  V1_3 = 'TLSV1_3',
}

/**
 * What clients and a Gateway agree on.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings
 */
export interface IstioGatewayTlsOptions {
  /**
   * The oldest version that clients may use.
   *
   * @default - TLS 1.2, decided by Istio
   * @see spec.servers[].tls.minProtocolVersion
   */
  readonly minVersion?: IstioTlsVersion;

  /**
   * The newest version that clients may use.
   *
   * @default - TLS 1.3, decided by Istio
   * @see spec.servers[].tls.maxProtocolVersion
   */
  readonly maxVersion?: IstioTlsVersion;

  /**
   * The cipher suites for TLS 1.2, by their OpenSSL names; TLS 1.3 has its own.
   *
   * @default - decided by Istio
   * @see spec.servers[].tls.cipherSuites
   */
  readonly cipherSuites?: string[];

  /**
   * The names of which one must stand in the client's certificate. Mutual TLS only.
   *
   * @default - any name
   * @see spec.servers[].tls.subjectAltNames
   */
  readonly subjectAltNames?: string[];
}

/**
 * How a Gateway ends TLS: with which certificate, and whether clients show one too.
 *
 * @example
 *
 * new IstioGateway(chart, 'ingressgateway', {
 *   servers: [IstioGatewayServer.https(['*.test.com'], IstioGatewayTls.simple('test-com', { minVersion: IstioTlsVersion.V1_3 }))],
 * });
 */
export class IstioGatewayTls {
  /**
   * With a certificate of the Gateway, as browsers expect it.
   *
   * @param credentialName The Secret with `tls.crt` and `tls.key`, in the namespace of the gateway pods.
   * @param options Versions and ciphers.
   */
  public static simple(credentialName: string, options: IstioGatewayTlsOptions = {}): IstioGatewayTls {
    return new IstioGatewayTls('SIMPLE', credentialName, options);
  }

  /**
   * With certificates on both sides; clients without one are refused.
   *
   * @param credentialName The Secret with `tls.crt`, `tls.key` and `ca.crt`, in the namespace of the gateway pods.
   * @param options Versions, ciphers, and the names that clients may have.
   */
  public static mutual(credentialName: string, options: IstioGatewayTlsOptions = {}): IstioGatewayTls {
    return new IstioGatewayTls('MUTUAL', credentialName, options);
  }

  /**
   * With a certificate of the Gateway; one that a client shows is checked, but none is asked for.
   *
   * @param credentialName The Secret with `tls.crt`, `tls.key` and `ca.crt`, in the namespace of the gateway pods.
   * @param options Versions, ciphers, and the names that clients may have.
   */
  public static optionalMutual(credentialName: string, options: IstioGatewayTlsOptions = {}): IstioGatewayTls {
    return new IstioGatewayTls('OPTIONAL_MUTUAL', credentialName, options);
  }

  /**
   * With the mesh's own certificates on both sides, for callers that are part of the mesh.
   *
   * @param options Versions, ciphers, and the names that clients may have.
   */
  public static istioMutual(options: IstioGatewayTlsOptions = {}): IstioGatewayTls {
    return new IstioGatewayTls('ISTIO_MUTUAL', undefined, options);
  }

  private constructor(
    private readonly mode: Tls['mode'],
    private readonly credentialName: string | undefined,
    private readonly options: IstioGatewayTlsOptions,
  ) {}

  /** @internal */
  public _problems(prop: string): Problem[] {
    const { minVersion, maxVersion, cipherSuites = [], subjectAltNames } = this.options;
    const problems = this.credentialName === undefined ? [] : checkDnsSubdomain(`${prop}.credentialName`, this.credentialName);
    if (minVersion === IstioTlsVersion.V1_3 && maxVersion === IstioTlsVersion.V1_2) {
      problems.push({ rule: 'tls-versions', prop: `${prop}.maxVersion`, wrong: 'is older than minVersion', got: maxVersion, remedy: 'leave one out' });
    }
    if (this.mode === 'SIMPLE' && subjectAltNames?.length) {
      problems.push({
        rule: 'tls-client-names',
        prop: `${prop}.subjectAltNames`,
        wrong: 'clients show no certificate with IstioGatewayTls.simple',
        got: subjectAltNames,
        remedy: 'use IstioGatewayTls.mutual, or leave it out',
      });
    }
    problems.push(...cipherSuites.filter((name, index) => cipherSuites.indexOf(name) !== index).map((name) => ({
      rule: 'tls-ciphers-distinct', prop: `${prop}.cipherSuites`, wrong: 'a cipher suite stands twice', got: name, remedy: 'name it once',
    })));
    return problems;
  }

  /** @internal */
  public _toJson() {
    const { minVersion, maxVersion, cipherSuites, subjectAltNames } = this.options;
    return compact<Tls>({
      mode: this.mode,
      credentialName: this.credentialName,
      minProtocolVersion: minVersion && `${minVersion}`,
      maxProtocolVersion: maxVersion && `${maxVersion}`,
      cipherSuites: unlessEmpty(cipherSuites),
      subjectAltNames: unlessEmpty(subjectAltNames),
    });
  }
}
