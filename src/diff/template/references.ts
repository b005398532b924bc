import { Manifest } from '../../core/manifest';
import { items, record, text } from '../../core/read';

/** An object that pods cannot start without, or get their configuration from. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'ServiceAccount' | 'PersistentVolumeClaim';
  readonly name: string;
  /** `env` is read when a container starts; `files` change in place; `start` is needed when a pod starts. */
  readonly how: 'env' | 'files' | 'start';
  /** Whether pods start without it. */
  readonly optional: boolean;
  /** The one key that is read. */
  readonly key?: string;
}

/** What a pod template refers to by name. */
export function referencesOf(template: unknown): Reference[] {
  const spec = record(record(template).spec);
  const containers = [...items(spec.initContainers, ''), ...items(spec.containers, '')].map(({ value }) => value);
  return [
    ...containers.flatMap(ofContainer),
    ...items(spec.volumes, '').flatMap(({ value }) => ofVolume(value)),
    ...items(spec.imagePullSecrets, '').map(({ value }) => reference('Secret', value.name, 'start', { optional: true })),
    reference('ServiceAccount', spec.serviceAccountName, 'start', {}),
  ].filter(({ name }) => name !== '');
}

function ofContainer(container: Manifest): Reference[] {
  const whole = items(container.envFrom, '').flatMap(({ value: { configMapRef, secretRef } }) => [
    reference('ConfigMap', record(configMapRef).name, 'env', record(configMapRef)),
    reference('Secret', record(secretRef).name, 'env', record(secretRef)),
  ]);
  const keys = items(container.env, '').flatMap(({ value }) => {
    const { configMapKeyRef, secretKeyRef } = record(value.valueFrom);
    return [
      reference('ConfigMap', record(configMapKeyRef).name, 'env', record(configMapKeyRef)),
      reference('Secret', record(secretKeyRef).name, 'env', record(secretKeyRef)),
    ];
  });
  return [...whole, ...keys];
}

function ofVolume({ configMap, secret, persistentVolumeClaim, projected }: Manifest): Reference[] {
  const sources = items(record(projected).sources, '').flatMap(({ value }) => [
    reference('ConfigMap', record(value.configMap).name, 'files', record(value.configMap)),
    reference('Secret', record(value.secret).name, 'files', record(value.secret)),
  ]);
  return [
    reference('ConfigMap', record(configMap).name, 'files', record(configMap)),
    reference('Secret', record(secret).secretName, 'files', record(secret)),
    reference('PersistentVolumeClaim', record(persistentVolumeClaim).claimName, 'start', {}),
    ...sources,
  ];
}

function reference(kind: Reference['kind'], name: unknown, how: Reference['how'], { optional, key }: Manifest): Reference {
  return { kind, name: text(name), how, optional: optional === true, ...text(key) !== '' && { key: text(key) } };
}
