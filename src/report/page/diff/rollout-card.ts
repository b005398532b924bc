import { fieldList } from './field-list';
import { FieldChange, ImageChange, RolloutDiff } from '../../../diff/manifest-diff';
import { fullName } from '../../forecast/phrases';
import { html, Node } from '../html';

const RELEASES: Record<RolloutDiff['release'], string> = {
  starts: 'starts a release',
  first: 'first deployment: all pods at once, no steps and no pauses',
  none: 'starts no pods',
};

/** What becomes of a Rollout: why it releases, what holds at once, and how its releases will go. */
export function rolloutCard(rollout: RolloutDiff, id: string | undefined): Node {
  const { deployment, change, release, images, why, atOnce, plan, other } = rollout;
  return html`<article class="change">
    <h3>${id === undefined ? fullName(rollout) : html`<a href=${`#${id}`}>${fullName(rollout)}</a>`}
      <span class="tag">${change}</span><span class="tag ${release === 'none' ? '' : 'person'}">${RELEASES[release]}</span>
      ${deployment && html`<span class="muted">${deployment}</span>`}</h3>
    ${images.length > 0 && html`<p class="images">${images.map(image)}</p>`}
    ${fieldList(whyHeading(rollout), why.filter((field) => !images.some((one) => isSame(one, field))))}
    ${fieldList('At once', atOnce)}
    ${fieldList('How releases go', plan)}
    ${fieldList('Without effect', other)}
  </article>`;
}

function whyHeading({ release, images }: RolloutDiff): string {
  return release === 'none' ? 'Pod template' : images.length > 0 ? 'Also in the pod template' : 'Why it starts';
}

/** Whether a field tells what stands above it already. */
function isSame(one: ImageChange, { path, old, new: now }: FieldChange): boolean {
  return path.endsWith('.image') && one.old === old && one.new === now;
}

function image({ container, old, new: now }: ImageChange): Node {
  return html`<span><b>${container}</b> ${old ? html`<del>${old}</del>` : 'new'} → ${now ? html`<ins>${now}</ins>` : 'gone'}</span>`;
}
