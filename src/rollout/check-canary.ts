import { CanaryRolloutProps } from './canary-rollout-props';
import { CanaryStep, RouterNeed } from './step/canary-step';
import { checkEphemeralMetadata } from './strategy/ephemeral-metadata';
import { checkAnalysis } from './strategy/rollout-analysis';
import { checkScaleDown } from './strategy/scale-down';
import { ITrafficRouter } from './traffic/traffic-router';
import { checkWhole } from '../core/checks/checks';
import { Problem } from '../core/checks/problems';

const NEEDS_ROUTER: Array<keyof CanaryRolloutProps> = [
  'scaleDownDelay', 'abortScaleDownDelay', 'dynamicStableScale', 'minPodsPerReplicaSet', 'pingPong', 'managedRoutes',
];

const NEED_IN_WORDS: Record<RouterNeed, string> = {
  any: 'a traffic router',
  headerRoutes: 'a traffic router with header routes, such as Istio',
  mirrorRoutes: 'a traffic router with mirror routes, such as Istio',
  experimentWeights: 'a traffic router that can weight experiments, such as Istio',
};

/** What the props of a canary rollout can get wrong on their own. */
export function checkCanary(props: CanaryRolloutProps, selected: string[]): Problem[] {
  return [
    ...checkSteps(props.steps ?? [], props.traffic),
    ...checkRouting(props),
    ...checkScaleDown(props),
    ...checkWhole('replicas-range', 'minPodsPerReplicaSet', props.minPodsPerReplicaSet, { min: 1 }),
    ...checkSurge(props),
    ...checkAnalysis('analysis', props.analysis),
    ...checkWhole('starting-step-range', 'analysis.startingStep', props.analysis?.startingStep, { min: 0, max: props.steps?.length ?? 0 }),
    ...props.antiAffinity?._problems() ?? [],
    ...props.replicaProgressThreshold?._problems() ?? [],
    ...checkEphemeralMetadata('canaryMetadata', props.canaryMetadata, selected),
    ...checkEphemeralMetadata('stableMetadata', props.stableMetadata, selected),
  ];
}

function checkSteps(steps: CanaryStep[], router: ITrafficRouter | undefined): Problem[] {
  if (router && steps.length === 0) {
    return [{
      rule: 'steps-present',
      prop: 'steps',
      wrong: 'is empty, and with a traffic router all users would move at once',
      remedy: 'pass for instance [CanaryStep.setWeight(30), CanaryStep.pause()]',
    }];
  }
  return steps.flatMap((step, index) => [...step._problems(index), ...checkNeed(step, index, router), ...checkScaleOfWeights(step, index, router)]);
}

function checkScaleOfWeights(step: CanaryStep, index: number, router: ITrafficRouter | undefined): Problem[] {
  const max = router?.capabilities.maxWeight ?? 100;
  return step._weightOf === undefined || step._weightOf === max ? [] : [{
    rule: 'weight-scale',
    prop: `steps[${index}].setWeight`,
    wrong: `all users are ${max} here`,
    got: step._weightOf,
    remedy: max === 100 ? 'give the weight in percent' : `pass ${max} as second argument`,
  }];
}

function checkNeed(step: CanaryStep, index: number, router: ITrafficRouter | undefined): Problem[] {
  const need = step._needs;
  if (!need || (router && (need === 'any' || router.capabilities[need]))) {
    return [];
  }
  return [{
    rule: 'step-needs-router',
    prop: `steps[${index}].${step.action}`,
    wrong: `needs ${NEED_IN_WORDS[need]}`,
    remedy: 'remove the step, or use a rollout with such a router (IstioCanaryRollout)',
  }];
}

function checkRouting(props: CanaryRolloutProps): Problem[] {
  if (!props.traffic) {
    return NEEDS_ROUTER.filter((key) => props[key] !== undefined && props[key] !== false).map((key) => ({
      rule: 'field-needs-router', prop: key, wrong: 'acts only with a traffic router', remedy: 'leave it out, or pass a traffic router',
    }));
  }
  const problems: Problem[] = [];
  if (props.dynamicStableScale && props.scaleDownDelay) {
    problems.push({
      rule: 'dynamic-stable-scale-alone',
      prop: 'dynamicStableScale, scaleDownDelay',
      wrong: 'exclude each other',
      remedy: 'leave out scaleDownDelay: the old pods shrink during the release',
    });
  }
  if (props.pingPong && !props.traffic.capabilities.pingPong) {
    problems.push({
      rule: 'ping-pong-router', prop: 'pingPong', wrong: 'this traffic router cannot swap Services', remedy: 'leave it out',
    });
  }
  return problems;
}

function checkSurge(props: CanaryRolloutProps): Problem[] {
  return props.maxSurge?.isZero() && props.maxUnavailable?.isZero() ? [{
    rule: 'surge-or-unavailable',
    prop: 'maxSurge, maxUnavailable',
    wrong: 'are both zero, and no pod could ever be replaced',
    remedy: 'raise one of them',
  }] : [];
}

/** The names of header and mirror routes, in the order in which the controller keeps them. */
export function managedRoutes(props: CanaryRolloutProps): string[] {
  const inSteps = (props.steps ?? []).flatMap((step) => step._managedRoute ?? []);
  return [...new Set([...props.managedRoutes ?? [], ...inSteps])];
}
