import { at, record, text } from '../../../core/read';
import { Severity } from '../../../validation/severity';
import { CONFIG_MAP, SECRET } from '../../kinds';
import { isKind } from '../../objects/is-kind';
import { Hazard } from '../hazard';

const DATA = ['data', 'stringData', 'binaryData'];

export const immutableChanged: Hazard = {
  id: 'immutable-changed',
  severity: Severity.ERROR,
  summary: 'an immutable ConfigMap or Secret changes',
  why: 'the API server refuses it, and with it the sync',
  remedy: 'write the change under a new name, and name that in the pod template',
  ofObject: ({ old, now }) => {
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

/** What pods get of a Secret, however it is written. */
function contentOf(secret: unknown): string {
  const bytes = (data: unknown, encoding: BufferEncoding) => Object.entries(record(data)).map(([key, value]): [string, string] => (
    [key, Buffer.from(text(value), encoding).toString('base64')]
  ));
  return JSON.stringify([...new Map([...bytes(at(secret, 'data'), 'base64'), ...bytes(at(secret, 'stringData'), 'utf8')])].sort());
}
