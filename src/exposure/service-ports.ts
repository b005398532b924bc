import * as kplus from 'cdk8s-plus-28';
import { checkPort, checkDnsLabel } from '../core/checks/checks';
import { Problem } from '../core/checks/problems';

/** What Services need to know of the pods behind them. */
export interface PodPorts {
  readonly ports?: kplus.ServicePort[];
  readonly containers?: kplus.ContainerProps[];
}

/** The ports of the Services: as passed, or one for each port of the containers. */
export function servicePorts(pods: PodPorts): kplus.ServicePort[] {
  if (pods.ports) {
    return pods.ports;
  }
  const ports = (pods.containers ?? []).flatMap((container) => [
    ...container.portNumber ?? container.port ? [{ number: (container.portNumber ?? container.port)! } as kplus.ContainerPort] : [],
    ...container.ports ?? [],
  ]);
  return ports.map((port, index) => ({
    port: port.number,
    targetPort: port.number,
    // Istio reads the protocol from the name's prefix, and several ports must have names.
    name: port.name ?? (ports.length === 1 ? 'http' : `http-${index}`),
    ...port.protocol && { protocol: port.protocol },
  }));
}

export function checkServicePorts(ports: kplus.ServicePort[]): Problem[] {
  if (ports.length === 0) {
    return [{
      rule: 'ports-present',
      prop: 'ports',
      wrong: 'the Services of this rollout have no port',
      remedy: "pass ports, for instance [{ name: 'http', port: 80, targetPort: 8080 }], or give a container a portNumber",
    }];
  }
  return [...ports.flatMap(checkOne), ...checkDistinct(ports, 'port'), ...ports.length > 1 ? checkDistinct(ports, 'name') : []];
}

function checkOne(port: kplus.ServicePort, index: number): Problem[] {
  return [
    ...checkPort(`ports[${index}].port`, port.port),
    ...checkPort(`ports[${index}].targetPort`, port.targetPort),
    ...port.name === undefined ? [] : checkDnsLabel(`ports[${index}].name`, port.name),
  ];
}

function checkDistinct(ports: kplus.ServicePort[], key: 'port' | 'name'): Problem[] {
  const values = ports.map((port) => key === 'port' ? `${port.port}/${port.protocol ?? 'TCP'}` : port.name);
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  const again = twice < 0 ? values.indexOf(undefined) : twice;
  return again < 0 ? [] : [{
    rule: 'ports-distinct',
    prop: `ports[${again}].${key}`,
    wrong: values[again] === undefined ? 'several ports need names' : 'is used by another port',
    got: values[again],
    remedy: 'give each port a number and a name of its own',
  }];
}
