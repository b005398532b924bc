import { JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import {
  IstioApiVersion, IstioGateway, IstioGatewayProps, IstioGatewayServer, IstioGatewayServerOptions, IstioGatewayTls, IstioTlsVersion,
} from '../../../../src';
import { strictDecodingErrors } from '../../../util/schema';
import { errorOf, find, Manifest, synth } from '../../../util/synth';

const HOSTS = ['*.test.com'];

test('a Gateway is for the pods of the ingress gateway, unless it says otherwise', () => {
  expect(gatewayOf({}).spec.selector).toEqual({ istio: 'ingressgateway' });
  expect(gatewayOf({ selector: { app: 'edge' } }).spec.selector).toEqual({ app: 'edge' });
});

test('a Gateway has its name, namespace and version', () => {
  const { apiVersion, metadata } = gatewayOf({ metadata: { name: 'public', namespace: 'istio-system' }, apiVersion: IstioApiVersion.V1BETA1 });

  expect([apiVersion, metadata]).toEqual(['networking.istio.io/v1beta1', { name: 'public', namespace: 'istio-system' }]);
});

test('a Gateway is referred to by namespace and name', () => {
  synth((chart) => expect(new IstioGateway(chart, 'public', { servers: [IstioGatewayServer.http(HOSTS)] }).gatewayName).toBe('app-service/public'));
});

test('a Gateway known by name is referred to as it is written', () => {
  expect(IstioGateway.fromGatewayName('istio-system/ingressgateway').gatewayName).toBe('istio-system/ingressgateway');
});

test('a patch lands', () => {
  const manifests = synth((chart) => new IstioGateway(chart, 'g', { servers: [IstioGatewayServer.http(HOSTS)] }).apiObject
    .addJsonPatch(JsonPatch.add('/spec/servers/0/hosts/-', 'b.com')));

  expect(find(manifests, 'Gateway').spec.servers[0].hosts).toEqual(['*.test.com', 'b.com']);
});

describe('a server is written as', () => {
  test.each<[string, IstioGatewayServer, Manifest]>([
    ['http', IstioGatewayServer.http(HOSTS), { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: HOSTS }],
    ['redirect', IstioGatewayServer.redirectToHttps(HOSTS), { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: HOSTS, tls: { httpsRedirect: true } }],
    ['https', IstioGatewayServer.https(HOSTS, IstioGatewayTls.simple('cert')), {
      port: { number: 443, name: 'https', protocol: 'HTTPS' }, hosts: HOSTS, tls: { mode: 'SIMPLE', credentialName: 'cert' },
    }],
    ['tls', IstioGatewayServer.tls(HOSTS, IstioGatewayTls.istioMutual()), { port: { number: 443, name: 'tls', protocol: 'TLS' }, hosts: HOSTS, tls: { mode: 'ISTIO_MUTUAL' } }],
    ['passthrough', IstioGatewayServer.passthrough(HOSTS), { port: { number: 443, name: 'tls', protocol: 'TLS' }, hosts: HOSTS, tls: { mode: 'PASSTHROUGH' } }],
    ['tcp', IstioGatewayServer.tcp(5432), { port: { number: 5432, name: 'tcp', protocol: 'TCP' }, hosts: ['*'] }],
    ['all that is set', IstioGatewayServer.http(HOSTS, { port: 8080, portName: 'web', bind: '10.0.0.1', serverName: 'main' }), {
      port: { number: 8080, name: 'web', protocol: 'HTTP' }, hosts: HOSTS, bind: '10.0.0.1', name: 'main',
    }],
  ])('%s', (_name, server, written) => {
    expect(gatewayOf({ servers: [server] }).spec.servers).toEqual([written]);
  });
});

describe('TLS is written as', () => {
  test.each<[string, IstioGatewayTls, Manifest]>([
    ['simple', IstioGatewayTls.simple('cert', { minVersion: IstioTlsVersion.V1_2, maxVersion: IstioTlsVersion.V1_3, cipherSuites: ['ECDHE-RSA-AES256-GCM-SHA384'] }), {
      mode: 'SIMPLE', credentialName: 'cert', minProtocolVersion: 'TLSV1_2', maxProtocolVersion: 'TLSV1_3', cipherSuites: ['ECDHE-RSA-AES256-GCM-SHA384'],
    }],
    ['mutual', IstioGatewayTls.mutual('cert', { subjectAltNames: ['client.test.com'] }), { mode: 'MUTUAL', credentialName: 'cert', subjectAltNames: ['client.test.com'] }],
    ['optional mutual', IstioGatewayTls.optionalMutual('cert'), { mode: 'OPTIONAL_MUTUAL', credentialName: 'cert' }],
  ])('%s', (_name, tls, written) => {
    expect(gatewayOf({ servers: [IstioGatewayServer.https(HOSTS, tls)] }).spec.servers[0].tls).toEqual(written);
  });
});

describe('ports', () => {
  test('of several servers have different names', () => {
    const servers = [
      IstioGatewayServer.https(['a.com'], IstioGatewayTls.simple('a')),
      IstioGatewayServer.https(['b.com'], IstioGatewayTls.simple('b')),
      IstioGatewayServer.https(['c.com'], IstioGatewayTls.simple('c'), { portName: 'https-2' }),
    ];

    expect(namesIn(servers)).toEqual(['https', 'https-3', 'https-2']);
  });

  test('have different names, whatever names are set', () => {
    const options = fc.record<IstioGatewayServerOptions>({ portName: fc.option(fc.constantFrom('http', 'http-2', 'http-3', 'web'), { nil: undefined }) });
    const distinct = fc.uniqueArray(options, { selector: ({ portName }) => portName ?? Symbol(), minLength: 1, maxLength: 8 });

    fc.assert(fc.property(distinct, (list) => {
      const names = namesIn(list.map((option, index) => IstioGatewayServer.http([`host-${index}.com`], option)));

      return new Set(names).size === list.length && list.every(({ portName }, index) => portName === undefined || names[index] === portName);
    }), { numRuns: 30 });
  });
});

test('the API server knows every field', () => {
  const options = { minVersion: IstioTlsVersion.V1_2, maxVersion: IstioTlsVersion.V1_3, cipherSuites: ['ECDHE-RSA-AES256-GCM-SHA384'], subjectAltNames: ['a'] };
  const servers = [
    IstioGatewayServer.http(HOSTS, { bind: '10.0.0.1', serverName: 'main', portName: 'web' }),
    IstioGatewayServer.redirectToHttps(HOSTS),
    IstioGatewayServer.https(['./a.com', 'shop/b.com', '*/c.com'], IstioGatewayTls.mutual('cert', options)),
    IstioGatewayServer.passthrough(['d.com']),
    IstioGatewayServer.tls(['e.com'], IstioGatewayTls.optionalMutual('cert')),
    IstioGatewayServer.tcp(5432),
  ];

  expect(strictDecodingErrors(gatewayOf({ servers }))).toEqual([]);
});

describe('fails when', () => {
  const https = (host: string) => IstioGatewayServer.https([host], IstioGatewayTls.simple('cert'));

  test.each<[string, Partial<IstioGatewayProps>, string, string]>([
    ['its name is no DNS label', { metadata: { name: 'a.b' } }, 'name-dns-label', 'metadata.name'],
    ['there is no server', { servers: [] }, 'servers-present', 'servers'],
    ['it is for all pods', { selector: {} }, 'gateway-selector', 'selector'],
    ['it selects by no label', { selector: { app: 'a b' } }, 'gateway-selector', 'selector["app"]'],
    ['a server has no host', { servers: [IstioGatewayServer.http([])] }, 'hosts-present', 'servers[0].hosts'],
    ['a host is none', { servers: [IstioGatewayServer.http(['a b'])] }, 'host-dns-name', 'servers[0].hosts[0]'],
    ['a wildcard is not the first label', { servers: [IstioGatewayServer.http(['a.*.com'])] }, 'host-dns-name', 'servers[0].hosts[0]'],
    ['a host is for no namespace', { servers: [IstioGatewayServer.http(['A_b/a.com'])] }, 'server-host-namespace', 'servers[0].hosts[0]'],
    ['a host has a path', { servers: [IstioGatewayServer.http(['shop/a.com/path'])] }, 'host-dns-name', 'servers[0].hosts[0]'],
    ['a port is out of range', { servers: [IstioGatewayServer.tcp(0)] }, 'port-range', 'servers[0].port'],
    ['a server listens nowhere', { servers: [IstioGatewayServer.http(HOSTS, { bind: 'here' })] }, 'server-bind', 'servers[0].bind'],
    ['the certificate has no name', { servers: [IstioGatewayServer.https(HOSTS, IstioGatewayTls.simple(''))] }, 'name-dns-subdomain', 'servers[0].tls.credentialName'],
    ['TLS versions are the wrong way round', {
      servers: [IstioGatewayServer.https(HOSTS, IstioGatewayTls.simple('a', { minVersion: IstioTlsVersion.V1_3, maxVersion: IstioTlsVersion.V1_2 }))],
    }, 'tls-versions', 'servers[0].tls.maxVersion'],
    ['clients without certificate have names', { servers: [IstioGatewayServer.https(HOSTS, IstioGatewayTls.simple('a', { subjectAltNames: ['b'] }))] }, 'tls-client-names', 'servers[0].tls.subjectAltNames'],
    ['a cipher stands twice', { servers: [IstioGatewayServer.https(HOSTS, IstioGatewayTls.simple('a', { cipherSuites: ['b', 'b'] }))] }, 'tls-ciphers-distinct', 'servers[0].tls.cipherSuites'],
    ['two ports have one name', { servers: [IstioGatewayServer.http(['a.com'], { portName: 'a' }), IstioGatewayServer.http(['b.com'], { portName: 'a' })] }, 'server-port-names', 'servers[1].portName'],
    ['a port has an empty name', { servers: [IstioGatewayServer.http(HOSTS, { portName: '' })] }, 'server-port-names', 'servers[0].portName'],
    ['plain requests and TLS share a port', { servers: [https('a.com'), IstioGatewayServer.http(['b.com'], { port: 443 })] }, 'server-port-shared', 'servers[1].port'],
    ['two TCP servers share a port', { servers: [IstioGatewayServer.tcp(80), IstioGatewayServer.tcp(80)] }, 'server-port-shared', 'servers[1].port'],
    ['two servers of a port have one host', { servers: [https('a.com'), https('A.com')] }, 'server-hosts-distinct', 'servers[1].hosts'],
  ])('%s', (_name, props, rule, prop) => {
    const error = errorOf((chart) => new IstioGateway(chart, 'g', { servers: [IstioGatewayServer.http(HOSTS)], ...props }));

    expect(error).toMatch(/^app\/g: /);
    expect(error).toContain(`[${rule}] ${prop}: `);
  });

  test('two Gateways for the same pods have one host on one port', () => {
    const error = errorOf((chart) => {
      new IstioGateway(chart, 'one', { servers: [IstioGatewayServer.http(['a.com', 'b.com'])] });
      new IstioGateway(chart, 'two', { servers: [IstioGatewayServer.http(['b.com'])] });
    });

    expect(error).toContain('[app/two] [gateway-hosts-distinct] servers[0].hosts: Gateway one has the host on this port for the same pods, got "b.com"');
  });
});

describe('two Gateways may have one host', () => {
  test.each<[string, Partial<IstioGatewayProps>]>([
    ['for different pods', { selector: { istio: 'egressgateway' } }],
    ['on different ports', { servers: [IstioGatewayServer.https(['b.com'], IstioGatewayTls.simple('b'))] }],
  ])('%s', (_name, props) => {
    expect(() => synth((chart) => {
      new IstioGateway(chart, 'one', { servers: [IstioGatewayServer.http(['b.com'])] });
      new IstioGateway(chart, 'two', { servers: [IstioGatewayServer.http(['b.com'])], ...props });
    })).not.toThrow();
  });

  test('once a patch has parted them', () => {
    expect(() => synth((chart) => {
      new IstioGateway(chart, 'one', { servers: [IstioGatewayServer.http(['b.com'])] });
      new IstioGateway(chart, 'two', { servers: [IstioGatewayServer.http(['b.com'])] }).apiObject.addJsonPatch(JsonPatch.replace('/spec/servers/0/port/number', 8080));
    })).not.toThrow();
  });
});

function gatewayOf(props: Partial<IstioGatewayProps>): Manifest {
  return find(synth((chart) => new IstioGateway(chart, 'g', { servers: [IstioGatewayServer.http(HOSTS)], ...props })), 'Gateway');
}

function namesIn(servers: IstioGatewayServer[]): string[] {
  return gatewayOf({ servers }).spec.servers.map(({ port }: Manifest) => port.name);
}
