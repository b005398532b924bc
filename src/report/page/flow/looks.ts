/** How a part of the diagram looks at one scene. */
export interface Looks {
  readonly classes: string;
  readonly text: string;
  /** Of a line, in pixels. */
  readonly width?: number;
}

/** Whether a drawing holds its own looks, or those of another one with the same parts in the same order. */
export type Keeps = 'own' | 'same';

/**
 * The attributes by which the script of the page shows another scene: the different looks, and which of them holds at each scene. What
 * looks the same at all needs none.
 */
export function series(looks: readonly Looks[], keeps: Keeps): Readonly<Record<string, string>> {
  const different: string[] = [];
  const at = looks.map((look) => {
    const written = textOf(look);
    const index = different.indexOf(written);
    return index < 0 ? different.push(written) - 1 : index;
  });
  if (different.length === 1) {
    return {};
  }
  return keeps === 'own' ? { 'data-looks': different.join('|'), 'data-at': at.join(' ') } : { 'data-same': '' };
}

function textOf({ classes, text, width }: Looks): string {
  return `${classes}~${text.replace(/[|~]/g, ' ')}~${width ?? ''}`;
}
