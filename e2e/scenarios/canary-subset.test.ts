import { canaryPlays } from './canary-plays';

canaryPlays({
  example: 'canary-east-west',
  trace: 'canary-subset',
  traffic: (stable, canary, weight) => [
    `app → no revision, app/stable → r${stable}, app/canary → r${canary}`,
    'app canary-preview: app/canary 100',
    `app backend-routes: app/stable ${100 - weight}, app/canary ${weight}`,
  ],
  aborted: 'r2 1/1 canary until 30s',
  withoutCanary: 2,
});
