import { IConstruct } from 'constructs';
import { Caller, findCaller } from './caller';

/** What cdk8s validates the tree for. */
export enum PassKind {
  /** A synthesis begins. */
  SYNTHESIS,
  /** A chart of a synthesis, whose beginning has validated the same tree. */
  CHART_OF_SYNTHESIS,
  /** A chart on its own, or something unknown. */
  OTHER,
}

/**
 * The passes in which cdk8s validates the tree of one app: one when a synthesis begins, and one more for each of its charts.
 * The root comes first in each of them.
 */
export class ValidationPasses {
  /** The passes of the app of this construct. */
  public static of(construct: IConstruct): ValidationPasses {
    const { root } = construct.node;
    const known = PASSES.get(root) ?? new ValidationPasses(root);
    PASSES.set(root, known);
    return known;
  }

  /** The number of the last pass. */
  public current = 0;
  /** What the last pass is for. */
  public kind = PassKind.OTHER;
  /** The number of the pass that validated first what the last pass validates. */
  public first = 0;
  private synthesis: string | undefined;

  private constructor(root: IConstruct) {
    root.node.addValidation({
      validate: () => {
        this.begin();
        return [];
      },
    });
  }

  /** Whether the caller is still in the synthesis whose beginning was validated last. */
  public continues(caller: Caller): boolean {
    return caller.forChart && caller.synthesis !== undefined && caller.synthesis === this.synthesis;
  }

  private begin(): void {
    this.current++;
    const caller = findCaller();
    if (caller && this.continues(caller)) {
      this.kind = PassKind.CHART_OF_SYNTHESIS;
      return;
    }
    this.first = this.current;
    this.kind = caller && !caller.forChart ? PassKind.SYNTHESIS : PassKind.OTHER;
    this.synthesis = caller?.forChart ? undefined : caller?.synthesis;
  }
}

const PASSES = new WeakMap<IConstruct, ValidationPasses>();

/**
 * Adds a validation to a construct that runs once in each synthesis, however many charts the app has: what was right when
 * the synthesis began is right for each of its charts.
 *
 * @param check Returns what is wrong, in words.
 */
export function addValidation(construct: IConstruct, check: () => string[]): void {
  const passes = ValidationPasses.of(construct);
  let last = 0;
  let clean = 0;
  construct.node.addValidation({
    validate: () => {
      // cdk8s asks once in each pass: whoever asks again does so later, on his own.
      const isAskedByPass = last !== passes.current;
      last = passes.current;
      if (isAskedByPass && passes.kind === PassKind.CHART_OF_SYNTHESIS && clean === passes.first) {
        return [];
      }
      const wrong = check();
      clean = isAskedByPass && wrong.length === 0 ? passes.first : 0;
      return wrong;
    },
  });
}
