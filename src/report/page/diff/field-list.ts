import { FieldChange } from '../../../diff/manifest-diff';
import { html, Node } from '../html';

/** How much of a value is shown: a certificate or a script tells a reader nothing. */
const SHOWN = 160;

/** Fields that differ, with their values before and now; nothing where there are none. */
export function fieldList(heading: string, fields: readonly FieldChange[]): Node {
  return fields.length === 0 ? undefined : html`<div class="fields"><h4>${heading}</h4><ul>${fields.map(field)}</ul></div>`;
}

function field(changed: FieldChange): Node {
  const { path, of, effect } = changed;
  return html`<li><code>${path || 'the whole object'}</code>${of && html` <span class="muted">of ${of}</span>`} ${values(changed)}
    ${effect && html`<span class="effect">${effect}</span>`}</li>`;
}

function values({ change, old, new: now, secret }: FieldChange): Node {
  if (secret) {
    return html`<span class="muted">${change}, values not shown</span>`;
  }
  switch (change) {
    case 'added': return html`<span class="muted">added</span> <ins>${shown(now)}</ins>`;
    case 'removed': return html`<span class="muted">removed</span> <del>${shown(old)}</del>`;
    default: return html`${change === 'moved' && html`<span class="muted">in another order </span>`}<del>${shown(old)}</del> → <ins>${shown(now)}</ins>`;
  }
}

function shown(value: unknown): string {
  const signs = [...typeof value === 'string' ? value : JSON.stringify(value) ?? ''];
  return signs.length > SHOWN ? `${signs.slice(0, SHOWN).join('')}… (${signs.length} characters)` : signs.join('');
}
