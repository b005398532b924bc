import { code } from './markdown';

/** A part of a comment, long or short. */
export interface Section {
  /** What it is, in plain text, for the sentence that tells of its absence. */
  readonly what: string;
  /** Whether that is a name from manifests. */
  readonly isName?: true;
  readonly long: string;
  /** The same without details; left out where there is nothing shorter. */
  readonly short?: string;
  /** Whether it has its place before all others. */
  readonly first?: true;
}

/** What GitHub takes is 65,536; the rest is for what is said of the cut. */
const MOST_BYTES = 64_000;

/** As much as fits into a comment: sections in their order, the first ones at length, and a sentence on what was left out. */
export function fit(command: 'diff' | 'plan', sections: readonly Section[], most: number = MOST_BYTES): string {
  const chosen: Array<string | undefined> = [];
  let room = most;
  const choose = (index: number, text: string) => {
    const before = chosen[index] === undefined ? 0 : size(chosen[index]);
    if (size(text) - before > room) {
      return false;
    }
    room -= size(text) - before;
    chosen[index] = text;
    return true;
  };
  sections.forEach(({ first, long, short = long }, index) => first && (choose(index, long) || choose(index, short)));
  // All others in short, so that no long one takes their place.
  const absent = sections.filter(({ long, short = long }, index) => chosen[index] === undefined && !choose(index, short));
  const shortened = sections.filter(({ long, short = long }, index) => (
    chosen[index] !== undefined && chosen[index] !== long && short !== long && !choose(index, long)
  ));
  const left = [
    ...absent.length > 0 ? [`of ${absent.length === 1 ? 'one part' : `${absent.length} parts`} everything (${names(absent)})`] : [],
    ...shortened.length > 0 ? [`of ${shortened.length === 1 ? 'one' : shortened.length} the details (${names(shortened)})`] : [],
  ];
  const sentence = left.length === 0 ? [] : [`> Left out, as a comment may not be longer: ${left.join(', ')}. \`cdk8s-rollouts ${command}\` has it all with \`--format html\` and \`--format text\`.`];
  return [...chosen.filter(Boolean), ...sentence].join('\n\n');
}

function names(sections: readonly Section[]): string {
  const shown = sections.slice(0, 5).map(({ what, isName }) => isName ? code(what.slice(0, 100)) : what).join(', ');
  return sections.length > 5 ? `${shown} and ${sections.length - 5} more` : shown;
}

/** In bytes, whatever GitHub counts; with the empty line between two sections. */
function size(text: string): number {
  return Buffer.byteLength(text) + 2;
}
