import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Apply, Release } from './release';
import { managedFields } from '../../src/model/managed-fields/managed-fields';
import { KubernetesObject } from '../cluster/api';
import { program } from '../cluster/build';
import { kubectl } from '../cluster/kubectl';

/** How an Application syncs; each is an option of Argo CD. */
export interface Sync {
  readonly how: Apply;
  /** Whether objects that are in sync are left out (ApplyOutOfSyncOnly). */
  readonly outOfSyncOnly?: boolean;
  /** Whether ignored fields keep what is in the cluster (RespectIgnoreDifferences). */
  readonly respect?: boolean;
}

interface Judgement {
  readonly outOfSync: string[];
  readonly respected: KubernetesObject[];
}

const run = promisify(execFile);
const OPTIONS = 'argocd.argoproj.io/sync-options';

/** The rules of the release's Rollout, as an ArgoCdApplication writes them. */
export function rulesOf(release: Release): unknown[] {
  return release.manifests.filter(({ kind }) => kind === 'Rollout').flatMap((rollout) => managedFields(rollout, false));
}

/** The objects that Argo CD's own code calls out of sync, by the diff that goes with the way of applying. */
export async function outOfSync(release: Release, rules: unknown[], how: Apply): Promise<string[]> {
  return (await judge(release, rules, how)).outOfSync;
}

/** Applies what Git holds as Argo CD would: what of it, and how each object, by Argo CD's own judgement and our annotations. */
export async function sync(release: Release, rules: unknown[], options: Sync): Promise<void> {
  const git = release.manifests;
  const judgement = await judge(release, rules, options.how);
  const chosen = git.map((_, index) => index)
    .filter((index) => !options.outOfSyncOnly || judgement.outOfSync.includes(nameOf(git[index])));
  for (const index of chosen) {
    const object = options.respect ? judgement.respected[index] : git[index];
    const clientSide = (object.metadata.annotations?.[OPTIONS] ?? '').includes('ServerSideApply=false');
    await release.apply([object], clientSide ? 'client-side' : options.how);
  }
}

async function judge(release: Release, ignoreDifferences: unknown[], how: Apply): Promise<Judgement> {
  const git = release.manifests;
  const live = await Promise.all(git.map(async ({ kind, metadata }) => (
    JSON.parse(await kubectl(['get', kind, metadata.name, '-n', release.namespace, '-o', 'json']))
  )));
  const input = JSON.stringify({ live, git, ignoreDifferences, serverSide: how === 'server-side' });
  const judging = run(program('argocd-judge'), { maxBuffer: 2 ** 26 });
  judging.child.stdin!.end(input);
  return JSON.parse((await judging).stdout);
}

const nameOf = ({ kind, metadata }: KubernetesObject) => `${kind} ${metadata.name}`;
