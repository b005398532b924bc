import { IConstruct } from 'constructs';

/** One thing that is wrong with what a user passed. */
export interface Problem {
  /** Stable id of the check, kebab-case. */
  readonly rule: string;
  /** The prop, as the user wrote it (`steps[0].weight`). */
  readonly prop: string;
  readonly wrong: string;
  /** The value as received; left out where nothing was given. */
  readonly got?: unknown;
  readonly remedy: string;
}

/** The text of one problem, the same in every channel and every language. */
export function describe(problem: Problem): string {
  const got = problem.got === undefined ? '' : `, got ${show(problem.got)}`;
  return `[${problem.rule}] ${problem.prop}: ${problem.wrong}${got}; ${problem.remedy}`;
}

/** The problem of an object that is itself the value of a prop. */
export function withPrefix(prefix: string, problem: Problem): Problem {
  return { ...problem, prop: problem.prop.split(', ').map((prop) => `${prefix}${prop}`).join(', ') };
}

/**
 * Gathers what is wrong with one construct's props, to report all of it in one error
 * that starts with the construct path.
 */
export class Problems {
  private readonly found: string[] = [];

  /** Adds problems, to be put into words. */
  public add(...problems: Problem[]): void {
    this.found.push(...problems.map(describe));
  }

  /** Adds problems that another layer has put into words already. */
  public addDescribed(...texts: string[]): void {
    this.found.push(...texts);
  }

  /** Adds the problem unless the condition holds. */
  public require(holds: boolean, problem: Problem): void {
    if (!holds) {
      this.add(problem);
    }
  }

  /** Throws one error for all that was gathered; a single problem stands on its first line. */
  public throwIfAny(at: IConstruct | string): void {
    const found = [...new Set(this.found)];
    if (found.length === 0) {
      return;
    }
    const where = typeof at === 'string' ? at : at.node.path;
    if (found.length === 1) {
      throw new Error(`${where}: ${found[0]}`);
    }
    const lines = found.map((text) => `  - ${text}`);
    throw new Error(`${where}: ${found.length} problems\n${lines.join('\n')}`);
  }
}

function show(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  const text = JSON.stringify(value);
  return text === undefined ? String(value) : text;
}
