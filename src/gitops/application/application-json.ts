import type { ApplicationSpec, ApplicationSpecSource } from '../../../imports/argoproj.io';

/** A source as the API server takes it; the generated type spells `repoURL` as code does. */
export type SourceJson = Omit<ApplicationSpecSource, 'repoUrl'> & { readonly repoURL: string };

/** The spec of an Application as the API server takes it. */
export type ApplicationSpecJson = Omit<ApplicationSpec, 'source' | 'sources'> & {
  readonly source?: SourceJson;
  readonly sources?: SourceJson[];
};
