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

/** What an event with a value may have in it. */
interface Shape {
  readonly fields: Record<string, (value: unknown) => boolean>;
  readonly required: string[];
}

const SHAPES: Record<string, Shape> = {
  deploy: { fields: { image: isText, container: isText, template: isObject }, required: [] },
  promote: { fields: { full: (value) => value === true }, required: ['full'] },
  undo: { fields: { toRevision: isWhole }, required: ['toRevision'] },
  analysis: { fields: { name: isText, phase: isVerdict }, required: ['name', 'phase'] },
};

const NAMES = [...BARE_EVENTS, 'deploy', 'wait', 'scale', 'analysis'];

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
    return isBare(event) ? undefined : unknown();
  }
  const keys = isObject(event) ? Object.keys(event) : [];
  if (!isObject(event) || keys.length !== 1) {
    return 'an event is a word or an object with one key';
  }
  const [key] = keys;
  return checkValue(key, event[key]);
}

function checkValue(key: string, value: unknown): string | undefined {
  switch (key) {
    case 'wait': return typeof value === 'string' && WAIT.test(value) ? undefined : 'wait is whole numbers with s, m or h, for instance 31s';
    case 'scale': return isWhole(value) ? undefined : 'scale is a whole number of pods';
    case 'deploy': return checkFields(key, value) ?? checkDeploy(value);
    default: return Object.hasOwn(SHAPES, key) ? checkFields(key, value) : isBare(key) ? `${key} is a word by itself, without a value` : unknown();
  }
}

function isBare(key: string): boolean {
  return (BARE_EVENTS as readonly string[]).includes(key);
}

function checkDeploy(value: unknown): string | undefined {
  const { image, template } = value as Deploy;
  return image === undefined && template === undefined ? 'deploy needs an image or a template' : undefined;
}

function checkFields(key: string, value: unknown): string | undefined {
  const { fields, required } = SHAPES[key];
  if (!isObject(value)) {
    return `${key} needs ${Object.keys(fields).join(', ')}`;
  }
  const strange = Object.keys(value).find((field) => !Object.hasOwn(fields, field));
  if (strange !== undefined) {
    return `${key} has no field ${strange}`;
  }
  const missing = required.filter((field) => value[field] === undefined);
  if (missing.length > 0) {
    return `${key} needs ${missing.join(', ')}`;
  }
  const wrong = Object.keys(value).find((field) => !fields[field](value[field]));
  const choices = wrong === 'phase' ? `; one of ${VERDICTS.join(', ')}` : '';
  return wrong === undefined ? undefined : `${wrong} of ${key} is wrong${choices}`;
}

function unknown(): string {
  return `unknown event; one of ${NAMES.join(', ')}`;
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
