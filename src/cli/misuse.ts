/** The command line was used in a way that makes no sense: the exit code is 2, and nothing is written. */
export class MisuseError extends Error {}
