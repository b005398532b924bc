import { canaryPlays } from './canary-plays';

canaryPlays({
  example: 'canary',
  trace: 'canary-host',
  traffic: (stable, canary, weight) => [
    `app → r${stable}, app-canary → r${canary}`,
    `app backend-routes: app ${100 - weight}, app-canary ${weight}`,
  ],
  withoutCanary: 1,
});
