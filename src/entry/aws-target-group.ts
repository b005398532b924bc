import { checkTargetGroupArn } from './aws-values';
import { Problem } from '../core/checks/problems';

/**
 * A target group of AWS that is made elsewhere.
 *
 * @example
 *
 * new TargetGroupBinding(chart, 'ingressgateway', {
 *   targetGroup: AwsTargetGroup.fromTargetGroupName('ingress'),
 * });
 */
export class AwsTargetGroup {
  /**
   * A target group by its ARN.
   *
   * @param targetGroupArn The ARN: `arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/NAME/ID`.
   */
  public static fromTargetGroupArn(targetGroupArn: string): AwsTargetGroup {
    return new AwsTargetGroup(targetGroupArn, undefined);
  }

  /**
   * A target group by its name, in the account and region of the cluster.
   *
   * @param targetGroupName The name: up to 32 letters, digits and hyphens.
   */
  public static fromTargetGroupName(targetGroupName: string): AwsTargetGroup {
    return new AwsTargetGroup(undefined, targetGroupName);
  }

  private constructor(private readonly targetGroupArn: string | undefined, private readonly targetGroupName: string | undefined) {}

  /** @internal */
  public get _arn(): string | undefined {
    return this.targetGroupArn;
  }

  /** @internal */
  public get _name(): string | undefined {
    return this.targetGroupName;
  }

  /** @internal */
  public _problems(prop: string): Problem[] {
    const name = this.targetGroupName;
    return name === undefined || /^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/i.test(name) ? checkTargetGroupArn(prop, this.targetGroupArn) : [{
      rule: 'target-group-name', prop, wrong: 'is no name of a target group', got: name, remedy: 'use at most 32 letters, digits and "-"',
    }];
  }
}
