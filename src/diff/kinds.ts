import { KindName } from '../model/manifests/manifest-set';

export const CONFIG_MAP: KindName = { group: '', kind: 'ConfigMap' };
export const SECRET: KindName = { group: '', kind: 'Secret' };
export const NAMESPACE: KindName = { group: '', kind: 'Namespace' };
