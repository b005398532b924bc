import { Problem } from '../../core/checks/problems';

interface Field {
  readonly min: number;
  readonly max: number;
  readonly names?: string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: Field[] = [
  { min: 0, max: 59 }, { min: 0, max: 23 }, { min: 1, max: 31 }, { min: 1, max: 12, names: MONTHS }, { min: 0, max: 6, names: DAYS },
];

/** A schedule as Argo CD reads it: five fields, without seconds and without short forms such as @daily. */
export function checkCron(prop: string, schedule: string): Problem[] {
  const fields = schedule.trim().split(/\s+/);
  return fields.length === FIELDS.length && fields.every((field, index) => isField(field, FIELDS[index])) ? [] : [{
    rule: 'cron-schedule', prop, wrong: 'is no schedule', got: schedule, remedy: 'write minute, hour, day of the month, month (1-12) and day of the week (0-6), as in "0 22 * * 1-5"',
  }];
}

function isField(text: string, field: Field): boolean {
  return text.split(',').every((part) => {
    const [range, step, ...rest] = part.split('/');
    return rest.length === 0 && (step === undefined || /^[1-9]\d*$/.test(step)) && isRange(range, field);
  });
}

function isRange(text: string, field: Field): boolean {
  if (text === '*' || text === '?') {
    return true;
  }
  const bounds = text.split('-').map((bound) => valueOf(bound, field));
  return bounds.length <= 2 && bounds.every((value) => value >= field.min && value <= field.max) && bounds[0] <= bounds[bounds.length - 1];
}

function valueOf(text: string, { min, names = [] }: Field): number {
  const index = names.indexOf(text.toLowerCase());
  return index >= 0 ? index + min : /^\d+$/.test(text) ? Number(text) : NaN;
}
