import { Manifest } from './manifest';
import { record } from './read';

/** The label that names the application; the only label that our selectors use. */
export const NAME_LABEL = 'app.kubernetes.io/name';

/** The controller adds this key to Services and subsets; nobody else may set it. */
export const POD_TEMPLATE_HASH_LABEL = 'rollouts-pod-template-hash';

/** cdk8s-plus derives its value from the construct path, so a refactoring would change it. */
export const ADDRESS_LABEL = 'cdk8s.io/metadata.addr';

/** Whether a selector takes what has these labels; an empty one takes nothing. */
export function selects(selector: unknown, labels: Manifest): boolean {
  const entries = Object.entries(record(selector));
  return entries.length > 0 && entries.every(([key, value]) => labels[key] === value);
}
