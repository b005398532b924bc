import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Built, Language } from './language';
import { run } from './shell';
import { copyExamples, generateDependency, generateLibrary, WORK } from './workspace';

/** A local repository of its own, so that nothing of ours is left in the user's. */
const REPOSITORY = join(WORK, 'maven');

/** The jar, as a dependency of a Maven project. */
export const java: Language = {
  name: 'java',
  needs: { 'a JDK': ['javac', '-version'], 'Maven': ['mvn', '--version'] },
  build(): Built {
    installOnce(generateDependency('java', 'cdk8s-plus-28'));
    const library = generateLibrary('java', true);
    maven(library, 'install');
    const examples = copyExamples('java');
    maven(examples, 'package', 'dependency:copy-dependencies');
    const classpath = [join(examples, 'target', 'classes'), join(examples, 'target', 'dependency', '*')].join(':');
    return {
      artefact: join(library, 'target'),
      synth: (example, outdir) => run(examples, ['java', '-cp', classpath, `example.${className(example)}`], { CDK8S_OUTDIR: outdir }),
    };
  },
};

/** Of the library's dependencies this one alone is built: Maven Central has it not in every version. */
function installOnce(project: string): void {
  const done = join(project, 'installed');
  const pom = readFileSync(join(project, 'pom.xml'), 'utf8');
  if (!existsSync(done) || !existsSync(REPOSITORY) || readFileSync(done, 'utf8') !== pom) {
    maven(project, 'install');
    writeFileSync(done, pom);
  }
}

function maven(project: string, ...goals: string[]): void {
  run(project, [
    'mvn', '--quiet', '--batch-mode', `-Dmaven.repo.local=${REPOSITORY}`, '-Dmaven.javadoc.skip=true', '-Dmaven.source.skip=true', ...goals,
  ]);
}

function className(example: string): string {
  return example.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
}
