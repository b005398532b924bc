import { KindName } from '../plan/manifest-set';

export const CONFIG_MAP: KindName = { group: '', kind: 'ConfigMap' };
export const SECRET: KindName = { group: '', kind: 'Secret' };
export const SERVICE_ACCOUNT: KindName = { group: '', kind: 'ServiceAccount' };
export const VOLUME_CLAIM: KindName = { group: '', kind: 'PersistentVolumeClaim' };
export const POD_TEMPLATE: KindName = { group: '', kind: 'PodTemplate' };
