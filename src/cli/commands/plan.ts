import { Command, Option } from 'commander';
import { Manifest } from '../../core/manifest';
import { forecastRelease, isForecast } from '../../forecast/forecast';
import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { environmentsOf } from '../../input/environments';
import { Input, readManifests } from '../../input/read-manifests';
import { readSources } from '../../input/source';
import { ROLLOUT } from '../../model/manifests/kinds';
import { ManifestSet } from '../../model/manifests/manifest-set';
import { forecastsJson } from '../../report/forecast/forecast-json';
import { forecastsMarkdown } from '../../report/forecast/forecast-markdown';
import { forecastsText } from '../../report/forecast/forecast-text';
import { fullName as nameOfRelease } from '../../report/forecast/phrases';
import { styleOf, widthOf } from '../look';
import { MisuseError } from '../misuse';
import { pageOf } from '../page';
import { checkTexts, fullName, isAsked } from '../release-of';
import { Terminal } from '../terminal';

interface PlanOptions {
  readonly rollout?: string;
  readonly format: 'text' | 'markdown' | 'html' | 'json';
  readonly output?: string;
  readonly color: boolean;
}

/** The command `plan`: what the next release of each Rollout will do. */
export function planCommand(terminal: Terminal): Command {
  return new Command('plan')
    .description('show what the next release of each Rollout will do, event by event')
    .argument('<path...>', 'files or folders of YAML, or - for standard input')
    .option('-r, --rollout <namespace/name>', 'this Rollout alone')
    .addOption(new Option('-f, --format <format>', 'the form of the result').choices(['text', 'markdown', 'html', 'json']).default('text'))
    .option('-o, --output <file>', 'the file to write to, in place of standard output')
    .option('--no-color', 'without colours')
    .action((paths: string[], options: PlanOptions) => plan(terminal, paths, options));
}

function plan(terminal: Terminal, paths: string[], options: PlanOptions): void {
  const input = readManifests(readSources(paths));
  checkTexts(input);
  const releases = forecastsOf(input, options.rollout);
  terminal.write(textOf(releases, options, terminal), options.output);
  if (!releases.every(isForecast)) {
    terminal.exitCode = 1;
  }
}

function forecastsOf(input: Input, asked: string | undefined): Array<ReleaseForecast | Unforeseeable> {
  const all = environmentsOf(input).map((manifests) => new ManifestSet(manifests)).flatMap((set) => (
    set.ofKind(ROLLOUT).map((rollout) => ({ set, rollout }))
  ));
  const chosen = all.filter(({ rollout }) => isAsked(rollout, asked));
  if (asked !== undefined && chosen.length === 0) {
    throw new MisuseError(`--rollout ${asked}: there is no such Rollout; there are: ${all.map(({ rollout }) => fullName(rollout)).join(', ') || 'none'}`);
  }
  return chosen.map(({ set, rollout }) => ({ ...forecastRelease(set, rollout), ...fileOf(input, rollout) }));
}

function fileOf({ origins }: Input, rollout: Manifest): { file?: string } {
  const origin = origins.get(rollout);
  return origin === undefined ? {} : { file: origin.file };
}

function textOf(releases: Array<ReleaseForecast | Unforeseeable>, options: PlanOptions, terminal: Terminal): string {
  switch (options.format) {
    case 'json': return forecastsJson(releases);
    case 'markdown': return `${forecastsMarkdown(releases)}\n`;
    case 'html': return pageOf({ title: titleOf(releases), releases });
    case 'text': return forecastsText(releases, styleOf(terminal, options), widthOf(terminal, options));
  }
}

function titleOf(releases: ReadonlyArray<ReleaseForecast | Unforeseeable>): string {
  return releases.length === 1 ? `What the next release of ${nameOfRelease(releases[0])} will do` : 'What the next releases will do';
}
