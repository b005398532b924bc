import { fromTo } from './from-to';
import { FieldChange } from '../../../diff/manifest-diff';
import { StepChange, stepChanges } from '../../diff/step-changes';
import { html, Node } from '../html';

/** How much of a value is shown: a certificate or a script tells a reader nothing. */
const SHOWN = 160;

/** Fields that differ, with their values before and now; nothing where there are none. */
export function fieldList(heading: string, fields: readonly FieldChange[]): Node {
  return fields.length === 0 ? undefined : html`<div class="fields"><h4>${heading}</h4><ul>${fields.map(field)}</ul></div>`;
}

function field(changed: FieldChange): Node {
  const { path, of, effect } = changed;
  const steps = stepChanges(changed);
  return html`<li><code>${path || 'the whole object'}</code>${of && html` <span class="muted">of ${of}</span>`} ${steps === undefined ? values(changed) : stepList(steps)}
    ${effect && html`<span class="effect">${effect}</span>`}</li>`;
}

function values({ change, old, new: now, secret }: FieldChange): Node {
  if (secret) {
    return html`<span class="muted">${change}, values not shown</span>`;
  }
  switch (change) {
    case 'added': return fromTo(undefined, shown(now));
    case 'removed': return fromTo(shown(old), undefined);
    case 'moved': return html`<span class="muted">in another order </span>${fromTo(shown(old), shown(now))}`;
    case 'changed': return fromTo(shown(old), shown(now));
  }
}

function stepList(steps: readonly StepChange[]): Node {
  return html`<ul class="steps">${steps.map(({ number, from, to }) => html`<li><b>step ${number}</b> ${fromTo(from, to)}</li>`)}</ul>`;
}

function shown(value: unknown): string {
  const signs = [...typeof value === 'string' ? value : JSON.stringify(value) ?? ''];
  return signs.length > SHOWN ? `${signs.slice(0, SHOWN).join('')}… (${signs.length} characters)` : signs.join('');
}
