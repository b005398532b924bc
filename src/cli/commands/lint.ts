import { Command, Option } from 'commander';
import { findingsGithub } from '../../report/findings/finding-github';
import { findingsJson } from '../../report/findings/finding-json';
import { findingsSarif } from '../../report/findings/finding-sarif';
import { findingsText } from '../../report/findings/finding-text';
import { Finding } from '../../validation/finding';
import { RULES } from '../../validation/rules';
import { Severity } from '../../validation/severity';
import { MOST_SEVERE_FIRST, severityRank } from '../../validation/severity-rank';
import { argoRolloutsVersionOption } from '../argo-rollouts-version';
import { checkObjects, readInput } from '../input';
import { lintInput } from '../lint-input';
import { styleOf } from '../look';
import { MisuseError } from '../misuse';
import { Terminal } from '../terminal';
import { TEXT_RULES } from '../text-rules';

interface LintOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly severity: Severity;
  readonly ignore: string[];
  readonly annotations?: false;
  readonly argoRolloutsVersion: string;
  readonly output?: string;
  readonly color: boolean;
}

/** The command `lint`: what the cluster would refuse, or lose traffic over. */
export function lintCommand(terminal: Terminal, version: string): Command {
  return new Command('lint')
    .description('find what the cluster would refuse, or lose traffic over, before it is in Git')
    .argument('<path...>', 'files or folders of YAML, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'the form of the result').choices(['text', 'json', 'sarif', 'github']).default('text'))
    .addOption(new Option('-s, --severity <severity>', 'the lowest severity that is shown').choices(MOST_SEVERE_FIRST).default(Severity.WARNING))
    .option('-i, --ignore <rule>', 'a rule that does not count (may be repeated)', (rule, rules: string[]) => [...rules, rule], [])
    .addOption(withoutAnnotations())
    .addOption(argoRolloutsVersionOption())
    .option('-o, --output <file>', 'the file to write to, in place of standard output')
    .option('--no-color', 'without colours')
    .action((paths: string[], options: LintOptions) => lint(terminal, version, paths, options));
}

/** It stands beside `--ignore`, so it has a name of its own among the options. */
function withoutAnnotations(): Option {
  const option = new Option('--no-ignore', 'count what annotations of the manifests ignore: a pull request of a stranger may ignore anything');
  option.attributeName = () => 'annotations';
  return option;
}

function lint(terminal: Terminal, version: string, paths: string[], options: LintOptions): void {
  checkOptions(options);
  const input = readInput(paths);
  checkObjects([input], paths);
  const { argoRolloutsVersion, ignore, annotations } = options;
  const found = lintInput(input, { argoRolloutsVersion, ignore });
  const counted = annotations === false ? found.map(({ ignoredBecause, ...finding }): Finding => finding) : found;
  const shown = counted.filter(({ severity }) => (
    severityRank(severity) <= severityRank(options.severity)
  ));
  terminal.write(textOf(shown, input.manifests.length, options, terminal, version), options.output);
  if (shown.some(({ ignoredBecause }) => ignoredBecause === undefined)) {
    terminal.exitCode = 1;
  }
}

function checkOptions({ ignore }: LintOptions): void {
  const unknown = ignore.filter((rule) => ![...RULES, ...TEXT_RULES].some(({ id }) => id === rule));
  if (unknown.length > 0) {
    throw new MisuseError(`--ignore: there is no rule ${unknown.join(', ')}; docs/rules.md lists them`);
  }
}

function textOf(findings: Finding[], objects: number, options: LintOptions, terminal: Terminal, version: string): string {
  switch (options.format) {
    case 'json': return findingsJson(findings);
    case 'github': return findingsGithub(findings);
    case 'sarif': return findingsSarif(findings, [...TEXT_RULES, ...RULES], version);
    case 'text': return findingsText(findings, objects, styleOf(terminal, options));
  }
}
