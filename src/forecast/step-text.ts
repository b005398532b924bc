import { Step, StepAction } from '../model/release/steps';

/** A canary step as a person writes it: `setWeight 30`, `pause 10m`, `setHeaderRoute x-canary`. */
export function stepText({ actions }: Step): string {
  return actions.map((action) => [action.kind, subjectOf(action)].filter(Boolean).join(' ')).join(', ') || 'nothing';
}

function subjectOf(action: StepAction): string {
  switch (action.kind) {
    case 'setWeight': return String(action.weight);
    case 'pause': return durationText(action.duration);
    case 'setCanaryScale': return scaleText(action);
    case 'setHeaderRoute':
    case 'setMirrorRoute': return `${action.name}${action.match === undefined ? ', taken away' : ''}`;
    case 'analysis': return action.analysis.templates.map(({ name }) => name).join(', ');
    case 'experiment': return action.experiment.templates.map(({ name }) => name).join(', ');
    case 'plugin': return action.name;
  }
}

/** A number of seconds may be written without its unit. */
function durationText(duration: number | string | undefined): string {
  return duration === undefined ? '' : /^\d+$/.test(String(duration)) ? `${duration}s` : String(duration);
}

function scaleText({ replicas, weight }: { readonly replicas?: number; readonly weight?: number }): string {
  return replicas !== undefined ? `${replicas} ${replicas === 1 ? 'pod' : 'pods'}` : weight !== undefined ? `${weight} %` : 'as the traffic';
}
