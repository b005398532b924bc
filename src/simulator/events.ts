import { AnalysisPhase } from './model/status';
import { Manifest } from '../core/manifest';

/** A new pod template. */
export interface Deploy {
  readonly image?: string;
  /** The container that gets the image: the first one, unless named. */
  readonly container?: string;
  /** What else changes in the template; list items with a name are found by it. */
  readonly template?: Manifest;
}

export type Verdict = Exclude<AnalysisPhase, 'Running'>;

/** What may happen to a release, as the events file writes it. */
export type ReleaseEvent =
  | { readonly deploy: Deploy }
  | 'hold'
  | 'ready'
  | { readonly wait: string }
  | 'promote'
  | { readonly promote: { readonly full: true } }
  | 'abort'
  | 'retry'
  | 'undo'
  | { readonly undo: { readonly toRevision: number } }
  | 'pause'
  | 'resume'
  | 'skipStep'
  | { readonly scale: number }
  | { readonly analysis: { readonly name: string; readonly phase: Verdict } };

export const BARE_EVENTS = ['hold', 'ready', 'promote', 'abort', 'retry', 'undo', 'pause', 'resume', 'skipStep'] as const;

export const VERDICTS: readonly Verdict[] = ['Successful', 'Failed', 'Inconclusive', 'Error'];

const WAIT = /^(\d+[smh])+$/;

type Check = (value: unknown) => string | undefined;

/** For each event with a value: what is wrong with it. */
const CHECKS: Record<string, Check> = {
  deploy: checkDeploy,
  wait: (value) => typeof value === 'string' && WAIT.test(value) ? undefined : 'wait is whole numbers with s, m or h, for instance 31s',
  promote: (value) => fields(value, { full: (full) => full === true }, ['full']),
  undo: (value) => fields(value, { toRevision: isWhole }, ['toRevision']),
  scale: (value) => isWhole(value) ? undefined : 'scale is a whole number of pods',
  analysis: (value) => fields(value, { name: isText, phase: isVerdict }, ['name', 'phase']),
};

/**
 * Checks the list of an events file, which has been parsed already.
 *
 * @throws an error that names every wrong entry by its index
 */
export function parseEvents(list: unknown): ReleaseEvent[] {
  if (!Array.isArray(list)) {
    throw new Error(`events: not a list, got ${show(list)}; write one event an item`);
  }
  const problems = list.flatMap((event, index) => {
    const problem = checkEvent(event);
    return problem === undefined ? [] : [`events[${index}]: ${problem}, got ${show(event)}`];
  });
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return list;
}

function checkEvent(event: unknown): string | undefined {
  if (typeof event === 'string') {
    return (BARE_EVENTS as readonly string[]).includes(event) ? undefined : `unknown event; one of ${names()}`;
  }
  const keys = isObject(event) ? Object.keys(event) : [];
  if (!isObject(event) || keys.length !== 1) {
    return 'an event is a word or an object with one key';
  }
  const [key] = keys;
  const check = Object.hasOwn(CHECKS, key) ? CHECKS[key] : undefined;
  return check ? check(event[key]) : `unknown event; one of ${names()}`;
}

function checkDeploy(value: unknown): string | undefined {
  const wrong = fields(value, { image: isText, container: isText, template: isObject }, []);
  const { image, template } = isObject(value) ? value : {};
  return wrong ?? (image === undefined && template === undefined ? 'deploy needs an image or a template' : undefined);
}

function fields(value: unknown, known: Record<string, (value: unknown) => boolean>, required: string[]): string | undefined {
  if (!isObject(value)) {
    return `needs ${Object.keys(known).join(', ')}`;
  }
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(known, key));
  const missing = required.find((key) => value[key] === undefined);
  const wrong = Object.keys(value).find((key) => known[key] && !known[key](value[key]));
  return unknown !== undefined ? `unknown field ${unknown}`
    : missing !== undefined ? `${missing} is missing`
      : wrong !== undefined ? `${wrong} is wrong` : undefined;
}

function names(): string {
  return [...BARE_EVENTS, ...Object.keys(CHECKS).filter((key) => !(BARE_EVENTS as readonly string[]).includes(key))].join(', ');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isVerdict(value: unknown): boolean {
  return (VERDICTS as readonly unknown[]).includes(value);
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
