import { Manifest } from '../core/manifest';
import { at, given, items, list, record, shown, text } from '../core/read';

/** A canary step as a person writes it: `setWeight 30`, `pause 10m`, `setHeaderRoute x-canary`. */
export function stepText(step: Manifest): string {
  const [action = 'nothing'] = Object.keys(step);
  const subject = subjectOf(action, step[action]);
  return [action, subject].filter(Boolean).join(' ');
}

function subjectOf(action: string, value: unknown): string {
  const fields = record(value);
  switch (action) {
    case 'setWeight': return shown(value);
    case 'pause': return durationText(fields.duration);
    case 'setCanaryScale': return scaleText(fields);
    case 'setHeaderRoute':
    case 'setMirrorRoute': return `${text(fields.name)}${given(fields.match) ? '' : ', taken away'}`;
    case 'analysis': return list(fields.templates).map((template) => text(at(template, 'templateName'))).join(', ');
    case 'experiment': return items(fields.templates, '').map(({ value: template }) => text(template.name)).join(', ');
    default: return text(fields.name);
  }
}

/** A number of seconds may be written without its unit. */
function durationText(duration: unknown): string {
  return !given(duration) ? '' : /^\d+$/.test(String(duration)) ? `${String(duration)}s` : String(duration);
}

function scaleText({ replicas, weight }: Manifest): string {
  return replicas !== undefined ? `${replicas} ${replicas === 1 ? 'pod' : 'pods'}` : weight !== undefined ? `${weight} %` : 'as the traffic';
}
