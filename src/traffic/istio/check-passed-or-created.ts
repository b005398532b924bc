import { IstioVirtualServiceOptions } from './istio-virtual-service-options';
import { Problem } from '../../core/checks/problems';

/** VirtualServices are either passed, or created from the other options. */
export function checkPassedOrCreated<T extends IstioVirtualServiceOptions & { readonly virtualServices?: unknown[] }>(
  options: T, createdBy: Array<keyof T & string>, remedy: string,
): Problem[] {
  const both = createdBy.filter((key) => options[key] !== undefined);
  return options.virtualServices && both.length > 0 ? [{
    rule: 'passed-or-created',
    prop: `virtualServices, ${both.join(', ')}`,
    wrong: 'VirtualServices are both passed and described for creation',
    remedy,
  }] : [];
}
