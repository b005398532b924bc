/** What real software refuses and no rule of ours finds, with the reason; docs/rules.md names them. */
export const GAPS: Array<{ readonly pattern: RegExp; readonly reason: string }> = [
  { pattern: /cannot unmarshal .* into Go struct field Volume/, reason: 'the CRD has no schema for the sources of volumes' },
  { pattern: /spec\.template\.spec\.(containers\[\d+\]\.)?securityContext/, reason: 'values of security contexts are not known to any rule' },
];
