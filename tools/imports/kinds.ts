/** A kind that we write, in the version in which we write it, with the upstream file that defines it. */
export interface ImportedKind {
  readonly crd: string;
  readonly version: string;
  readonly file: string;
}

/** Extend this list, and `imports` in cdk8s.yaml, to have another kind generated. */
export const KINDS: ImportedKind[] = [
  { crd: 'rollouts.argoproj.io', version: 'v1alpha1', file: 'rollout-crd.yaml' },
  { crd: 'applications.argoproj.io', version: 'v1alpha1', file: 'application-crd.yaml' },
  { crd: 'appprojects.argoproj.io', version: 'v1alpha1', file: 'appproject-crd.yaml' },
  { crd: 'virtualservices.networking.istio.io', version: 'v1', file: 'customresourcedefinitions.gen.yaml' },
  { crd: 'destinationrules.networking.istio.io', version: 'v1', file: 'customresourcedefinitions.gen.yaml' },
  { crd: 'gateways.networking.istio.io', version: 'v1', file: 'customresourcedefinitions.gen.yaml' },
];

/** Kinds that we check and do not write: no classes are made of them, only schemas. They stand beside the file of Rollout. */
export const CHECKED_KINDS: ImportedKind[] = [
  { crd: 'analysistemplates.argoproj.io', version: 'v1alpha1', file: 'analysis-template-crd.yaml' },
  { crd: 'clusteranalysistemplates.argoproj.io', version: 'v1alpha1', file: 'cluster-analysis-template-crd.yaml' },
  { crd: 'experiments.argoproj.io', version: 'v1alpha1', file: 'experiment-crd.yaml' },
];
