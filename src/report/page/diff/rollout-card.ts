import { fieldList } from './field-list';
import { fromTo } from './from-to';
import { FieldChange, ImageChange, RolloutDiff } from '../../../diff/manifest-diff';
import { DOUBT, releaseWords } from '../../diff/phrases';
import { fullName } from '../../forecast/phrases';
import { html, Node } from '../html';
import { capital } from '../words';

/** What becomes of a Rollout: why it releases, what holds at once, and how its releases will go. */
/** What a card needs beside the Rollout. */
export interface CardContext {
  /** Of the release that it starts. */
  readonly id: string | undefined;
  /** Whether hazards make its plan doubtful. */
  readonly isInDoubt: boolean;
}

export function rolloutCard(rollout: RolloutDiff, { id, isInDoubt }: CardContext): Node {
  const { deployment, release, images, why, atOnce, plan, other } = rollout;
  return html`<article class="change">
    <h3>${id === undefined ? fullName(rollout) : html`<a href=${`#${id}`}>${fullName(rollout)}</a>`}
      <span class=${release === 'none' ? 'tag' : 'tag person'}>${releaseWords(rollout)}</span>
      ${deployment && html`<span class="muted">${deployment}</span>`}</h3>
    ${images.length > 0 && html`<p class="images">${images.map(image)}</p>`}
    ${fieldList(whyHeading(rollout), why.filter((field) => !images.some((one) => isSame(one, field))))}
    ${fieldList('At once', atOnce)}
    ${fieldList('How releases go', plan)}
    ${fieldList('Without effect', other)}
    ${isInDoubt && id !== undefined && html`<p class="doubt">${capital(DOUBT)}.</p>`}
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
  return html`<span><b>${container}</b> ${fromTo(old, now)}</span>`;
}
