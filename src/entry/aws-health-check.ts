import { Duration } from 'cdk8s';
import { AwsTargetType } from './aws-target-type';
import { checkPort, checkWhole, checkWholeSeconds } from '../core/checks/checks';
import { Problem } from '../core/checks/problems';

/**
 * How a load balancer finds out which gateway pods may get requests.
 *
 * The gateway pods say so themselves on their status port. On the ports of the users they answer 404 to a health check,
 * as no VirtualService has its host.
 */
export interface AwsHealthCheck {
  /**
   * The number of the port that is asked: of the pods for the target type IP, of the nodes (30000 to 32767) for INSTANCE.
   *
   * @default - for IP 15021, the status port of the pods; for INSTANCE the port of the Service that `portName` names
   */
  readonly port?: number;

  /**
   * The name of a port of the Service, in place of its number; the AWS controller looks up which one is asked.
   *
   * @default - for INSTANCE `status-port`, as Istio's own charts name it
   */
  readonly portName?: string;

  /**
   * The path that is asked for.
   *
   * @default /healthz/ready
   */
  readonly path?: string;

  /**
   * How often a pod is asked, in whole seconds from 5 to 300.
   *
   * @default - 15 seconds for an ALB, 10 for an NLB, decided by the AWS controller
   */
  readonly interval?: Duration;

  /**
   * How long an answer may take, in whole seconds from 2 to 120; less than the interval.
   *
   * @default - 5 seconds for an ALB, 10 for an NLB, decided by the AWS controller
   */
  readonly timeout?: Duration;

  /**
   * How many good answers in a row bring a pod in, from 2 to 10.
   *
   * @default - 2 for an ALB, 3 for an NLB, decided by the AWS controller
   */
  readonly healthyThreshold?: number;

  /**
   * How many bad answers in a row take a pod out, from 2 to 10.
   *
   * @default - 2 for an ALB, 3 for an NLB, decided by the AWS controller
   */
  readonly unhealthyThreshold?: number;

  /**
   * The HTTP status codes of good answers: single ones, lists or ranges, such as `200-299`.
   *
   * @default - 200 for an ALB, 200 to 399 for an NLB, decided by the AWS controller
   */
  readonly successCodes?: string;
}

const STATUS_PORT = 15021;

/** The port as the AWS controller takes it: it finds the node's port behind a name, but takes a number as it is. */
export function healthCheckPort(check: AwsHealthCheck, target: AwsTargetType): string {
  const byDefault = target === AwsTargetType.IP ? String(STATUS_PORT) : 'status-port';
  return check.portName ?? check.port?.toString() ?? byDefault;
}

export const HEALTH_CHECK_PATH = '/healthz/ready';

/** The times of the AWS controller, in seconds. */
export interface HealthCheckTimes {
  readonly interval: number;
  readonly timeout: number;
}

export function checkHealthCheck(check: AwsHealthCheck, target: AwsTargetType, defaults: HealthCheckTimes): Problem[] {
  const interval = check.interval?.toMilliseconds() ?? defaults.interval * 1000;
  const timeout = check.timeout?.toMilliseconds() ?? defaults.timeout * 1000;
  const between = (prop: 'interval' | 'timeout', min: number, max: number): Problem[] => {
    const ms = check[prop]?.toMilliseconds();
    return ms === undefined || (ms >= min * 1000 && ms <= max * 1000) ? checkWholeSeconds(`healthCheck.${prop}`, check[prop]) : [{
      rule: 'health-check-range', prop: `healthCheck.${prop}`, wrong: `must be from ${min} to ${max} s`, got: `${ms} ms`, remedy: `use Duration.seconds(${min}) or more`,
    }];
  };
  const late: Problem[] = timeout < interval || (!check.interval && !check.timeout) ? [] : [{
    rule: 'health-check-timeout', prop: 'healthCheck.timeout', wrong: `must be shorter than the interval (${interval / 1000} s)`, got: `${timeout / 1000} s`, remedy: 'set both, the interval longer',
  }];
  return [
    ...checkHealthCheckPort(check, target),
    ...between('interval', 5, 300),
    ...between('timeout', 2, 120),
    ...late,
    ...checkWhole('health-check-range', 'healthCheck.healthyThreshold', check.healthyThreshold, { min: 2, max: 10 }),
    ...checkWhole('health-check-range', 'healthCheck.unhealthyThreshold', check.unhealthyThreshold, { min: 2, max: 10 }),
    ...checkTexts(check),
  ];
}

/** A port of the pods is no port of the nodes: each check would fail, and no request would come in. */
function checkHealthCheckPort({ port, portName }: AwsHealthCheck, target: AwsTargetType): Problem[] {
  if (port !== undefined && portName !== undefined) {
    return [{ rule: 'health-check-port', prop: 'healthCheck.port, healthCheck.portName', wrong: 'name two ports', got: [port, portName], remedy: 'leave one out' }];
  }
  const nodes = target === AwsTargetType.INSTANCE;
  return port === undefined || !nodes || (port >= 30000 && port <= 32767) ? checkPort('healthCheck.port', port) : [{
    rule: 'health-check-port',
    prop: 'healthCheck.port',
    wrong: 'is no port of a node, and with the target type INSTANCE nodes are asked',
    got: port,
    remedy: "name the port of the Service with portName ('status-port'), or use AwsTargetType.IP",
  }];
}

function checkTexts({ path, portName, successCodes }: AwsHealthCheck): Problem[] {
  const wrong = (rule: string, prop: string, got: string, remedy: string): Problem => ({ rule, prop: `healthCheck.${prop}`, wrong: 'is not understood', got, remedy });
  return [
    ...path === undefined || /^\/\S{0,1023}$/.test(path) ? [] : [wrong('health-check-path', 'path', path, 'write a path that starts with "/"')],
    ...portName === undefined || /^(?=.*[a-z])[-a-z0-9]{1,63}$/.test(portName) ? [] : [wrong('health-check-port', 'portName', portName, 'write the name of a port of the Service')],
    ...successCodes === undefined || /^\d{3}(-\d{3})?(,\d{3}(-\d{3})?)*$/.test(successCodes) ? [] : [
      wrong('health-check-codes', 'successCodes', successCodes, "write for instance '200', '200,204' or '200-299'"),
    ],
  ];
}
