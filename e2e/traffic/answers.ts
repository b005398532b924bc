/** What a user got for one request. */
export interface Answer {
  readonly user: string;
  /** When it was asked, in milliseconds. */
  readonly at: number;
  /** 0 if there was no answer at all. */
  readonly status: number;
  /** The address of the pod that answered, or what went wrong. */
  readonly body: string;
}

/** How many answers came from which revision; what came from none is lost. */
export interface Tally {
  readonly revisions: Record<string, number>;
  readonly lost: Record<string, number>;
  readonly total: number;
}

/** @param revisionOf the revision of the pod that had the address at that time */
export function tally(answers: Answer[], revisionOf: (address: string, at: number) => string | undefined): Tally {
  const revisions: Record<string, number> = {};
  const lost: Record<string, number> = {};
  for (const { status, body, at } of answers) {
    const revision = status === 200 ? revisionOf(body, at) : undefined;
    if (revision !== undefined) {
      revisions[revision] = (revisions[revision] ?? 0) + 1;
    } else {
      const why = status === 200 ? 'a pod that is gone' : `${status} ${body}`;
      lost[why] = (lost[why] ?? 0) + 1;
    }
  }
  return { revisions, lost, total: answers.length };
}
