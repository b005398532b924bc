import { MisuseError } from './misuse';
import { Manifest } from '../core/manifest';
import { environmentsOf } from '../input/environments';
import { Input } from '../input/read-manifests';

/** The Rollout that is asked for, with the manifests that are deployed beside it. */
export function chooseRelease(input: Input, asked: string | undefined): { manifests: Manifest[]; rollout: string } {
  checkTexts(input);
  const found = environmentsOf(input).flatMap((manifests) => manifests.filter(isRollout).map((rollout) => ({ manifests, rollout })));
  const chosen = found.filter(({ rollout }) => isAsked(rollout, asked));
  if (chosen.length !== 1) {
    throw new MisuseError(choiceText(chosen.length > 0 ? chosen : found, chosen.length, asked, input));
  }
  const [{ manifests, rollout }] = chosen;
  // The simulator chooses by name: others of the same name are in other namespaces.
  const others = manifests.filter((manifest) => !isRollout(manifest) || manifest === rollout);
  return { manifests: others, rollout: rollout.metadata.name };
}

/** Why one of the Rollouts, of which some or none fit, is not chosen, and how to choose one. */
function choiceText(rollouts: ReadonlyArray<{ readonly rollout: Manifest }>, fitting: number, asked: string | undefined, { origins }: Input): string {
  const names = [...new Set(rollouts.map(({ rollout }) => fullName(rollout)))];
  const what = asked === undefined ? `there are ${fitting} Rollouts` : `--rollout ${asked}: ${fitting === 0 ? 'there is no such Rollout' : 'there are several'}`;
  if (rollouts.length === 0) {
    return `${what}; pass manifests with a Rollout`;
  }
  if (fitting === 0 || names.length > 1) {
    return `${what}; write --rollout with one of ${names.join(', ')}`;
  }
  const files = [...new Set(rollouts.map(({ rollout }) => origins.get(rollout)?.file))];
  return files.length > 1
    ? `${what} of the name ${names[0]}, in ${files.join(', ')}; pass one of these paths, or its folder, alone`
    : `${what} of the name ${names[0]}, all in ${files[0]}; leave one of them in it`;
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
