import { VNode } from 'preact';

export { html } from 'htm/preact';

/** A part of the page. */
export type Node = VNode | string | false | undefined | readonly Node[];
