import { Play, scenario } from './scenario';

const DEPLOYED: Play = ['deployed', 'Healthy', 'r1 3/3 stable active', 'app → r1, app-preview → r1'];
const UPDATED: Play = [
  { deploy: { image: 'app:2' } },
  'Paused (BlueGreenPause)', 'r1 3/3 stable active', 'r2 3/3 preview', 'app → r1, app-preview → r2',
];
const PROMOTED: Play = ['promote', 'Healthy', 'r1 3/3 until 30s', 'r2 3/3 stable active', 'app → r2, app-preview → r2'];

scenario('a person promotes, and the old ReplicaSet goes after the delay', { example: 'blue-green', trace: 'blue-green-promote' }, [
  DEPLOYED,
  UPDATED,
  PROMOTED,
  [{ wait: '31s' }, 'Healthy', 'r1 0/0', 'r2 3/3 stable active', 'app → r2, app-preview → r2'],
]);

scenario('the users stay until the new pods are ready, whoever promotes', { example: 'blue-green', trace: 'blue-green-hold' }, [
  DEPLOYED,
  ['hold', 'Healthy', 'r1 3/3 stable active', 'app → r1, app-preview → r1'],
  [
    { deploy: { image: 'app:2' } },
    'Progressing (active service cutover pending)', 'r1 3/3 stable active', 'r2 0/3 preview', 'app → r1, app-preview → r2',
  ],
  [
    { promote: { full: true } },
    'Progressing (active service cutover pending)', 'r1 3/3 stable active', 'r2 0/3 preview', 'app → r1, app-preview → r2',
  ],
  ['ready', 'Healthy', 'r1 3/3 until 30s', 'r2 3/3 stable active', 'app → r2, app-preview → r2'],
]);

scenario('a person undoes instead of promoting', { example: 'blue-green', trace: 'blue-green-undo' }, [
  DEPLOYED,
  UPDATED,
  ['undo', 'Healthy', 'r2 3/3 until 30s', 'r3 3/3 stable active', 'app → r3, app-preview → r3'],
  [{ wait: '31s' }, 'Healthy', 'r2 0/0', 'r3 3/3 stable active', 'app → r3, app-preview → r3'],
]);

scenario('an undo goes back at once while the old pods still run', { example: 'blue-green', trace: 'blue-green-undo-early' }, [
  DEPLOYED,
  UPDATED,
  PROMOTED,
  ['undo', 'Healthy', 'r2 3/3 until 30s', 'r3 3/3 stable active', 'app → r3, app-preview → r3'],
]);

scenario('an undo waits for a person once the old pods are gone', { example: 'blue-green', trace: 'blue-green-undo-late' }, [
  DEPLOYED,
  UPDATED,
  PROMOTED,
  [{ wait: '31s' }, 'Healthy', 'r1 0/0', 'r2 3/3 stable active', 'app → r2, app-preview → r2'],
  ['undo', 'Paused (BlueGreenPause)', 'r2 3/3 stable active', 'r3 3/3 preview', 'app → r2, app-preview → r3'],
  ['promote', 'Healthy', 'r2 3/3 until 61s', 'r3 3/3 stable active', 'app → r3, app-preview → r3'],
]);

scenario('an abort leaves the users where they are, and a retry goes on', { example: 'blue-green', trace: 'blue-green-abort' }, [
  DEPLOYED,
  UPDATED,
  [
    'abort', 'Degraded (RolloutAborted: Rollout aborted update to revision 2)', 'r1 3/3 stable active', 'r2 3/3 preview until 30s',
    'app → r1, app-preview → r2',
  ],
  [
    { wait: '31s' }, 'Degraded (RolloutAborted: Rollout aborted update to revision 2)', 'r1 3/3 stable active', 'r2 0/0 preview until 30s',
    'app → r1, app-preview → r2',
  ],
  ['retry', 'Paused (BlueGreenPause)', 'r1 3/3 stable active', 'r2 3/3 preview', 'app → r1, app-preview → r2'],
  ['promote', 'Healthy', 'r1 3/3 until 61s', 'r2 3/3 stable active', 'app → r2, app-preview → r2'],
]);

scenario('a third version takes the place of the second', { example: 'blue-green', trace: 'blue-green-third' }, [
  DEPLOYED,
  UPDATED,
  [
    { deploy: { image: 'app:3' } },
    'Paused (BlueGreenPause)', 'r1 3/3 stable active', 'r2 3/3 until 30s', 'r3 3/3 preview', 'app → r1, app-preview → r3',
  ],
  ['promote', 'Healthy', 'r1 3/3 until 30s', 'r2 3/3 until 30s', 'r3 3/3 stable active', 'app → r3, app-preview → r3'],
]);

scenario('a paused release follows a new number of replicas', { example: 'blue-green', trace: 'blue-green-scale' }, [
  DEPLOYED,
  UPDATED,
  [{ scale: 5 }, 'Paused (BlueGreenPause)', 'r1 5/5 stable active', 'r2 5/5 preview', 'app → r1, app-preview → r2'],
  ['promote', 'Healthy', 'r1 5/5 until 30s', 'r2 5/5 stable active', 'app → r2, app-preview → r2'],
]);
