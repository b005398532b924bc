import { Problem } from '../../core/checks/problems';
import { nearestName } from '../../validation/schema/nearest-name';

/** What is wrong with a rule that is to be ignored; the annotation separates entries by semicolons. */
export function checkIgnored(rule: string, reason: string): Problem[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { RULES } = require('../../validation/rules') as typeof import('../../validation/rules');
  const ids = RULES.map(({ id }) => id);
  const near = nearestName(rule, ids);
  return [
    ...ids.includes(rule) ? [] : [{
      rule: 'ignored-rule', prop: 'rule', wrong: 'there is no such rule', got: rule, remedy: near ? `did you mean ${near}?` : 'see docs/rules.md',
    }],
    ...reason.trim() !== '' && !reason.includes(';') ? [] : [{
      rule: 'ignored-reason', prop: 'reason', wrong: 'must say why, without semicolon', got: reason, remedy: 'write the reason for the next reader',
    }],
  ];
}
