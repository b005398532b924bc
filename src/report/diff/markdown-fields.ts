import { fieldName } from './phrases';
import { valuesOf } from './values';
import { FieldChange } from '../../diff/manifest-diff';
import { code, plain, table } from '../markdown';

/** More than that nobody reads. */
const MOST = 25;

/** Fields in a table, with what they do where something is known of it. */
export function fieldTable(fields: readonly FieldChange[]): string {
  const shown = fields.slice(0, MOST);
  const effects = shown.some(({ effect }) => effect !== undefined);
  const head = ['field', 'before', 'after', ...effects ? ['effect'] : []];
  const rows = shown.map((field) => {
    const { from, to } = valuesOf(field);
    const values = field.secret ? ['*secret*', '*secret*'] : [code(from ?? ''), code(to ?? '')];
    const order = field.change === 'moved' ? ' (order)' : '';
    return [code(fieldName(field)) + order, ...values, ...effects ? [plain(field.effect ?? '')] : []];
  });
  return table(head, rows) + (fields.length > MOST ? `\n\n… and ${fields.length - MOST} more` : '');
}

/** A part that is folded, or can be; the title is text. */
export function folded(title: string, content: string, isOpen: boolean = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${htmlText(title)}</summary>\n\n${content}\n\n</details>`;
}

/** Text within HTML, where Markdown's signs say nothing; it notifies nobody. */
function htmlText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/@/g, '@\u200b');
}
