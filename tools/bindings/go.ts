import { join } from 'node:path';
import { Built, Language } from './language';
import { run } from './shell';
import { copyExamples, generateDependency, generateLibrary } from './workspace';

/** The modules that the library's users download; here they are generated, so that nothing needs to be published first. */
const MODULES: Record<string, string> = {
  'constructs/constructs': 'github.com/aws/constructs-go/constructs/v10',
  'cdk8s/cdk8s': 'github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2',
  'cdk8s-plus-28/cdk8splus28': 'github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2',
};

/** The generated module, compiled into the examples. */
export const go: Language = {
  name: 'go',
  needs: { Go: ['go', 'version'] },
  build(): Built {
    const library = join(generateLibrary('go', true), 'cdk8srollouts');
    const examples = copyExamples('go');
    const replace = (module: string, folder: string) => run(examples, ['go', 'mod', 'edit', `-replace=${module}=${folder}`]);
    replace('github.com/cdk8s-rollouts/cdk8s-rollouts-go/cdk8srollouts', library);
    for (const [path, module] of Object.entries(MODULES)) {
      const [name, folder] = path.split('/');
      replace(module, join(generateDependency('go', name), folder));
    }
    run(examples, ['go', 'mod', 'tidy']);
    run(examples, ['go', 'build', '-o', 'bin/', './...']);
    return {
      artefact: library,
      synth: (example, outdir) => run(examples, [join(examples, 'bin', example)], { CDK8S_OUTDIR: outdir }),
    };
  },
};
