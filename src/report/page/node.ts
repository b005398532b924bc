import { VNode } from 'preact';

/** A part of the page. */
export type Node = VNode | undefined;
