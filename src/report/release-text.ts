import { BlueGreenPlan, CanaryPlan, PlannedRoute, PlannedStep, RolloutPlan } from '../plan/rollout-plan';

/** Says what a release of this plan will do, in lines for a terminal. */
export function releaseText(plan: RolloutPlan): string {
  const name = [plan.namespace, plan.name].filter(Boolean).join('/');
  const kind = plan.blueGreen ? 'blue-green' : 'canary';
  const lines = [
    `Rollout ${name}: ${kind}, ${plan.replicas === undefined ? 'as many pods as the autoscaler decides' : pods(plan.replicas)}`,
    ...indent(entrances(plan)),
    '  a new version:',
    ...indent(numbered(plan.blueGreen ? blueGreenSteps(plan, plan.blueGreen) : canarySteps(plan, plan.canary!)), 4),
    '  commands:',
    ...indent(commands(plan), 4),
  ];
  return lines.join('\n');
}

function entrances(plan: RolloutPlan): string[] {
  const routes = plan.routes.map((route) => `${from(route)} -> ${route.destinations.map(destinationText).join(', ')}`);
  const namespace = plan.namespace ? `.${plan.namespace}.svc.cluster.local` : '';
  const inside = plan.services.map(({ name, role, ports }) => `${name}${namespace}:${ports[0] ?? ''} -> ${role}`);
  return [...routes, ...inside];
}

function from(route: PlannedRoute): string {
  const gateways = route.gateways.filter((gateway) => gateway !== 'mesh');
  const where = [...gateways, ...route.gateways.includes('mesh') ? ['inside the mesh'] : []];
  return `${route.hosts.join(', ')} (${where.join(', ')}${route.name ? `, route ${route.name}` : ''})`;
}

function destinationText(destination: PlannedRoute['destinations'][number]): string {
  const target = destination.role || destination.service;
  return `${target} ${destination.weight} %`;
}

function blueGreenSteps(plan: RolloutPlan, blueGreen: BlueGreenPlan): string[] {
  const count = blueGreen.previewReplicaCount ?? plan.replicas;
  return [
    `${count === undefined ? 'new pods' : pods(count, 'new ')} start beside the old ones; ${blueGreen.activeService} keeps the users on the old version`,
    ...blueGreen.previewService ? [`${blueGreen.previewService} leads to the new version, for acceptance tests`] : [],
    ...blueGreen.prePromotionAnalysis.map((template) => `analysis ${template} must succeed`),
    promotionText(blueGreen),
    `${blueGreen.activeService} moves all users to the new version at once`,
    ...blueGreen.postPromotionAnalysis.map((template) => `analysis ${template} must succeed, or the users move back`),
    blueGreen.scaleDownDelaySeconds === 0 ? 'the old pods stay' : `the old pods go after ${blueGreen.scaleDownDelaySeconds} s`,
  ];
}

function promotionText(blueGreen: BlueGreenPlan): string {
  if (!blueGreen.autoPromotionEnabled) {
    return 'pause until a person promotes or aborts';
  }
  return blueGreen.autoPromotionSeconds ? `pause for ${blueGreen.autoPromotionSeconds} s` : 'go on as soon as all new pods are available';
}

function canarySteps(plan: RolloutPlan, canary: CanaryPlan): string[] {
  const end = canary.routers.length > 0
    ? ['all users on the new version, then weights back to 100/0 on it']
    : ['all pods are of the new version'];
  const old = canary.scaleDownDelaySeconds === undefined ? [] : [
    canary.scaleDownDelaySeconds === 0 ? 'the old pods stay' : `the old pods go after ${canary.scaleDownDelaySeconds} s`,
  ];
  return [...canary.steps.map((step) => stepText(plan, step)), ...end, ...old];
}

function stepText(plan: RolloutPlan, step: PlannedStep): string {
  switch (step.action) {
    case 'setWeight': return `setWeight ${step.weight}: ${100 - step.weight} % of the users on the old version, ${step.weight} % on the new one${newPods(plan, step)}`;
    case 'pause': return step.pauseSeconds === undefined ? 'pause until a person promotes or aborts' : `pause for ${step.pauseSeconds} s`;
    default: return [step.action, step.subject].filter(Boolean).join(' ');
  }
}

function newPods(plan: RolloutPlan, step: PlannedStep): string {
  return plan.replicas === undefined ? '' : ` (${pods(Math.ceil(step.weight * plan.replicas / 100), 'new ')})`;
}

function commands(plan: RolloutPlan): string[] {
  const target = `${plan.name}${plan.namespace ? ` -n ${plan.namespace}` : ''}`;
  return [
    `kubectl argo rollouts promote ${target}   go on`,
    `kubectl argo rollouts abort ${target}     all users back to the old version`,
    `kubectl argo rollouts undo ${target}      the old version again, as a release of its own once promoted`,
  ];
}

function pods(count: number, which: string = ''): string {
  return `${count} ${which}${count === 1 ? 'pod' : 'pods'}`;
}

function numbered(lines: string[]): string[] {
  return lines.map((line, index) => `${index + 1}. ${line}`);
}

function indent(lines: string[], by: number = 2): string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}
