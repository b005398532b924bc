import { canaryPlays } from './canary-plays';

canaryPlays({
  example: 'canary',
  trace: 'canary-host',
  traffic: (stable, canary, weight) => [
    `app → r${stable}, app-canary → r${canary}`,
    `app backend-routes: app ${100 - weight}, app-canary ${weight}`,
  ],
  aborted: 'r2 0/0 canary until 1s',
  withoutCanary: 1,
});
