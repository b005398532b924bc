import { ReleaseEvent } from './event';
import { argoRollouts, kubectl } from '../cluster/kubectl';

const HOLD = 'e2e.cdk8s-rollouts/hold';

/** What a person or an autoscaler does, neither Git nor time. */
export type Order = Exclude<ReleaseEvent, { readonly deploy: unknown } | { readonly wait: unknown }>;

/** Does it to the Rollout of a namespace. */
export async function order(namespace: string, event: Order): Promise<void> {
  const operator = (...args: string[]) => argoRollouts([...args, 'app', '-n', namespace]);
  if (typeof event === 'string') {
    await orderByName(namespace, event, operator);
  } else if ('promote' in event) {
    await operator('promote', '--full');
  } else if ('undo' in event) {
    await operator('undo', `--to-revision=${event.undo.toRevision}`);
  } else {
    await kubectl(['scale', 'rollout', 'app', `--replicas=${event.scale}`, '-n', namespace]);
  }
}

type Operator = (...args: string[]) => Promise<string>;

async function orderByName(namespace: string, event: Extract<Order, string>, operator: Operator): Promise<unknown> {
  switch (event) {
    case 'hold':
    case 'ready': return kubectl(['annotate', '--overwrite', 'namespace', namespace, `${HOLD}=${event === 'hold'}`]);
    case 'retry': return operator('retry', 'rollout');
    case 'resume': return resume(namespace);
    case 'skipStep': return operator('promote', '--skip-current-step');
    case 'pause':
    case 'promote':
    case 'abort':
    case 'undo': return operator(event);
  }
}

/** The plugin has no command for it: its promote would end the step too. */
async function resume(namespace: string): Promise<void> {
  const paused = await kubectl(['get', 'rollout', 'app', '-n', namespace, '-o', 'jsonpath={.spec.paused}']);
  // Else the object gets another generation for nothing, which a pass that fails for want of pods does not note.
  if (paused === 'true') {
    await kubectl(['patch', 'rollout', 'app', '-n', namespace, '--type=merge', '-p', '{"spec":{"paused":false}}']);
  }
}
