import { Manifest } from '../../core/manifest';
import { KindName, kindOf } from '../../model/manifests/manifest-set';

export function isKind(manifest: Manifest, { group, kind }: KindName): boolean {
  const own = kindOf(manifest);
  return own.group === group && own.kind === kind;
}
