import { Command, CommanderError } from 'commander';
import { diffCommand } from './commands/diff';
import { lintCommand } from './commands/lint';
import { planCommand } from './commands/plan';
import { simulateCommand } from './commands/simulate';
import { MisuseError } from './misuse';
import { Terminal } from './terminal';
import { UnreadablePathError } from '../input/source';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const VERSION: string = require('../../../package.json').version;

const MISUSE = 2;

/** Runs the command line, and gives its exit code: 0 clean, 1 findings or a failed simulation, 2 misuse, nothing to read, or a fault of this program. */
export function main(args: readonly string[]): number {
  const terminal = new Terminal();
  const program = new Command('cdk8s-rollouts')
    .description('checks and shows releases of Argo Rollouts before they are in Git')
    .version(VERSION, '-V, --version')
    .showHelpAfterError('(--help tells more)')
    .addCommand(lintCommand(terminal, VERSION))
    .addCommand(planCommand(terminal))
    .addCommand(diffCommand(terminal))
    .addCommand(simulateCommand(terminal));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.write(text), writeErr: (text) => terminal.writeErrorLines(text.trimEnd()),
    });
  }
  try {
    program.parse([...args], { from: 'user' });
    return terminal.exitCode;
  } catch (error) {
    return codeOf(error, terminal);
  }
}

function codeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : MISUSE;
  }
  if (error instanceof MisuseError || error instanceof UnreadablePathError) {
    terminal.writeError(`cdk8s-rollouts: ${error.message}`);
    return MISUSE;
  }
  terminal.writeError(`cdk8s-rollouts: unexpected fault${placeOf(error)}; report it, with the manifests if you can`);
  return MISUSE;
}

/** Where in this program: what an error says may repeat a manifest. */
function placeOf(error: unknown): string {
  const [, place] = /([\w.-]+\.[jt]s:\d+):\d+\)?$/m.exec(error instanceof Error ? error.stack ?? '' : '') ?? [];
  return `${error instanceof Error ? ` (${error.name}${place === undefined ? '' : ` at ${place}`})` : ''}`;
}
