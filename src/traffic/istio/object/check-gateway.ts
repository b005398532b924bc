import { ApiObject } from 'cdk8s';
import { IstioGatewayServer } from './gateway-server';
import { Problem } from '../../../core/checks/problems';
import { Manifest } from '../../../core/manifest';

/** An object that is known as its props have it, and with patches as it will be synthesized. */
export interface Written {
  readonly name: string;
  readonly namespace?: string;
  readonly apiObject: ApiObject;
  readonly _spec: Manifest;
}

/** How to read the spec of an object. */
export type SpecOf = (object: Written) => Manifest;

/**
 * Judges by the props, which costs little and is right nearly always; where something is wrong, once more with the patches
 * of the user, which may have put it right.
 */
export function judge(check: (specOf: SpecOf) => Problem[]): Problem[] {
  return check(({ _spec }) => _spec).length === 0 ? [] : check(({ apiObject }) => apiObject.toJson().spec);
}

/** The names of the ports: those that are set, and for the others one that no other has. */
export function portNames(servers: IstioGatewayServer[]): string[] {
  const used = new Set(servers.flatMap(({ _portName }) => _portName ?? []));
  return servers.map(({ _portName, _defaultPortName }) => {
    let name = _portName ?? _defaultPortName;
    for (let number = 2; _portName === undefined && used.has(name); number += 1) {
      name = `${_defaultPortName}-${number}`;
    }
    used.add(name);
    return name;
  });
}

export function checkPortNames(names: string[]): Problem[] {
  const wrong = (index: number) => {
    if (names[index] === '') {
      return 'is empty';
    }
    return names.indexOf(names[index]) === index ? undefined : 'another server has this name';
  };
  return names.flatMap((name, index) => wrong(index) === undefined ? [] : [{
    rule: 'server-port-names', prop: `servers[${index}].portName`, wrong: wrong(index)!, got: name, remedy: 'leave it out, or name each port differently',
  }]);
}

/** What servers get wrong among themselves: Istio would leave out one of them, with a line in its log. */
export function checkServers(servers: Manifest[]): Problem[] {
  if (servers.length === 0) {
    return [{ rule: 'servers-present', prop: 'servers', wrong: 'is empty', remedy: "pass at least one, for instance IstioGatewayServer.http(['*.example.com'])" }];
  }
  return servers.flatMap((server, index) => servers.slice(0, index).flatMap((earlier) => {
    if (!shareSocket(server, earlier)) {
      return [];
    }
    return !canShare(server, earlier) ? [{
      rule: 'server-port-shared',
      prop: `servers[${index}].port`,
      wrong: `a server of ${earlier.port.protocol} listens there, which cannot be told from ${server.port.protocol}`,
      got: server.port.number,
      remedy: 'give one of them another port',
    }] : sameHosts(server, earlier).map((host) => ({
      rule: 'server-hosts-distinct', prop: `servers[${index}].hosts`, wrong: 'another server of this port has the host', got: host, remedy: 'name it in one of them',
    }));
  }));
}

/** Two Gateways for the same pods are one to Istio, and only one of them gets the requests of a host. */
export function checkSharedHosts(gateway: Written, earlier: Written[]): Problem[] {
  return judge((specOf) => earlier.filter((other) => sameText(specOf(gateway).selector, specOf(other).selector)).flatMap((other) => (
    specOf(gateway).servers.flatMap((server: Manifest, index: number) => specOf(other).servers
      .filter((theirs: Manifest) => shareSocket(server, theirs))
      .flatMap((theirs: Manifest) => sameHosts(server, theirs).map((host) => ({
        rule: 'gateway-hosts-distinct',
        prop: `servers[${index}].hosts`,
        wrong: `Gateway ${other.name} has the host on this port for the same pods`,
        got: host,
        remedy: 'name it in one of them',
      }))))
  )));
}

function shareSocket(one: Manifest, other: Manifest): boolean {
  return one.port.number === other.port.number && one.bind === other.bind;
}

/** Plain requests are told apart by their host, TLS connections by the name that the client asks for, others by nothing. */
function canShare(one: Manifest, other: Manifest): boolean {
  const told = (server: Manifest) => ({ HTTP: 'host', HTTPS: 'sni', TLS: 'sni' } as Record<string, string>)[server.port.protocol];
  return told(one) !== undefined && told(one) === told(other);
}

function sameHosts(one: Manifest, other: Manifest): string[] {
  const theirs = other.hosts.map((host: string) => host.toLowerCase());
  return one.hosts.filter((host: string) => theirs.includes(host.toLowerCase()));
}

function sameText(one: Record<string, string>, other: Record<string, string>): boolean {
  const text = (map: Record<string, string>) => JSON.stringify(Object.entries(map).sort());
  return text(one) === text(other);
}
