import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parseEvents } from '../../src/simulator/events';

const SCHEMA = JSON.parse(readFileSync(join(__dirname, '..', '..', 'docs', 'events.schema.json'), 'utf8'));

const GOOD: unknown[] = [
  'hold', 'ready', 'promote', 'abort', 'retry', 'undo', 'pause', 'resume', 'skipStep',
  { deploy: { image: 'app:2' } },
  { deploy: { image: 'app:2', container: 'main' } },
  { deploy: { template: { spec: { priorityClassName: null } } } },
  { wait: '31s' }, { wait: '1h30m' },
  { promote: { full: true } },
  { undo: { toRevision: 1 } },
  { scale: 0 }, { scale: 6 },
  { analysis: { name: 'success-rate', phase: 'Failed' } },
];

const BAD: Array<[event: unknown, problem: string]> = [
  ['promot', 'unknown event; one of hold, ready, promote, abort, retry, undo, pause, resume, skipStep, deploy, wait, scale, analysis'],
  [{ toString: {} }, 'unknown event; one of hold, ready, promote, abort, retry, undo, pause, resume, skipStep, deploy, wait, scale, analysis'],
  [{ pause: '10s' }, 'pause is a word by itself, without a value'],
  [{ abort: {} }, 'abort is a word by itself, without a value'],
  [7, 'an event is a word or an object with one key'],
  [null, 'an event is a word or an object with one key'],
  [{}, 'an event is a word or an object with one key'],
  [{ scale: 3, wait: '1s' }, 'an event is a word or an object with one key'],
  [{ deploy: 'app:2' }, 'deploy needs image, container, template'],
  [{ deploy: {} }, 'deploy needs an image or a template'],
  [{ deploy: { container: 'main' } }, 'deploy needs an image or a template'],
  [{ deploy: { image: '' } }, 'image of deploy is wrong'],
  [{ deploy: { image: 'app:2', tag: '2' } }, 'deploy has no field tag'],
  [{ wait: 31 }, 'wait is whole numbers with s, m or h, for instance 31s'],
  [{ wait: '31' }, 'wait is whole numbers with s, m or h, for instance 31s'],
  [{ promote: { full: false } }, 'full of promote is wrong'],
  [{ promote: {} }, 'promote needs full'],
  [{ undo: { toRevision: -1 } }, 'toRevision of undo is wrong'],
  [{ scale: 1.5 }, 'scale is a whole number of pods'],
  [{ analysis: { name: 'success-rate' } }, 'analysis needs phase'],
  [{ analysis: { name: 'success-rate', phase: 'Running' } }, 'phase of analysis is wrong; one of Successful, Failed, Inconclusive, Error'],
];

const validate = new Ajv().compile(SCHEMA);
const fitsSchema = (event: unknown) => validate([event]);

test.each(GOOD.map((event) => [event]))('%j is an event, for the parser and for the schema', (event) => {
  expect(parseEvents([event])).toEqual([event]);
  expect(fitsSchema(event)).toBe(true);
});

test.each(BAD)('fails when an event is %j: %s', (event, problem) => {
  expect(() => parseEvents(['hold', event])).toThrow(new Error(`events[1]: ${problem}, got ${JSON.stringify(event)}`));
  expect(fitsSchema(event)).toBe(false);
});

test('fails with all wrong events at once', () => {
  expect(() => parseEvents(['promot', 'hold', { scale: -1 }])).toThrow(/^events\[0\]: .*\nevents\[2\]: .*$/);
});

test('fails when the events are no list', () => {
  expect(() => parseEvents({ events: [] })).toThrow('events: not a list, got {"events":[]}; write one event an item');
});
