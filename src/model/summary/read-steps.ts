import { PlannedStep } from './rollout-plan';
import { Manifest } from '../../core/manifest';
import { durationSeconds } from '../../core/parse-duration';

/** Reads the steps, each with the share of the users that holds while it is the current one. */
export function readSteps(steps: Manifest[], allUsers: number): PlannedStep[] {
  let weight = 0;
  return steps.map((step) => {
    weight = typeof step.setWeight === 'number' ? step.setWeight * 100 / allUsers : weight;
    const [action = ''] = Object.keys(step);
    return {
      action,
      weight,
      ...pauseSeconds(step.pause),
      ...subjectOf(action, step[action]),
    };
  });
}

export function templateNames(analysis: Manifest | undefined): string[] {
  return (analysis?.templates ?? []).map((template: Manifest) => String(template.templateName ?? template.name));
}

function pauseSeconds(pause: Manifest | undefined): { pauseSeconds?: number } {
  const seconds = durationSeconds(pause?.duration);
  return seconds === undefined ? {} : { pauseSeconds: seconds };
}

function subjectOf(action: string, value: Manifest | undefined): { subject?: string } {
  switch (action) {
    case 'setHeaderRoute':
    case 'setMirrorRoute':
    case 'plugin': return { subject: value?.name };
    case 'analysis':
    case 'experiment': return { subject: templateNames(value).join(', ') };
    case 'setCanaryScale': return { subject: scaleOf(value ?? {}) };
    default: return {};
  }
}

function scaleOf(scale: Manifest): string {
  if (scale.replicas !== undefined) {
    return `${scale.replicas} pods`;
  }
  return scale.weight === undefined ? 'as the traffic' : `${scale.weight} % of the pods`;
}
