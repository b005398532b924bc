/** A language that the library is used from. */
export interface Language {
  readonly name: string;
  /** What must be installed, each with the command that shows it. */
  readonly needs: Record<string, string[]>;
  /** Builds the binding from the packed library, and the examples against it. */
  build(): Built;
}

export interface Built {
  /** The file or folder that users of the language install. */
  readonly artefact: string;
  /** Runs an example; its manifests go to the folder. */
  synth(example: string, outdir: string): void;
}
