import { Severity } from './severity';
import { Manifest } from '../core/manifest';
import { KindName, ManifestSet } from '../model/manifests/manifest-set';

/** What a rule finds in one object; the rest of a `Finding` is known to the evaluation. */
export interface Violation {
  /** The path of the field from the object's root. */
  readonly path: string;
  readonly value?: unknown;
  /** What is wrong, in lower case and without a final period. */
  readonly message: string;
  /** @default - the remedy of the rule */
  readonly remedy?: string;
  /** @default - the severity of the rule */
  readonly severity?: Severity;
}

/** What a rule may read besides its object; nothing of it may be changed. */
export interface RuleContext {
  /** All manifests that are judged together. */
  readonly set: ManifestSet;
  /** The release of Argo Rollouts that will run the manifests, for instance `1.10.1`. */
  readonly argoRolloutsVersion: string;
}

/** One check of the manifests. It reads, never throws on any input, and reports only on its object. */
export interface Rule {
  /** Kebab-case, the subject first; never changed once published. */
  readonly id: string;
  readonly severity: Severity;
  /** What must hold, in one sentence. */
  readonly summary: string;
  /** What happens in the cluster where it does not hold. */
  readonly why: string;
  /** What to do, where a violation says nothing closer. */
  readonly remedy: string;
  /** Where upstream says or does so: an issue (`argoproj/argo-rollouts#4195`), a file or a page. */
  readonly reference?: string;
  /** Why it refuses what the real validators accept; rules without it refuse only what they refuse. */
  readonly stricterBecause?: string;
  /** The releases of Argo Rollouts that need it, as a range such as `<1.9.1`; all where it is left out. */
  readonly argoRollouts?: string;
  /** The kinds of objects it looks at. */
  readonly kinds: readonly KindName[] | 'all';
  /**
   * The telling fields of manifests, for the documentation and its test, which fills in the rest: the bad ones give
   * findings of this rule alone, the good ones none.
   */
  readonly example: { readonly bad: string; readonly good: string };
  readonly check: (object: Manifest, context: RuleContext) => Violation[];
}
