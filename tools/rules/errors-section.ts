import { ConstructorError, constructorErrors } from './constructor-errors';
import { UNKNOWN } from './literal-text';
import { RULES } from '../../src/validation/rules';

/** The topics, by folder; the longest that matches counts. */
const TOPICS: Record<string, string> = {
  'src/core': 'names and values',
  'src/exposure': 'Services',
  'src/rollout': 'rollouts',
  'src/rollout/step': 'steps of a canary',
  'src/traffic/istio': 'Istio',
  'src/traffic/istio/object': 'objects of Istio',
  'src/traffic/istio/route': 'routes of Istio',
  'src/entry': 'load balancers of AWS',
  'src/gitops': 'Argo CD',
};

/** The topic of an error; none where its folder has no title yet. */
export function topicOf({ path }: Pick<ConstructorError, 'path'>): string | undefined {
  const folders = Object.keys(TOPICS).filter((folder) => path.startsWith(`${folder}/`));
  return TOPICS[folders.sort((one, other) => other.length - one.length)[0]];
}

/** The errors of constructors and factories, a table for each topic. */
export function errorsSection(): string {
  const errors = constructorErrors();
  const ids = new Set(errors.map(({ id }) => id));
  const tables = Object.values(TOPICS).map((topic) => table(topic, errors.filter((error) => topicOf(error) === topic)));
  return [intro(ids.size), ...tables].join('\n\n');
}

function intro(count: number): string {
  return `## Errors of constructors

Constructors and factories throw these ${count} errors before a manifest exists: \`[error] prop: what is wrong, got value; what to do\`.
They cannot be ignored. An error that is linked has the id of a rule: the constructor finds the same mistake earlier. \`${UNKNOWN}\` stands
for a part that depends on what was passed.`;
}

function table(topic: string, errors: ConstructorError[]): string {
  const rows = new Map<string, ConstructorError[]>();
  for (const error of errors.sort((one, other) => one.id < other.id ? -1 : Number(one.id > other.id))) {
    const key = JSON.stringify([error.id, error.wrong, error.remedy]);
    rows.set(key, [...rows.get(key) ?? [], error]);
  }
  return [
    `### Constructor errors: ${topic}`,
    '',
    '| error | prop | what is wrong | what to do |',
    '|---|---|---|---|',
    ...[...rows.values()].map(row),
  ].join('\n');
}

function row(errors: ConstructorError[]): string {
  const [{ id, wrong, remedy }] = errors;
  const rule = RULES.find((candidate) => candidate.id === id);
  const props = [...new Set(errors.map(({ prop }) => prop.replace(/^…\.?/, '')))].filter((prop) => /[a-z]/i.test(prop));
  const cells = [
    rule ? `[${id}](#${id})` : `\`${id}\``,
    props.map((prop) => `\`${prop}\``).join(', '),
    known(wrong) ?? rule?.summary ?? '',
    known(remedy) ?? rule?.remedy ?? '',
  ];
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

function known(text: string): string | undefined {
  return text === UNKNOWN ? undefined : text;
}
