import { IConstruct } from 'constructs';
import { judge, PlacedFinding } from './rendered-app';
import { Finding } from '../../validation/finding';
import { Severity } from '../../validation/severity';

/**
 * The findings of one app. cdk8s validates the whole tree once for each chart and once more: within one synthesis, which is
 * one call and changes nothing, the app is judged once.
 */
export class AppFindings {
  /** Those of the app of a rollout, which is made known to them. */
  public static of(rollout: IConstruct): AppFindings {
    const { root } = rollout.node;
    const known = APPS.get(root) ?? new AppFindings(root);
    APPS.set(root, known);
    known.rollouts.push(rollout);
    return known;
  }

  private readonly rollouts: IConstruct[] = [];
  private synthesizing = false;
  private judged: PlacedFinding[] | undefined;

  private constructor(private readonly root: IConstruct) {
    this.follow('synth');
    this.follow('synthYaml');
  }

  /** What concerns a rollout: the objects below it, and for the first rollout all that are below none. */
  public ofRollout(rollout: IConstruct): Finding[] {
    const isBelow = (path: string, owner: IConstruct) => path.startsWith(`${owner.node.path}/`);
    const isFirst = this.rollouts[0] === rollout;
    return this.all().filter(({ path }) => (
      isBelow(path, rollout) || (isFirst && !this.rollouts.some((other) => isBelow(path, other)))
    )).map(({ finding }) => finding);
  }

  private all(): PlacedFinding[] {
    const judged = this.judged ?? judge(this.root);
    this.judged = this.synthesizing ? judged : undefined;
    return judged;
  }

  /** Knows when one synthesis begins and ends; after it, warnings are told once. */
  private follow(method: 'synth' | 'synthYaml'): void {
    const app = this.root as unknown as Record<string, unknown>;
    const original = app[method];
    if (typeof original !== 'function') {
      return;
    }
    app[method] = (...args: unknown[]) => {
      if (this.synthesizing) {
        return original.apply(app, args);
      }
      this.synthesizing = true;
      try {
        const result = original.apply(app, args);
        this.warn();
        return result;
      } finally {
        this.synthesizing = false;
        this.judged = undefined;
      }
    };
  }

  private warn(): void {
    for (const { path, finding } of this.all()) {
      if (finding.severity === Severity.WARNING && finding.ignoredBecause === undefined) {
        console.warn(`warning: [${path}] ${describeFinding(finding)}`);
      }
    }
  }
}

const APPS = new WeakMap<IConstruct, AppFindings>();

/** A finding in the way of all other errors of synthesis. */
export function describeFinding({ rule, kind, name, path, message, value, remedy }: Finding): string {
  const got = value === undefined || typeof value === 'object' ? '' : `, got ${JSON.stringify(value)}`;
  return `[${rule}] ${kind} ${name} ${path}: ${message}${got}; ${remedy}`;
}
