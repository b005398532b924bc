import { fieldName } from './phrases';
import { stepChanges } from './step-changes';
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
  const rows = shown.flatMap((field) => valueRows(field).map(([name, from, to], index) => (
    [name, from, to, ...effects ? [plain(index === 0 ? field.effect ?? '' : '')] : []]
  )));
  return table(head, rows) + (fields.length > MOST ? `\n\n… and ${fields.length - MOST} more` : '');
}

/** The cells of a field; of steps one row for each that differs. */
function valueRows(field: FieldChange): Array<[name: string, from: string, to: string]> {
  const name = code(fieldName(field));
  if (field.secret) {
    return [[name, '*secret*', '*secret*']];
  }
  const steps = stepChanges(field);
  if (steps) {
    const more = steps.length > MOST ? [[`… and ${steps.length - MOST} more`, '', ''] as [string, string, string]] : [];
    return [...steps.slice(0, MOST).map(({ number, from = '', to = '' }): [string, string, string] => [`${name} step ${number}`, code(from), code(to)]), ...more];
  }
  const { from = '', to = '' } = valuesOf(field);
  return [[name + (field.change === 'moved' ? ' (order)' : ''), code(from), code(to)]];
}
