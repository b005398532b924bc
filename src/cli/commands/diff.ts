import { relative } from 'node:path';
import { Command, Option } from 'commander';
import { compareManifests } from '../../diff/compare';
import { ManifestDiff } from '../../diff/manifest-diff';
import { Side } from '../../diff/pairing/side';
import { isForecast } from '../../forecast/forecast';
import { environmentsOf } from '../../input/environments';
import { Input } from '../../input/read-manifests';
import { diffJson } from '../../report/diff/diff-json';
import { diffMarkdown } from '../../report/diff/diff-markdown';
import { diffText } from '../../report/diff/diff-text';
import { Severity } from '../../validation/severity';
import { argoRolloutsVersionOption } from '../argo-rollouts-version';
import { checkObjects, checkTexts, readInput } from '../input';
import { styleOf, widthOf } from '../look';
import { MisuseError } from '../misuse';
import { pageOf } from '../page';
import { Terminal } from '../terminal';

interface DiffOptions {
  readonly format: 'text' | 'markdown' | 'html' | 'json';
  readonly argoRolloutsVersion: string;
  readonly output?: string;
  readonly color: boolean;
}

/** The command `diff`: what merging new manifests over old ones does. */
export function diffCommand(terminal: Terminal): Command {
  return new Command('diff')
    .description('show what merging NEW over OLD does: which releases start and why, what changes at once, what would hurt')
    .argument('<old>', 'a file or folder of YAML as it is in the cluster, or - for standard input; an empty folder where nothing is')
    .argument('<new>', 'the same as it is to be')
    .addOption(new Option('-f, --format <format>', 'the form of the result').choices(['text', 'markdown', 'html', 'json']).default('text'))
    .addOption(argoRolloutsVersionOption())
    .option('-o, --output <file>', 'the file to write to, in place of standard output')
    .option('--no-color', 'without colours')
    .action((old: string, now: string, options: DiffOptions) => diff(terminal, old, now, options));
}

function diff(terminal: Terminal, old: string, now: string, options: DiffOptions): void {
  if (old === '-' && now === '-') {
    throw new MisuseError('only one of the two can be standard input; write the other into a file');
  }
  const inputs = [old, now].map((path) => readInput([path]));
  inputs.forEach(checkTexts);
  checkObjects(inputs, [old, now]);
  const result = compareManifests(sideOf(inputs[0], old), sideOf(inputs[1], now), { argoRolloutsVersion: options.argoRolloutsVersion });
  terminal.write(textOf(result, options, terminal), options.output);
  if (isWrong(result)) {
    terminal.exitCode = 1;
  }
}

function sideOf(input: Input, path: string): Side {
  const fileOf = (file: string | undefined) => file === undefined || path === '-' ? '' : relative(path, file);
  return { environments: environmentsOf(input), fileOf: (manifest) => fileOf(input.origins.get(manifest)?.file) };
}

function isWrong({ hazards, rollouts }: ManifestDiff): boolean {
  return hazards.some(({ severity, ignoredBecause }) => severity !== Severity.ADVICE && ignoredBecause === undefined)
    || rollouts.some(({ forecast }) => forecast !== undefined && !isForecast(forecast));
}

function textOf(result: ManifestDiff, options: DiffOptions, terminal: Terminal): string {
  switch (options.format) {
    case 'json': return diffJson(result);
    case 'markdown': return diffMarkdown(result);
    case 'html': return pageOf({
      title: 'What merging does',
      releases: result.rollouts.flatMap(({ forecast }) => forecast ?? []),
      diff: result,
    });
    case 'text': return diffText(result, styleOf(terminal, options), widthOf(terminal, options));
  }
}
