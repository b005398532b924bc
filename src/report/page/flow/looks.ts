/** How a part of the diagram looks at one scene. */
export interface Looks {
  readonly classes: string;
  readonly text: string;
  /** Of a line, in pixels. */
  readonly width?: number;
}

/** The attributes by which the script of the page shows another scene: the different looks, and which of them holds at each scene. */
export function series(looks: readonly Looks[]): { 'data-looks': string; 'data-at': string } {
  const different: string[] = [];
  const at = looks.map((look) => {
    const written = [look.classes, look.text, look.width ?? ''].map((part) => String(part).replace(/[|~]/g, ' ')).join('~');
    const index = different.indexOf(written);
    return index < 0 ? different.push(written) - 1 : index;
  });
  return { 'data-looks': different.join('|'), 'data-at': at.join(' ') };
}
