import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Built, Language } from './language';
import { run } from './shell';
import { copyExamples, generateLibrary, WORK } from './workspace';

/** The wheel, installed in a fresh environment together with what it depends on. */
export const python: Language = {
  name: 'python',
  needs: { 'Python 3': ['python3', '--version'], 'its venv module': ['python3', '-m', 'venv', '--help'] },
  build(): Built {
    const folder = generateLibrary('python', false);
    const wheel = join(folder, readdirSync(folder).find((file) => file.endsWith('.whl'))!);
    const environment = join(WORK, 'python-environment');
    rmSync(environment, { recursive: true, force: true });
    run(WORK, ['python3', '-m', 'venv', environment]);
    run(WORK, [join(environment, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check', wheel]);
    const examples = copyExamples('python');
    return {
      artefact: wheel,
      synth: (example, outdir) => run(examples, [join(environment, 'bin', 'python'), `${example.replaceAll('-', '_')}.py`], { CDK8S_OUTDIR: outdir }),
    };
  },
};
