import { fieldList } from './field-list';
import { hazardList } from './hazards';
import { rolloutCard } from './rollout-card';
import { ManifestDiff, ObjectDiff, RolloutDiff } from '../../../diff/manifest-diff';
import { fullName } from '../../forecast/phrases';
import { html, Node } from '../html';
import { plural } from '../words';

/** What merging does, before what each release does. */
export function diffSection(diff: ManifestDiff, idOf: (rollout: RolloutDiff) => string | undefined): Node {
  const { rollouts, objects, hazards } = diff;
  return html`<section class="diff" aria-labelledby="changes">
    <h2 id="changes">Changes</h2><p class="muted">${summary(diff)}</p>
    ${hazardList(hazards)}
    ${rollouts.map((rollout) => rolloutCard(rollout, idOf(rollout)))}
    ${objects.length > 0 && html`<details class="fold" open=${rollouts.length === 0}><summary>${plural(objects.length, 'other object')}: take effect when applied</summary>
      <ul class="objects">${objects.map(object)}</ul></details>`}
  </section>`;
}

function summary({ rollouts, objects, hazards, unchanged }: ManifestDiff): string {
  const starting = rollouts.filter(({ release }) => release === 'starts').length;
  const first = rollouts.filter(({ release }) => release === 'first').length;
  const quiet = rollouts.length - starting - first;
  const parts = [
    ...starting > 0 ? [`${plural(starting, 'release')} ${starting === 1 ? 'starts' : 'start'}`] : ['no release starts'],
    ...first > 0 ? [plural(first, 'first deployment')] : [],
    ...quiet > 0 ? [`${plural(quiet, 'Rollout')} ${quiet === 1 ? 'changes' : 'change'} without new pods`] : [],
    ...objects.length > 0 ? [`${plural(objects.length, 'other object')} ${objects.length === 1 ? 'changes' : 'change'}`] : [],
    ...hazards.length > 0 ? [plural(hazards.length, 'hazard')] : [],
    `${unchanged} unchanged`,
  ];
  return parts.join(', ');
}

function object(changed: ObjectDiff): Node {
  const { kind, change, effect, fields, deployment } = changed;
  return html`<li><b>${kind} ${fullName(changed)}</b> <span class="tag">${change}</span> ${deployment && html`<span class="muted">${deployment}</span>`}
    ${effect && html`<span class="effect">${effect}</span>`}${fieldList('Fields', fields)}</li>`;
}
