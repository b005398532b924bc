import type { ApiObjectMetadata } from 'cdk8s';
import { ApplicationSpecJson } from '../application/application-json';

/** The spec of an ApplicationSet as the API server takes it. Its CRD is too large to generate types from. */
export interface ApplicationSetSpecJson {
  readonly goTemplate: boolean;
  readonly goTemplateOptions: string[];
  readonly generators: GeneratorJson[];
  readonly template: { readonly metadata: ApiObjectMetadata; readonly spec: ApplicationSpecJson };
  readonly strategy?: { readonly type: 'RollingSync'; readonly rollingSync: { readonly steps: RollingSyncStepJson[] } };
  readonly syncPolicy?: { readonly preserveResourcesOnDeletion: boolean };
}

/** One of its generators, which has one of the fields. */
export interface GeneratorJson {
  readonly list?: { readonly elements: Array<Record<string, any>> };
  readonly clusters?: { readonly selector?: { readonly matchLabels: Record<string, string> }; readonly values?: Record<string, string> };
  readonly git?: GitGeneratorJson;
  readonly matrix?: { readonly generators: GeneratorJson[] };
}

/** A generator over folders or files of a repository. */
export interface GitGeneratorJson {
  readonly repoURL: string;
  readonly revision: string;
  readonly directories?: PathJson[];
  readonly files?: PathJson[];
  readonly values?: Record<string, string>;
}

/** A folder or file, as a glob. */
export interface PathJson {
  readonly path: string;
  readonly exclude?: boolean;
}

/** Some of the Applications, by their labels. */
export interface RollingSyncStepJson {
  readonly matchExpressions: Array<{ readonly key: string; readonly operator: 'In'; readonly values: string[] }>;
  readonly maxUpdate?: number | string;
}
