import { canaryPlays } from './canary-plays';

canaryPlays({
  example: 'canary-east-west',
  trace: 'canary-subset',
  traffic: (stable, canary, weight) => [
    'app → no revision',
    'app canary-preview: canary 100',
    `app backend-routes: stable ${100 - weight}, canary ${weight}`,
    `app subsets: stable → r${stable}, canary → r${canary}`,
  ],
  aborted: 'r2 1/1 canary until 30s',
  withoutCanary: 2,
});
