import type { VirtualServiceSpecHttpHeaders } from '../../../../imports/networking.istio.io';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { compact, Manifest, unlessEmpty } from '../../../core/manifest';

type Headers = Wire<VirtualServiceSpecHttpHeaders>;

/**
 * Changes of headers on their way.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers
 */
export interface IstioHeaderOperations {
  /**
   * Request headers that get a value, in place of the one they have.
   *
   * @default - none are set
   */
  readonly setRequest?: { [name: string]: string };

  /**
   * Request headers that get a further value.
   *
   * @default - none are added
   */
  readonly addRequest?: { [name: string]: string };

  /**
   * Request headers that are removed.
   *
   * @default - none are removed
   */
  readonly removeRequest?: string[];

  /**
   * Response headers that get a value, in place of the one they have.
   *
   * @default - none are set
   */
  readonly setResponse?: { [name: string]: string };

  /**
   * Response headers that get a further value.
   *
   * @default - none are added
   */
  readonly addResponse?: { [name: string]: string };

  /**
   * Response headers that are removed.
   *
   * @default - none are removed
   */
  readonly removeResponse?: string[];
}

export function renderHeaderOperations(headers: IstioHeaderOperations | undefined) {
  return headers && unlessEmpty(compact<Headers>({
    request: unlessEmpty(compact<NonNullable<Headers['request']>>({
      set: unlessEmpty(headers.setRequest), add: unlessEmpty(headers.addRequest), remove: unlessEmpty(headers.removeRequest),
    })),
    response: unlessEmpty(compact<NonNullable<Headers['response']>>({
      set: unlessEmpty(headers.setResponse), add: unlessEmpty(headers.addResponse), remove: unlessEmpty(headers.removeResponse),
    })),
  }));
}

/** Istio refuses changes of the host here, and takes none of the pseudo-headers. */
export function checkHeaderOperations(prop: string, headers: IstioHeaderOperations | undefined): Problem[] {
  return Object.entries(headers ?? {}).flatMap(([operation, value]: [string, Manifest | string[]]) => {
    const names = Array.isArray(value) ? value : Object.keys(value);
    return names.filter((name) => name === '' || name.startsWith(':') || name.toLowerCase() === 'host').map((name) => ({
      rule: 'header-operation-host', prop: `${prop}.${operation}`, wrong: 'is no header to change', got: name, remedy: 'use rewrite.authority for the host',
    }));
  });
}
