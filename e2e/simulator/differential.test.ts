import * as fc from 'fast-check';
import { compare } from './compare';
import { sequences } from './timeless';

const COUNT = Number(process.env.E2E_SEQUENCES ?? 4);
const SEED = Number(process.env.E2E_SEED ?? Math.floor(Math.random() * 2 ** 31));
const MINUTES = 60_000;

test.concurrent.each(fc.sample(sequences, { numRuns: COUNT, seed: SEED }).map((sequence, index) => [index, ...sequence] as const))(
  `random release %i of seed ${SEED} goes on the cluster as in the simulator`,
  (_, manifests, events) => compare(manifests, events),
  30 * MINUTES,
);
