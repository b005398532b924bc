/** A kind that we write, in the version in which we write it, with the release that defines it. */
export interface ImportedKind {
  readonly crd: string;
  readonly version: string;
}

/** Extend this list, and `imports` in cdk8s.yaml, to have another kind generated. */
export const KINDS: ImportedKind[] = [
  { crd: 'rollouts.argoproj.io', version: 'v1alpha1' },
  { crd: 'virtualservices.networking.istio.io', version: 'v1' },
  { crd: 'destinationrules.networking.istio.io', version: 'v1' },
];
