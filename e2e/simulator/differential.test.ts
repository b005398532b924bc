import * as fc from 'fast-check';
import { compare } from './compare';
import { Sequence, timed, timeless } from './sequences';

const COUNT = Number(process.env.E2E_SEQUENCES ?? 200);
const SEED = Number(process.env.E2E_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** The part of the sequences in which things happen by themselves, which takes time. */
const TIMED = Math.floor(COUNT / 4);
const MINUTES = 60_000;

function play(name: string, sequences: fc.Arbitrary<Sequence>, numRuns: number): void {
  if (numRuns > 0) {
    test.concurrent.each(fc.sample(sequences, { numRuns, seed: SEED }).map((sequence, index) => [index, ...sequence] as const))(
      `random ${name} %i of seed ${SEED} goes on the cluster as in the simulator`,
      (_, manifests, events) => compare(manifests, events),
      30 * MINUTES,
    );
  }
}

play('release', timeless, COUNT - TIMED);
play('release with waits', timed, TIMED);
