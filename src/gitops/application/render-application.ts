import { ApplicationSpecJson, SourceJson } from './application-json';
import { ArgoCdApplicationOptions, ArgoCdDeletionPolicy, ArgoCdDestination } from './argo-cd-application-props';
import { ArgoCdRetry } from './argo-cd-retry';
import { renderSyncOptions } from './argo-cd-sync-options';
import type {
  ApplicationSpecDestination, ApplicationSpecIgnoreDifferences, ApplicationSpecSyncPolicy, ApplicationSpecSyncPolicyRetry,
  ApplicationSpecSyncPolicyRetryBackoff,
} from '../../../imports/argoproj.io';
import { goDuration } from '../../core/duration';
import { compact, unlessEmpty } from '../../core/manifest';
import { IgnoreDifference } from '../../model/managed-fields/ignore-difference';
import { Rollout } from '../../rollout/rollout';
import { ArgoCdCluster } from '../argo-cd-cluster';
import { isTemplated } from '../argo-cd-values';

const FINALIZERS: Record<ArgoCdDeletionPolicy, string | undefined> = {
  [ArgoCdDeletionPolicy.KEEP]: undefined,
  [ArgoCdDeletionPolicy.FOREGROUND]: 'resources-finalizer.argocd.argoproj.io',
  [ArgoCdDeletionPolicy.BACKGROUND]: 'resources-finalizer.argocd.argoproj.io/background',
};

export function finalizersOf({ deletionPolicy = ArgoCdDeletionPolicy.KEEP }: ArgoCdApplicationOptions): string[] | undefined {
  const finalizer = FINALIZERS[deletionPolicy];
  return finalizer === undefined ? undefined : [finalizer];
}

/** The spec of an Application, as it stands alone or in the template of a set. */
export function renderApplication(props: ArgoCdApplicationOptions, rollouts: Rollout[]): ApplicationSpecJson {
  const destination = renderDestination(props.destination ?? {}, rollouts);
  return compact<ApplicationSpecJson>({
    project: props.project?.projectName ?? 'default',
    source: props.source?._toJson() as SourceJson | undefined,
    sources: props.sources?.map((source) => source._toJson() as SourceJson),
    destination,
    syncPolicy: unlessEmpty(compact<ApplicationSpecSyncPolicy>({
      automated: props.syncPolicy?._toJson(),
      syncOptions: renderSyncOptions(props.syncOptions),
      retry: props.retry && renderRetry(props.retry),
    })),
    ignoreDifferences: unlessEmpty(renderRules(props.ignoreDifferences ?? [], rollouts, destination.namespace)),
    revisionHistoryLimit: props.revisionHistoryLimit,
    info: unlessEmpty(Object.entries(props.info ?? {}).map(([name, value]) => ({ name, value }))),
  });
}

/** The namespace of all rollouts that have one, if it is the same. */
export function commonNamespace(rollouts: Rollout[]): string | undefined {
  const namespaces = new Set(rollouts.flatMap(({ metadata }) => metadata.namespace ?? []));
  return namespaces.size === 1 ? [...namespaces][0] : undefined;
}

function renderDestination({ cluster = ArgoCdCluster.local(), namespace }: ArgoCdDestination, rollouts: Rollout[]): ApplicationSpecDestination {
  return compact<ApplicationSpecDestination>({
    ...cluster._toJson(),
    namespace: namespace ?? commonNamespace(rollouts),
  });
}

/** Two rollouts may share an object: rules that say the same stand once. */
function renderRules(further: IgnoreDifference[], rollouts: Rollout[], destination: string | undefined): ApplicationSpecIgnoreDifferences[] {
  const namespace = destination === undefined || isTemplated(destination) ? undefined : destination;
  const rules = [
    ...rollouts.flatMap(({ ignoreDifferences }) => ignoreDifferences).map((rule) => compact({ ...rule, namespace: rule.namespace ?? namespace })),
    ...further,
  ].map(inOrder);
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function inOrder({ group, kind, name, namespace, jsonPointers, jqPathExpressions }: IgnoreDifference): ApplicationSpecIgnoreDifferences {
  return compact<ApplicationSpecIgnoreDifferences>({
    group, kind, name, namespace, jsonPointers: unlessEmpty(jsonPointers), jqPathExpressions: unlessEmpty(jqPathExpressions),
  });
}

function renderRetry({ limit, backoff, backoffFactor, maxBackoff }: ArgoCdRetry): ApplicationSpecSyncPolicyRetry {
  const times = compact<ApplicationSpecSyncPolicyRetryBackoff>({
    duration: backoff && goDuration(backoff), factor: backoffFactor, maxDuration: maxBackoff && goDuration(maxBackoff),
  });
  return compact<ApplicationSpecSyncPolicyRetry>({ limit, backoff: unlessEmpty(times) });
}
