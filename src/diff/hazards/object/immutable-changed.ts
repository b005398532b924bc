import { at, given, record, shown, text } from '../../../core/read';
import { SERVICE } from '../../../model/manifests/kinds';
import { Violation } from '../../../validation/rule';
import { Severity } from '../../../validation/severity';
import { CONFIG_MAP, SECRET } from '../../kinds';
import { isKind } from '../../objects/is-kind';
import { Placed } from '../../pairing/side';
import { Hazard } from '../hazard';

const DATA = ['data', 'stringData', 'binaryData'];

export const immutableChanged: Hazard = {
  id: 'immutable-changed',
  severity: Severity.ERROR,
  summary: 'an immutable ConfigMap or Secret changes, or the address of a Service',
  why: 'the API server refuses it, and with it the sync',
  remedy: 'write the change under a new name, and name that in the pod template',
  ofObject: ({ old, now }) => {
    if (old && now && isKind(now.manifest, SERVICE)) {
      return ofService(old, now);
    }
    if (!old || !now || !(isKind(now.manifest, CONFIG_MAP) || isKind(now.manifest, SECRET)) || at(old.manifest, 'immutable') !== true) {
      return [];
    }
    const differs = (key: string) => JSON.stringify(at(old.canonical, key)) !== JSON.stringify(at(now.canonical, key));
    const isMoved = isKind(now.manifest, SECRET) && contentOf(old.canonical) === contentOf(now.canonical);
    return [
      ...(isMoved ? [] : DATA.filter(differs)).map((path) => ({ path, message: `an immutable ${text(now.manifest.kind)} cannot be changed, and the API server refuses it` })),
      ...differs('immutable') ? [{ path: 'immutable', message: 'cannot be taken back, and the API server refuses it' }] : [],
    ];
  },
};

function ofService(old: Placed, now: Placed): Violation[] {
  const [before, after] = [old, now].map(({ canonical }) => at(canonical, 'spec', 'clusterIP'));
  const isNamed = [old, now].some(({ manifest }) => at(manifest, 'spec', 'type') === 'ExternalName');
  if (isNamed || before === after || (!given(before) && after !== 'None')) {
    return [];
  }
  const remedy = 'make a Service of another name, and move the callers';
  return given(after)
    ? [{ path: 'spec.clusterIP', value: after, message: `a Service keeps its address, was ${given(before) ? shown(before) : 'one that was allocated'}, and the API server refuses another`, remedy }]
    : [{ path: 'spec.clusterIP', message: 'is left out: the API server keeps None, and the Service gets no address', severity: Severity.WARNING, remedy }];
}

/** What pods get of a Secret, however it is written. */
function contentOf(secret: unknown): string {
  const bytes = (data: unknown, encoding: BufferEncoding) => Object.entries(record(data)).map(([key, value]): [string, string] => (
    [key, Buffer.from(text(value), encoding).toString('base64')]
  ));
  return JSON.stringify([...new Map([...bytes(at(secret, 'data'), 'base64'), ...bytes(at(secret, 'stringData'), 'utf8')])].sort());
}
