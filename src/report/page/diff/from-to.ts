import { html, Node } from '../html';

/** What was and what is; of what is new or gone the one, with a word. */
export function fromTo(from: string | undefined, to: string | undefined): Node {
  if (from === undefined || to === undefined) {
    return from === undefined
      ? html`<span class="muted">added</span> <ins>${to}</ins>`
      : html`<span class="muted">removed</span> <del>${from}</del>`;
  }
  return html`<del>${from}</del> <span class="hidden">becomes </span><span aria-hidden="true">→ </span><ins>${to}</ins>`;
}
