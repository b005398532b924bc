import { FieldChange, ManifestDiff, ObjectDiff, RolloutDiff } from '../../diff/manifest-diff';

/** Found by a program that updates its comment on a pull request. */
export const MARKER = '<!-- cdk8s-rollouts diff -->';

/** Above a plan: it is simulated from the objects of the new side, as if an apply of them hurt nobody. */
export const DOUBT = 'this plan does not take the hazards above into account';

/** `2 releases start, 1 change at once, 1 hazard`. */
export function summaryText({ rollouts, objects, hazards }: ManifestDiff): string {
  const of = (release: RolloutDiff['release']) => rollouts.filter((rollout) => rollout.release === release).length;
  const reasons = new Set(rollouts.flatMap((rollout) => rollout.why.map((field) => placeOf(rollout, field.of ?? ''))));
  const others = objects.filter((object) => !(reasons.has(placeOf(object, `${object.kind} ${object.name}`)) && isTemplateOnly(object)));
  const atOnce = others.length + rollouts.filter(({ release, change, atOnce: fields }) => release !== 'first' && (change === 'removed' || fields.length > 0)).length;
  const plans = rollouts.filter(({ plan }) => plan.length > 0).length;
  const counted = hazards.filter(({ ignoredBecause }) => ignoredBecause === undefined).length;
  const parts = [
    ...of('starts') > 0 ? [`${count(of('starts'), 'release')} ${of('starts') === 1 ? 'starts' : 'start'}`] : [],
    ...of('first') > 0 ? [count(of('first'), 'first deployment')] : [],
    ...atOnce > 0 ? [`${count(atOnce, 'change')} at once`] : [],
    ...plans > 0 ? [count(plans, 'changed plan')] : [],
    ...counted > 0 ? [count(counted, 'hazard')] : [],
  ];
  if (parts.length === 0) {
    return rollouts.length === 0 ? 'nothing changes' : 'nothing changes that the controller acts on';
  }
  return (of('starts') + of('first') === 0 ? ['no release starts', ...parts] : parts).join(', ');
}

function placeOf({ namespace, deployment }: ObjectDiff | RolloutDiff, object: string): string {
  return JSON.stringify([deployment, namespace, object]);
}

/** Whether nothing but the pod template changes: where a release starts for it nothing happens at once. */
function isTemplateOnly({ fields }: ObjectDiff): boolean {
  return fields.every(({ path }) => /^(spec\.)?template\b/.test(path));
}

/** What becomes of the pods of a Rollout. */
export function releaseWords({ release, change, why }: RolloutDiff): string {
  switch (release) {
    case 'starts': return `a release starts: ${count(why.length, 'field')} of the pod template ${why.length === 1 ? 'differs' : 'differ'}`;
    case 'first': return 'is new: all pods start at once, without steps and pauses';
    case 'none': return change === 'removed' ? 'is removed: its pods go when it is pruned' : 'no release starts';
  }
}

/** What becomes of another object, where its fields do not say it. */
export function objectWords({ change, effect }: ObjectDiff): string {
  return effect ?? (change === 'removed' ? 'goes when it is pruned' : change === 'added' ? 'is new' : '');
}

/** The field, with the object that holds it where that is another. */
export function fieldName({ path, of }: FieldChange): string {
  return [of, path || 'the whole object'].filter(Boolean).join(' ');
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
