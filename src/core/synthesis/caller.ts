/** What in cdk8s runs a validation of the whole tree. */
export interface Caller {
  /** Whether a single chart is about to be rendered; otherwise a synthesis begins. */
  readonly forChart: boolean;
  /** Which method of `App` does it, as an identity; `undefined` where somebody renders a chart on its own. */
  readonly synthesis: string | undefined;
}

/** More than cdk8s and a few overridden methods need between a validation and `App.synth`. */
const DEPTH = 24;

/**
 * Finds out what runs the current validation: `App.synth`, `App.synthYaml`, one of these for a single chart, or
 * `Chart.toJson`. cdk8s passes validations no context, and the call stack is the only thing that tells these apart without
 * replacing a method. `undefined` where the stack does not say: callers must then assume that anything has changed.
 */
export function findCaller(): Caller | undefined {
  const frames = callSites();
  const start = frames.findIndex((frame) => isNamed(frame, '_synthChart') || isSynthesis(frame));
  if (start < 0) {
    return undefined;
  }
  if (isSynthesis(frames[start])) {
    return { forChart: false, synthesis: identityOf(frames[start]) };
  }
  // Charts may override toJson() and call that of cdk8s.
  const above = frames.slice(start + 1).find((frame) => !isNamed(frame, 'toJson'));
  const isSame = above !== undefined && isSynthesis(above) && above.getFileName() === frames[start].getFileName();
  return { forChart: true, synthesis: isSame ? identityOf(above) : undefined };
}

/** A method of an object: `Testing.synth` is static, and helpers of that name are functions. */
function isSynthesis(frame: NodeJS.CallSite): boolean {
  const type = frame.getTypeName();
  return (isNamed(frame, 'synth') || isNamed(frame, 'synthYaml')) && type !== null && type !== 'Function';
}

/** Some versions of V8 put the class before the name of a static method. */
function isNamed(frame: NodeJS.CallSite, name: string): boolean {
  const found = frame.getFunctionName();
  return found === name || Boolean(found?.endsWith(`.${name}`));
}

/** The place of the function in its file, so that a method of the same name is not taken for it; other engines than V8 may not know it. */
function identityOf(frame: NodeJS.CallSite): string {
  return [frame.getFileName(), frame.getFunctionName(), frame.getEnclosingLineNumber?.(), frame.getEnclosingColumnNumber?.()].join(':');
}

function callSites(): NodeJS.CallSite[] {
  if (Object.isFrozen(Error)) {
    return [];
  }
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = DEPTH;
    Error.prepareStackTrace = (_error, sites) => sites;
    const sites: unknown = new Error().stack;
    return Array.isArray(sites) ? sites : [];
  } finally {
    Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  }
}
