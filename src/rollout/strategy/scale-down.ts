import { Duration } from 'cdk8s';
import { checkWhole, checkWholeSeconds } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';

/** What both strategies let the user say about old ReplicaSets. */
export interface ScaleDownProps {
  readonly scaleDownDelay?: Duration;
  readonly scaleDownDelayRevisionLimit?: number;
  readonly abortScaleDownDelay?: Duration;
  readonly revisionHistoryLimit?: number;
}

const DEFAULT_HISTORY_LIMIT = 10;

export function checkScaleDown(props: ScaleDownProps): Problem[] {
  const history = props.revisionHistoryLimit ?? DEFAULT_HISTORY_LIMIT;
  const limit = props.scaleDownDelayRevisionLimit;
  return [
    ...checkZeroDelay(props.scaleDownDelay),
    ...checkWholeSeconds('abortScaleDownDelay', props.abortScaleDownDelay),
    ...checkWhole('scale-down-revision-limit', 'scaleDownDelayRevisionLimit', limit, { min: 0 }),
    ...limit === undefined || limit <= history ? [] : [{
      rule: 'scale-down-revision-limit',
      prop: 'scaleDownDelayRevisionLimit',
      wrong: `must not exceed revisionHistoryLimit (${history})`,
      got: limit,
      remedy: 'lower it, or raise revisionHistoryLimit',
    }],
  ];
}

function checkZeroDelay(delay: Duration | undefined): Problem[] {
  if (delay?.toMilliseconds() !== 0) {
    return checkWholeSeconds('scaleDownDelay', delay);
  }
  return [{
    rule: 'scale-down-delay-zero',
    prop: 'scaleDownDelay',
    wrong: 'the controller takes zero as "never", and old pods would run for ever',
    got: '0 s',
    remedy: 'use Duration.seconds(1) to have them gone at once',
  }];
}
