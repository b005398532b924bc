import { IConstruct } from 'constructs';
import { judge, PlacedFinding } from './rendered-app';
import { findCaller } from '../../core/synthesis/caller';
import { PassKind, ValidationPasses } from '../../core/synthesis/validation-passes';
import { Finding } from '../../validation/finding';
import { Severity } from '../../validation/severity';

/** What one pass of validations found, by rollout, and which rollouts the pass has not asked for yet. */
interface Judgement {
  readonly pass: number;
  readonly placed: PlacedFinding[];
  readonly byRollout: Map<IConstruct, Finding[]>;
  readonly waiting: Set<IConstruct>;
  hasErrors: boolean;
}

/**
 * The findings of one app. A validation of the root judges the whole app when a synthesis begins; the rollouts report what
 * concerns them, each at its own path.
 */
export class AppFindings {
  /** Those of the app of a rollout, to which the rollout is added. */
  public static of(rollout: IConstruct): AppFindings {
    const apps = sharedApps();
    const { root } = rollout.node;
    const known = apps.get(root) ?? new AppFindings(root);
    apps.set(root, known);
    known.rollouts.push(rollout);
    return known;
  }

  private readonly rollouts: IConstruct[] = [];
  private readonly passes: ValidationPasses;
  private judgement: Judgement | undefined;

  private constructor(private readonly root: IConstruct) {
    this.passes = ValidationPasses.of(root);
    root.node.addValidation({
      validate: () => {
        this.judgement = this.passes.kind === PassKind.CHART_OF_SYNTHESIS ? this.judgement : this.judge();
        return [];
      },
    });
  }

  /** What concerns a rollout: the objects below it, and for the first rollout all that are below none. */
  public ofRollout(rollout: IConstruct): Finding[] {
    return (this.ofRunningPass() ?? this.judge()).byRollout.get(rollout) ?? [];
  }

  /**
   * What a rollout reports when it is validated; the last one prints the warnings if nothing stops the synthesis.
   *
   * @param ownErrors What the rollout finds itself: its manifest is incomplete then, and rules would report the same again.
   */
  public report(rollout: IConstruct, ownErrors: string[]): string[] {
    const judgement = this.ofRunningPass() ?? this.judge();
    const findings = ownErrors.length > 0 ? [] : judgement.byRollout.get(rollout) ?? [];
    const errors = findings.filter(isOpen(Severity.ERROR)).map(describeFinding);
    judgement.hasErrors ||= ownErrors.length + errors.length > 0;
    judgement.waiting.delete(rollout);
    if (judgement === this.judgement) {
      this.warn(judgement);
    }
    return errors;
  }

  private judge(): Judgement {
    const present = new Set(this.root.node.findAll());
    const rollouts = new Set(this.rollouts.filter((rollout) => present.has(rollout)));
    const placed = judge(this.root);
    return { pass: this.passes.current, placed, byRollout: groupByRollout(placed, rollouts), waiting: rollouts, hasErrors: false };
  }

  /** The judgement of the pass that is running, or of the beginning of its synthesis. Outside of these, anything may have changed. */
  private ofRunningPass(): Judgement | undefined {
    const caller = findCaller();
    if (caller === undefined || this.judgement === undefined) {
      return undefined;
    }
    const isOfSynthesis = this.passes.continues(caller) && this.judgement.pass === this.passes.first;
    const isOfPass = this.judgement.pass === this.passes.current && this.judgement.waiting.size > 0;
    return isOfSynthesis || isOfPass ? this.judgement : undefined;
  }

  private warn({ waiting, hasErrors, placed }: Judgement): void {
    if (this.passes.kind !== PassKind.SYNTHESIS || waiting.size > 0 || hasErrors) {
      return;
    }
    const isWarning = isOpen(Severity.WARNING);
    placed.filter(({ finding }) => isWarning(finding)).forEach(({ object, finding }) => {
      console.warn(`warning: [${object.node.path}] ${describeFinding(finding)}`);
    });
  }
}

/**
 * Copies of this package in one program share the findings of an app, so that it is judged once, and warnings are printed once.
 * The number changes with what a copy calls on the findings of another.
 */
const SHARED = Symbol.for('cdk8s-rollouts.app-findings.1');

function sharedApps(): WeakMap<IConstruct, AppFindings> {
  const registry = globalThis as { [SHARED]?: WeakMap<IConstruct, AppFindings> };
  return registry[SHARED] ??= new WeakMap();
}

function groupByRollout(placed: PlacedFinding[], rollouts: Set<IConstruct>): Map<IConstruct, Finding[]> {
  const [first] = rollouts;
  const groups = new Map<IConstruct, Finding[]>();
  placed.forEach(({ object, finding }) => {
    const above = object.node.scopes.filter((scope) => rollouts.has(scope));
    [...above.length > 0 ? above : [first]].forEach((rollout) => {
      groups.get(rollout)?.push(finding) ?? groups.set(rollout, [finding]);
    });
  });
  return groups;
}

function isOpen(severity: Severity): (finding: Finding) => boolean {
  return (finding) => finding.severity === severity && finding.ignoredBecause === undefined;
}

/** A finding in the way of all other errors of synthesis. */
export function describeFinding({ rule, kind, name, path, message, value, remedy }: Finding): string {
  const got = value === undefined || typeof value === 'object' ? '' : `, got ${JSON.stringify(value)}`;
  return `[${rule}] ${kind} ${name} ${path}: ${message}${got}; ${remedy}`;
}
