import { html, Node } from './html';

/** A command to be typed, with a button that copies it. */
export function command(text: string): Node {
  return html`<div class="command"><code>${text}</code><button type="button" class="copy" aria-label="Copy command">Copy</button></div>`;
}
