import { Placed } from './side';
import { text } from '../../core/read';

/** Each object of an environment once, as it is written first, which is what all that looks for it finds; a rule tells of the others. */
export function once(all: readonly Placed[]): Placed[] {
  const seen = new Set<string>();
  return all.filter(({ environment, identity, manifest }) => {
    const key = `${environment} ${identity}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst || text(manifest.metadata?.name) === '';
  });
}
