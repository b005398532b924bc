import * as kplus from 'cdk8s-plus-28';
import { RolloutProps } from './rollout-props';
import { checkDnsLabel, checkWhole, checkWholeSeconds } from '../core/checks/checks';
import { Problems } from '../core/checks/problems';
import { POD_TEMPLATE_HASH_LABEL } from '../core/labels';

const DEFAULT_PROGRESS_DEADLINE_SECONDS = 600;
const POD_PROPS: Array<keyof RolloutProps> = [
  'containers', 'initContainers', 'volumes', 'serviceAccount', 'securityContext', 'hostAliases', 'dns', 'dockerRegistryAuth',
  'automountServiceAccountToken', 'hostNetwork', 'terminationGracePeriod', 'spread',
];

/** What the props of any rollout can get wrong on their own. */
export function checkRollout(problems: Problems, name: string, props: RolloutProps): void {
  problems.add(
    ...checkDnsLabel('metadata.name', name),
    ...checkWhole('replicas-range', 'replicas', props.replicas, { min: 0 }),
    ...checkWhole('history-limit-range', 'revisionHistoryLimit', props.revisionHistoryLimit, { min: 0 }),
    ...checkWhole('history-limit-range', 'successfulRunHistoryLimit', props.successfulRunHistoryLimit, { min: 0 }),
    ...checkWhole('history-limit-range', 'unsuccessfulRunHistoryLimit', props.unsuccessfulRunHistoryLimit, { min: 0 }),
    ...checkWhole('rollback-window-range', 'rollbackWindow', props.rollbackWindow, { min: 1 }),
    ...checkWholeSeconds('minReady', props.minReady),
    ...checkWholeSeconds('progressDeadline', props.progressDeadline, 1),
  );
  checkDeadline(problems, props);
  checkPods(problems, props);
}

function checkDeadline(problems: Problems, props: RolloutProps): void {
  const minReady = (props.minReady?.toMilliseconds() ?? 0) / 1000;
  const deadline = (props.progressDeadline?.toMilliseconds() ?? DEFAULT_PROGRESS_DEADLINE_SECONDS * 1000) / 1000;
  problems.require(deadline > minReady, {
    rule: 'progress-deadline-over-min-ready',
    prop: 'progressDeadline',
    wrong: `must be longer than minReady (${minReady} s)`,
    got: `${deadline} s`,
    remedy: 'raise progressDeadline or lower minReady',
  });
}

function checkPods(problems: Problems, props: RolloutProps): void {
  const described = POD_PROPS.filter((key) => props[key] !== undefined);
  // Metadata of the rollout is laid over that of a template, but a referenced workload is out of reach.
  const sources = [...described, ...(['template', 'workload'] as const).filter((key) => props[key]), ...props.workload && props.podMetadata ? ['podMetadata'] : []];
  const elsewhere = props.template || props.workload;
  problems.require(!elsewhere || sources.length === 1, {
    rule: 'pods-described-once',
    prop: sources.join(', '),
    wrong: 'the pods are described more than once',
    remedy: 'pass only one of containers (with the other pod properties), template and workload',
  });
  problems.add(...props.template?._problems() ?? [], ...props.workload?._problems() ?? []);
  problems.require(!Number.isNaN(props.restartAt?.getTime() ?? 0), {
    rule: 'restart-at-time', prop: 'restartAt', wrong: 'is no time', got: String(props.restartAt), remedy: "pass for instance new Date('2030-01-31T12:00:00Z')",
  });
  problems.require((props.restartPolicy ?? kplus.RestartPolicy.ALWAYS) === kplus.RestartPolicy.ALWAYS, {
    rule: 'restart-policy-always',
    prop: 'restartPolicy',
    wrong: 'pods of a rollout always restart',
    got: props.restartPolicy,
    remedy: 'leave restartPolicy out',
  });
  problems.require(props.podMetadata?.labels?.[POD_TEMPLATE_HASH_LABEL] === undefined, {
    rule: 'hash-label-reserved',
    prop: `podMetadata.labels["${POD_TEMPLATE_HASH_LABEL}"]`,
    wrong: 'this label belongs to the controller',
    got: props.podMetadata?.labels?.[POD_TEMPLATE_HASH_LABEL],
    remedy: 'leave it out',
  });
}
