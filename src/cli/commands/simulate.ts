import { Command, Option } from 'commander';
import { failureText } from '../../core/checks/failure';
import { readSource, UnreadablePathError } from '../../input/source';
import { splitDocuments } from '../../input/yaml/documents';
import { readDocument } from '../../input/yaml/read-document';
import { simulationJson, simulationText } from '../../report/simulation';
import { parseEvents, ReleaseEvent } from '../../simulator/events';
import { simulate, SimulatedEvent } from '../../simulator/simulate';
import { checkObjects, readInput } from '../input';
import { MisuseError } from '../misuse';
import { chooseRelease } from '../release-of';
import { Terminal } from '../terminal';

interface SimulateOptions {
  readonly rollout?: string;
  readonly events: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** The command `simulate`: what the controller does, event by event. */
export function simulateCommand(terminal: Terminal): Command {
  return new Command('simulate')
    .description('play events on a release and show what the controller does at each')
    .argument('<path...>', 'files or folders of YAML, or - for standard input')
    .option('-r, --rollout <namespace/name>', 'the Rollout, where there are several')
    .requiredOption('-e, --events <file>', 'a YAML or JSON list of events')
    .addOption(new Option('-f, --format <format>', 'the form of the result').choices(['text', 'json']).default('text'))
    .option('-o, --output <file>', 'the file to write to, in place of standard output')
    .action((paths: string[], options: SimulateOptions) => run(terminal, paths, options));
}

function run(terminal: Terminal, paths: string[], options: SimulateOptions): void {
  const events = readEvents(options.events);
  const input = readInput(paths);
  checkObjects([input], paths);
  const { manifests, rollout } = chooseRelease(input, options.rollout);
  let simulated: SimulatedEvent[];
  try {
    simulated = simulate(manifests, rollout, events);
  } catch (error) {
    terminal.writeError(`cdk8s-rollouts: the simulation failed: ${failureText(error)}`);
    terminal.exitCode = 1;
    return;
  }
  terminal.write(options.format === 'json' ? simulationJson(simulated) : simulationText(simulated), options.output);
}

function readEvents(file: string): ReleaseEvent[] {
  try {
    return parseEvents(eventsOf(readSource(file).text));
  } catch (error) {
    throw new MisuseError(`--events ${error instanceof UnreadablePathError ? `${error.message}; name a file with a list of events` : `${file}: ${(error as Error).message}`}`);
  }
}

function eventsOf(text: string): unknown {
  const documents = splitDocuments(text);
  if (documents.length !== 1) {
    throw new Error(`there are ${documents.length} documents, not one; write one list of events`);
  }
  const { value, problems: [problem] } = readDocument(documents[0]);
  if (problem) {
    throw new Error(`line ${problem.line}: ${problem.message}; ${problem.remedy}`);
  }
  return value;
}
