import { at, isRecord, items, list, record, text } from '../../core/read';

// What the API server fills in (core/v1), and the controller as well before it compares two templates: who writes it down, or takes
// it out, starts no release.

type Fields = Record<string, unknown>;

const SPEC: Fields = {
  restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', terminationGracePeriodSeconds: 30, schedulerName: 'default-scheduler', enableServiceLinks: true,
};
const CONTAINER: Fields = { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' };
const PROBE: Fields = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
const HTTP_GET: Fields = { path: '/', scheme: 'HTTP' };
const FIELD_REFERENCE: Fields = { apiVersion: 'v1' };
const FILES: Fields = { defaultMode: 420 };
const VOLUME_SOURCES: Record<string, Fields> = {
  secret: FILES,
  configMap: FILES,
  projected: FILES,
  downwardAPI: FILES,
  iscsi: { iscsiInterface: 'default' },
  rbd: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' },
};

/** Takes all defaults out of a pod template, in place. */
export function dropPodDefaults(template: unknown): void {
  const spec = record(record(template).spec);
  drop(spec, SPEC);
  // Deprecated, and not compared.
  delete spec.serviceAccount;
  dropEmpty(spec, 'securityContext');
  [...items(spec.containers, ''), ...items(spec.initContainers, '')].forEach(({ value }) => dropInContainer(value));
  items(spec.volumes, '').forEach(({ value }) => dropInVolume(value));
}

function dropInContainer(container: Fields): void {
  drop(container, { ...CONTAINER, imagePullPolicy: pullPolicyOf(text(container.image)) });
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    drop(container[probe], PROBE);
    drop(record(container[probe]).httpGet, HTTP_GET);
  }
  for (const hook of Object.values(record(container.lifecycle))) {
    drop(record(hook).httpGet, HTTP_GET);
  }
  items(container.env, '').forEach(({ value }) => drop(record(value.valueFrom).fieldRef, FIELD_REFERENCE));
}

/** The API server takes the newest image anew where no version is named. */
function pullPolicyOf(image: string): string {
  const [name, digest] = image.slice(image.lastIndexOf('/') + 1).split('@');
  const [, tag = digest === undefined ? 'latest' : ''] = name.split(':');
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function dropInVolume(volume: Fields): void {
  for (const [source, defaults] of Object.entries(VOLUME_SOURCES)) {
    drop(volume[source], defaults);
  }
  dropEmpty(volume, 'emptyDir');
  drop(at(volume, 'ephemeral', 'volumeClaimTemplate', 'spec'), { volumeMode: 'Filesystem' });
  for (const { value } of items(record(volume.projected).sources, '')) {
    drop(value.serviceAccountToken, { expirationSeconds: 3600 });
    list(record(value.downwardAPI).items).forEach((item) => drop(record(item).fieldRef, FIELD_REFERENCE));
  }
  list(record(volume.downwardAPI).items).forEach((item) => drop(record(item).fieldRef, FIELD_REFERENCE));
}

function drop(object: unknown, defaults: Fields): void {
  if (isRecord(object)) {
    for (const key of Object.keys(object)) {
      if (Object.prototype.hasOwnProperty.call(defaults, key) && object[key] === defaults[key]) {
        delete object[key];
      }
    }
  }
}

function dropEmpty(object: Fields, key: string): void {
  const value = object[key];
  if (isRecord(value) && Object.keys(value).length === 0) {
    delete object[key];
  }
}
