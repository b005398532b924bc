import { ArgoCdApplicationOptions, ArgoCdDestination } from './argo-cd-application-props';
import { ArgoCdRetry } from './argo-cd-retry';
import { checkSyncOptions } from './argo-cd-sync-options';
import { commonNamespace } from './render-application';
import { checkWhole } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { IgnoreDifference } from '../../model/managed-fields/ignore-difference';
import { Rollout } from '../../rollout/rollout';
import { ArgoCdCluster } from '../argo-cd-cluster';
import { checkNamespace, checkTime, isTemplated } from '../argo-cd-values';
import { ArgoCdProject } from '../project/argo-cd-project';

const DEFAULT_BACKOFF_SECONDS = 5;
const DEFAULT_MAX_BACKOFF_SECONDS = 180;

/** What the props of an Application get wrong, whether it stands alone or in a set. */
export function checkApplication(props: ArgoCdApplicationOptions): Problem[] {
  return [
    ...checkSources(props),
    ...checkDestination(props.destination ?? {}),
    ...(props.rollouts ?? []).flatMap((rollout) => checkRolloutNamespace(rollout, props.destination)),
    ...checkSyncOptions(props.syncOptions, props.rollouts?.length ?? 0),
    ...props.retry ? checkRetry(props.retry) : [],
    ...(props.ignoreDifferences ?? []).flatMap(checkRule),
    ...checkWhole('rollout-wave-range', 'rolloutWave', props.rolloutWave, { min: 1 }),
    ...checkWhole('history-limit-range', 'revisionHistoryLimit', props.revisionHistoryLimit, { min: 0 }),
    ...checkProject(props),
  ];
}

/** Objects go into the namespace that they name, whatever the Application says: two namespaces are a mistake in one of them. */
export function checkRolloutNamespace(rollout: Rollout, destination: ArgoCdDestination = {}): Problem[] {
  const { namespace } = rollout.metadata;
  const target = destination.namespace;
  return target === undefined || namespace === undefined || namespace === target || isTemplated(target) ? [] : [{
    rule: 'destination-namespace',
    prop: 'destination.namespace',
    wrong: `differs from the namespace of rollout ${rollout.name}, which is ${namespace}`,
    got: target,
    remedy: 'leave it out, or set the namespace of the chart of the rollout',
  }];
}

function checkSources({ source, sources }: ArgoCdApplicationOptions): Problem[] {
  if ((source === undefined) === (sources === undefined) || sources?.length === 0) {
    return [{
      rule: 'source-once', prop: 'source, sources', wrong: source ? 'both are given' : 'no source is given', remedy: 'pass source, or several as sources',
    }];
  }
  return [...source?._problems('source') ?? [], ...(sources ?? []).flatMap((one, index) => one._problems(`sources[${index}]`))];
}

function checkDestination({ cluster, namespace }: ArgoCdDestination): Problem[] {
  return [
    ...cluster?._problems('destination.cluster') ?? [],
    ...checkNamespace('destination.namespace', namespace),
  ];
}

function checkRetry({ limit, backoff, backoffFactor, maxBackoff }: ArgoCdRetry): Problem[] {
  const seconds = (time: ArgoCdRetry['backoff'], otherwise: number) => (time ? time.toMilliseconds() / 1000 : otherwise);
  const first = seconds(backoff, DEFAULT_BACKOFF_SECONDS);
  const longest = seconds(maxBackoff, DEFAULT_MAX_BACKOFF_SECONDS);
  return [
    ...checkWhole('retry-limit-range', 'retry.limit', limit, { min: -1 }),
    ...checkWhole('retry-factor-range', 'retry.backoffFactor', backoffFactor, { min: 1 }),
    ...checkTime('retry.backoff', backoff),
    ...checkTime('retry.maxBackoff', maxBackoff),
    ...longest < first ? [{
      rule: 'retry-backoff-order', prop: 'retry.maxBackoff', wrong: `must be retry.backoff (${first} s) or more`, got: `${longest} s`, remedy: 'raise maxBackoff or lower backoff',
    }] : [],
  ];
}

function checkRule(rule: IgnoreDifference, index: number): Problem[] {
  const prop = `ignoreDifferences[${index}]`;
  const { kind, jsonPointers = [], jqPathExpressions = [] } = rule;
  return [
    ...kind === '' ? [{ rule: 'ignore-rule-kind', prop: `${prop}.kind`, wrong: 'is empty', remedy: 'name the kind, as in Deployment' }] : [],
    ...jsonPointers.length + jqPathExpressions.length === 0 ? [{
      rule: 'ignore-rule-fields', prop, wrong: 'names no field', got: kind, remedy: 'pass jsonPointers or jqPathExpressions',
    }] : [],
    ...jsonPointers.filter((pointer) => !/^(\/([^~]|~[01])*)$/.test(pointer)).map((pointer) => ({
      rule: 'json-pointer', prop: `${prop}.jsonPointers`, wrong: 'is no JSON pointer', got: pointer, remedy: 'write it as /spec/replicas, with ~1 for a "/" within a key',
    })),
    ...kind === 'VirtualService' ? jsonPointers.filter((pointer) => /^\/spec\/(http|tls|tcp)\/\d+/.test(pointer)).map((pointer) => ({
      rule: 'route-by-index',
      prop: `${prop}.jsonPointers`,
      wrong: 'names a route by its index, which moves when the controller puts a route in front',
      got: pointer,
      remedy: 'use jqPathExpressions, as in .spec.http[]? | select(.name == "main") | .timeout',
    })) : [],
  ];
}

function checkProject({ project, source, sources = [], destination, rollouts = [], syncOptions }: ArgoCdApplicationOptions): Problem[] {
  const urls = [...source ? [source] : [], ...sources].map(({ _repoUrl }) => _repoUrl);
  const used = {
    cluster: destination?.cluster ?? ArgoCdCluster.local(),
    namespace: destination?.namespace ?? commonNamespace(rollouts),
    created: syncOptions?.createNamespace,
  };
  return project instanceof ArgoCdProject ? project._problems(urls, used) : [];
}
