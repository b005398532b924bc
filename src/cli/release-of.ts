import { MisuseError } from './misuse';
import { Manifest } from '../core/manifest';
import { deploymentsOf } from '../input/deployments';
import { Input } from '../input/read-manifests';

/** The Rollout that is asked for, with the manifests that are deployed beside it. */
export function chooseRelease(input: Input, asked: string | undefined): { manifests: Manifest[]; rollout: string } {
  const [problem] = input.problems;
  if (problem) {
    throw new MisuseError(`${problem.file}:${problem.line}: ${problem.message}; ${problem.remedy}`);
  }
  const found = deploymentsOf(input).flatMap((manifests) => manifests.filter(isRollout).map((rollout) => ({ manifests, rollout })));
  const chosen = found.filter(({ rollout }) => asked === undefined || fullName(rollout) === asked || rollout.metadata?.name === asked);
  if (chosen.length !== 1) {
    const names = found.map(({ rollout }) => fullName(rollout)).join(', ') || 'none';
    const wrong = asked === undefined ? `there are ${found.length} Rollouts` : `--rollout ${asked}: ${chosen.length === 0 ? 'there is no such Rollout' : 'there are several'}`;
    throw new MisuseError(`${wrong}; ${names === 'none' ? 'pass manifests with a Rollout' : `write --rollout with one of ${names}`}`);
  }
  const [{ manifests, rollout }] = chosen;
  // The simulator chooses by name: others of the same name are in other namespaces.
  const others = manifests.filter((manifest) => !isRollout(manifest) || manifest === rollout);
  return { manifests: others, rollout: rollout.metadata.name };
}

const isRollout = ({ apiVersion, kind }: Manifest) => kind === 'Rollout' && String(apiVersion).startsWith('argoproj.io/');

const fullName = ({ metadata }: Manifest) => [metadata?.namespace, metadata?.name].filter(Boolean).join('/');
