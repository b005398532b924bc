import { coversHost } from '../../../core/hosts';
import { Destination, Route, Subject } from '../../../model/routing/route';

/** Requests by their host and path, and where a route sends them. */
export interface RoutedPath {
  /** Empty for all hosts. */
  readonly host: string;
  readonly value: string;
  /** `Prefix` takes whole segments, `TextPrefix` any text that begins so; what `Pattern` takes is decided elsewhere. */
  readonly type: 'Exact' | 'Prefix' | 'TextPrefix' | 'Pattern';
  readonly ignoresCase: boolean;
  /** What else the request must have, a header for instance. */
  readonly narrowedBy: readonly Subject[];
  readonly route: Route;
  /** Without those of weight 0, and without what is no Service. */
  readonly destinations: readonly Destination[];
  /** Where it stands. */
  readonly at: string;
}

const BEYOND_LITERALS = /\.?[^\w\-./~%].*$/;

/** What all requests that come to a host may have in common. */
const OFTEN_SHARED: readonly Subject[] = ['gateway', 'port', 'scheme', 'authority'];

/** Whether all requests of the second are requests of the first as well; true where one cannot tell. */
export function coversPath(wide: RoutedPath, narrow: RoutedPath): boolean {
  const isHostCovered = wide.host === '' || (narrow.host !== '' && coversHost(wide.host, narrow.host));
  const isNarrowed = wide.narrowedBy.some((subject) => !OFTEN_SHARED.includes(subject));
  return isHostCovered && !isNarrowed && coversValue(wide, narrow);
}

function coversValue(wide: RoutedPath, narrow: RoutedPath): boolean {
  const [wanted, value] = wide.ignoresCase ? [wide.value.toLowerCase(), narrow.value.toLowerCase()] : [wide.value, narrow.value];
  if (wide.type === 'Exact') {
    return wanted === value && narrow.type !== 'Prefix' && narrow.type !== 'TextPrefix';
  }
  if (wanted === value || (wide.type === 'Pattern' && BEYOND_LITERALS.test(wanted.replace(/\*$/, '')))) {
    return true;
  }
  const [prefix, path] = [wanted, value].map((text) => text.replace(BEYOND_LITERALS, '').replace(/\/+$/, ''));
  return path === prefix || path.startsWith(wide.type === 'TextPrefix' ? prefix : `${prefix}/`);
}
