import { fieldList } from './field-list';
import { hazardList } from './hazards';
import { rolloutCard } from './rollout-card';
import { ManifestDiff, ObjectDiff, RolloutDiff } from '../../../diff/manifest-diff';
import { plansInDoubt } from '../../diff/concern';
import { objectWords, summaryText } from '../../diff/phrases';
import { fullName } from '../../forecast/phrases';
import { html, Node } from '../html';
import { plural } from '../words';

/** What merging does, before what each release does. */
export function diffSection(diff: ManifestDiff, idOf: (rollout: RolloutDiff) => string | undefined): Node {
  const { rollouts, objects, hazards, unchanged } = diff;
  const inDoubt = plansInDoubt(diff);
  return html`<section class="diff" aria-labelledby="changes">
    <h2 id="changes">Changes</h2><p>${summaryText(diff)}${unchanged > 0 && html`<span class="muted"> · ${plural(unchanged, 'object stays as it is', 'objects stay as they are')}</span>`}</p>
    ${hazardList(hazards)}
    ${rollouts.map((rollout) => rolloutCard(rollout, { id: idOf(rollout), isInDoubt: inDoubt.has(rollout) }))}
    ${objects.length > 0 && html`<details class="fold" open=${rollouts.length === 0}><summary>${plural(objects.length, 'other object')}: take effect when applied</summary>
      <ul class="objects">${objects.map(object)}</ul></details>`}
  </section>`;
}

function object(changed: ObjectDiff): Node {
  const { kind, change, fields, deployment } = changed;
  const effect = change === 'added' ? changed.effect : objectWords(changed);
  return html`<li><b>${kind} ${fullName(changed)}</b> <span class="tag">${change}</span> ${deployment && html`<span class="muted">${deployment}</span>`}
    ${effect && html`<span class="effect">${effect}</span>`}${fieldList('Fields', fields)}</li>`;
}
