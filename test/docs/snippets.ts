import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as ts from 'typescript';
import { Block } from './markdown';
import * as rollouts from '../../src';

const ROOT = join(__dirname, '..', '..');
const FIXTURE = readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');

const MODULES: Record<string, unknown> = { 'cdk8s': cdk8s, 'cdk8s-plus-28': kplus, 'cdk8s-rollouts': rollouts };

/** The snippet as a whole program, completed as jsii-rosetta does it. */
export function programOf(block: Block): string {
  return block.info.includes('nofixture') ? block.code : FIXTURE.replace('/// here', () => block.code);
}

/** Runs the program of a snippet, synthesis included, and returns what it exports. */
export function run(block: Block): Record<string, any> {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(programOf(block), { compilerOptions });
  const exported = {};
  new Function('require', 'exports', outputText)((name: string) => MODULES[name], exported);
  return exported;
}

/** The type errors of programs, each with the key of its program. */
export function typeErrors(programs: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    paths: { 'cdk8s-rollouts': [join(ROOT, 'src', 'index.ts')] },
  };
  const files = new Map([...programs].map(([key, text], index) => [join(ROOT, 'docs', `snippet-${index}.ts`), { key, text }]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.getCurrentDirectory = () => ROOT;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.text ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const file = files.get(name);
    return file ? ts.createSourceFile(name, file.text, version) : getSourceFile(name, version, ...rest);
  };
  host.directoryExists = (name) => name === dirname([...files.keys()][0]) || ts.sys.directoryExists(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => (
    `${files.get(file?.fileName ?? '')?.key ?? file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  ));
}
