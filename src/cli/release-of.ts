import { MisuseError } from './misuse';
import { Manifest } from '../core/manifest';
import { deploymentsOf } from '../input/deployments';
import { Input } from '../input/read-manifests';

/** The Rollout that is asked for, with the manifests that are deployed beside it. */
export function chooseRelease(input: Input, asked: string | undefined): { manifests: Manifest[]; rollout: string } {
  checkTexts(input);
  const found = deploymentsOf(input).flatMap((manifests) => manifests.filter(isRollout).map((rollout) => ({ manifests, rollout })));
  const chosen = found.filter(({ rollout }) => isAsked(rollout, asked));
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

/** What is no YAML cannot be foretold. */
export function checkTexts({ problems: [problem] }: Input): void {
  if (problem) {
    throw new MisuseError(`${problem.file}:${problem.line}: ${problem.message}; ${problem.remedy}`);
  }
}

/** Whether a Rollout is the one that is asked for, by its name or with its namespace. */
export function isAsked(rollout: Manifest, asked: string | undefined): boolean {
  return asked === undefined || fullName(rollout) === asked || rollout.metadata?.name === asked;
}

export const isRollout = ({ apiVersion, kind }: Manifest) => kind === 'Rollout' && String(apiVersion).startsWith('argoproj.io/');

export const fullName = ({ metadata }: Manifest) => [metadata?.namespace, metadata?.name].filter(Boolean).join('/');
