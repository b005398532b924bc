import { coversHost } from '../../../core/hosts';

/** Requests by their host and path, and where an Ingress or an HTTPRoute leads them. */
export interface LedPath {
  /** Empty for all hosts. */
  readonly host: string;
  readonly value: string;
  /** `Pattern` where the controller of the Ingress decides what it means. */
  readonly type: 'Exact' | 'Prefix' | 'Pattern';
  /** Whether the request must have more than that, a header for instance. */
  readonly isNarrowed: boolean;
  /** The Services, as `namespace/name`, without those of weight 0. */
  readonly services: readonly string[];
  /** Where it stands. */
  readonly at: string;
}

const BEYOND_LITERALS = /[^\w\-./~%].*$/;

/** Whether all requests of the second are requests of the first as well; true where one cannot tell. */
export function coversPath(wide: LedPath, narrow: LedPath): boolean {
  const isHostCovered = wide.host === '' || (narrow.host !== '' && coversHost(wide.host, narrow.host));
  return isHostCovered && !wide.isNarrowed && coversValue(wide, narrow);
}

function coversValue(wide: LedPath, narrow: LedPath): boolean {
  if (wide.type === 'Exact') {
    return wide.value === narrow.value && narrow.type !== 'Prefix';
  }
  if (wide.value === narrow.value || (wide.type === 'Pattern' && BEYOND_LITERALS.test(wide.value.replace(/\*$/, '')))) {
    return true;
  }
  const [prefix, path] = [wide.value, narrow.value].map((value) => value.replace(BEYOND_LITERALS, '').replace(/\/+$/, ''));
  return path === prefix || path.startsWith(`${prefix}/`);
}
