import { causeWord, phaseText, stepOf, usersText } from './phrases';
import { Moment, ReleaseForecast } from '../../forecast/release-forecast';
import { oneLine } from '../markdown';
import { printableText } from '../printable';

const MOST_IN_A_ROW = 5;
/** A name longer than that would make a picture that nobody sees as a whole. */
const LONGEST = 200;

const COLOURS = [
  'classDef waits fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  'classDef healthy fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  'classDef other fill:#ddf4ff,stroke:#0969da,color:#1f2328',
];

/** The release as a flow chart of Mermaid: the states in which it rests, what leads from one to the next, and the ways back. */
export function forecastMermaid(forecast: ReleaseForecast): string {
  const resting = forecast.moments.map((moment, index) => ({ moment, index })).filter(({ moment }) => moment.waitsFor.kind !== 'pods');
  const edges = resting.slice(1).map(({ index }, place) => {
    const from = resting[place].index;
    const causes = forecast.moments.slice(from + 1, index + 1).map(({ cause }) => causeWord(cause));
    return `m${from} -->|"${escaped(causes.join(', '))}"| m${index}`;
  });
  const waiting = resting.filter(({ moment }) => moment.waitsFor.kind === 'person' && moment.goBack);
  const [first] = waiting;
  return [
    `flowchart ${resting.length > MOST_IN_A_ROW ? 'TD' : 'LR'}`,
    ...resting.map(({ moment, index }) => `  m${index}${nodeOf(moment)}`),
    ...first ? [`  back(["${escaped(`all back: ${usersText(first.moment.goBack!)}`)}"]):::healthy`] : [],
    ...edges.map((edge) => `  ${edge}`),
    ...waiting.map(({ index }) => `  m${index} -.->|"abort"| back`),
    ...COLOURS.map((colour) => `  ${colour}`),
  ].join('\n');
}

/** A state that waits for a person has corners. */
function nodeOf(moment: Moment): string {
  const step = stepOf(moment);
  const lines = [phaseText(moment), `users ${usersText(moment)}`, `pods ${podsWord(moment)}`, step === undefined ? '' : `step ${step}`];
  const text = lines.filter(Boolean).map(escaped).join('<br/>');
  const isWaiting = moment.waitsFor.kind === 'person';
  return `${isWaiting ? `{{"${text}"}}` : `("${text}")`}:::${isWaiting ? 'waits' : moment.state.phase === 'Healthy' ? 'healthy' : 'other'}`;
}

function podsWord({ state }: Moment): string {
  return state.revisions.filter(({ replicas }) => replicas > 0).map(({ revision, ready }) => `r${revision} ${ready}`).join(', ');
}

/** What means something to Mermaid is written by its number. */
function escaped(text: string): string {
  return oneLine(printableText(text)).slice(0, LONGEST).replace(/[^\w\s.,:/()+*-]/g, (sign) => `#${sign.codePointAt(0)};`);
}
