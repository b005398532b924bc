import { at, isRecord, items, list, Located, text } from '../../../core/read';
import { GATEWAY } from '../../../model/manifests/kinds';
import { Violation, Rule } from '../../rule';
import { Severity } from '../../severity';

export const gatewayTls: Rule = {
  id: 'gateway-tls',
  severity: Severity.ERROR,
  summary: 'servers of HTTPS and TLS say how TLS ends, with one certificate; servers of HTTP only whether they redirect',
  why: 'Istio refuses the Gateway',
  remedy: 'write tls with mode SIMPLE and a credentialName, or leave tls out of an HTTP server, but for httpsRedirect',
  kinds: [GATEWAY],
  example: {
    bad: `
      kind: Gateway
      spec:
        servers: [ { hosts: [ app.example.com ], port: { number: 443, name: https, protocol: HTTPS }, tls: { mode: SIMPLE } } ]
    `,
    good: `
      kind: Gateway
      spec:
        servers:
          [
            {
                hosts: [ app.example.com ],
                port: { number: 443, name: https, protocol: HTTPS },
                tls: { mode: SIMPLE, credentialName: app }
              }
          ]
    `,
  },
  check: (gateway) => items(at(gateway, 'spec', 'servers'), 'spec.servers').flatMap(checkServer),
};

function checkServer({ value, path }: Located): Violation[] {
  const protocol = text(at(value, 'port', 'protocol')).toUpperCase();
  const secure = protocol === 'HTTPS' || protocol === 'TLS';
  if (!isRecord(value.tls)) {
    return secure ? [{ path: `${path}.tls`, message: `is missing, as the protocol is ${protocol}` }] : [];
  }
  const { httpsRedirect, ...rest } = value.tls;
  const plain = !secure && Object.values(rest).some((entry) => entry !== undefined && entry !== null && entry !== 'PASSTHROUGH');
  if (protocol === 'HTTP' && plain) {
    return [{ path: `${path}.tls`, value: value.tls, message: 'stands on a server of plain HTTP' }];
  }
  return secure ? checkCertificates(value.tls, `${path}.tls`) : [];
}

function checkCertificates(tls: Record<string, unknown>, path: string): Violation[] {
  const mode = text(tls.mode) || 'PASSTHROUGH';
  const files = text(tls.serverCertificate) !== '' || text(tls.privateKey) !== '';
  const ways = [text(tls.credentialName) !== '', list(tls.credentialNames).length > 0, list(tls.tlsCertificates).length > 0, files].filter(Boolean).length;
  if (mode === 'ISTIO_MUTUAL') {
    return ways > 0 ? [{ path, value: tls, message: 'is ISTIO_MUTUAL, which brings its certificates itself' }] : [];
  }
  if (!['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode)) {
    return [];
  }
  if (ways !== 1) {
    return [{ path: `${path}.credentialName`, value: tls.credentialName, message: ways === 0 ? `is missing, as the mode is ${mode}` : 'stands beside another way to name certificates' }];
  }
  const missing = files ? ['serverCertificate', 'privateKey', ...mode === 'SIMPLE' ? [] : ['caCertificates']].filter((field) => text(tls[field]) === '') : [];
  return missing.map((field) => ({ path: `${path}.${field}`, message: `is missing, as the mode is ${mode}` }));
}
