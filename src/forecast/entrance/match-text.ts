import { Manifest } from '../../core/manifest';
import { isRecord, list, record, text } from '../../core/read';

/** Which requests a route of a VirtualService takes; nothing where it takes all. */
export function matchText(protocol: string, route: Manifest): string | undefined {
  const blocks = list(route.match).filter(isRecord).map((block) => protocol === 'http' ? httpBlock(block) : l4Block(block));
  return blocks.length === 0 || blocks.includes('') ? undefined : blocks.join(' or ');
}

function httpBlock(block: Manifest): string {
  const uri = record(block.uri);
  return [
    uri.prefix === '/' ? '' : stringMatch('path', block.uri),
    stringMatch('method', block.method),
    stringMatch('authority', block.authority),
    ...Object.entries(record(block.headers)).map(([name, match]) => stringMatch(name, match)),
    ...Object.entries(record(block.withoutHeaders)).map(([name, match]) => `without ${stringMatch(name, match)}`),
    ...Object.entries(record(block.queryParams)).map(([name, match]) => stringMatch(`?${name}`, match)),
    ...list(block.gateways).map((gateway) => `from ${text(gateway)}`),
    block.port === undefined ? '' : `port ${block.port}`,
    labels(block.sourceLabels),
  ].filter(Boolean).join(', ');
}

function l4Block(block: Manifest): string {
  return [
    list(block.sniHosts).length > 0 ? `SNI ${list(block.sniHosts).join(', ')}` : '',
    block.port === undefined ? '' : `port ${block.port}`,
    labels(block.sourceLabels),
  ].filter(Boolean).join(', ');
}

function labels(source: unknown): string {
  const pairs = Object.entries(record(source)).map(([key, value]) => `${key}=${String(value)}`);
  return pairs.length === 0 ? '' : `from pods ${pairs.join(', ')}`;
}

/** `x-canary: always`, `path /api*`, `path ~ ^/v[12]`; a match without a value asks for the header alone. */
function stringMatch(name: string, match: unknown): string {
  if (match === undefined) {
    return '';
  }
  const { exact, prefix, regex } = record(match);
  const isPart = name === 'path' || name === 'method' || name === 'authority';
  const sign = isPart ? ' ' : ': ';
  return exact !== undefined ? `${name}${sign}${exact}`
    : prefix !== undefined ? `${name}${sign}${prefix}*`
      : regex !== undefined ? `${name} ~ ${regex}` : `${name}${sign}any`;
}
