import htm from 'htm';

/** A part of the page, written already; what is no markup is escaped where it is put in. */
export class Markup {
  public constructor(public readonly text: string) {}
}

/** What may be put into a page: nothing is written for `false` and for what is missing. */
export type Node = Markup | string | number | false | undefined | readonly Node[];

/** Elements that hold nothing: those of HTML, and shapes. */
const EMPTY: ReadonlySet<string> = new Set(['meta', 'input', 'rect', 'circle', 'path', 'use']);
const ENTITIES: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' };

const build = htm.bind(element);

/** Markup of a template, whose values stay values whatever they hold. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  const built = build(strings, ...values);
  return Array.isArray(built) ? new Markup(textOf(built)) : built;
}

function element(tag: string, attributes: Readonly<Record<string, unknown>> | null, ...children: Node[]): Markup {
  const start = `<${tag}${attributes === null ? '' : attributesText(attributes)}`;
  return new Markup(EMPTY.has(tag) ? `${start}/>` : `${start}>${textOf(children)}</${tag}>`);
}

function attributesText(attributes: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value === true || value === '') {
      text += ` ${name}`;
    } else if (value !== false && value !== undefined) {
      text += ` ${name}="${escaped(value)}"`;
    }
  }
  return text;
}

function textOf(node: Node): string {
  if (node instanceof Markup) {
    return node.text;
  }
  if (Array.isArray(node)) {
    return (node as readonly Node[]).reduce<string>((text, part) => text + textOf(part), '');
  }
  return node === undefined || node === false ? '' : escaped(node);
}

function escaped(value: unknown): string {
  return typeof value === 'number' ? String(value) : String(value).replace(/["&<]/g, (sign) => ENTITIES[sign]);
}
