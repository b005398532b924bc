import { DescribedRule } from '../report/findings/finding-sarif';
import { Severity } from '../validation/severity';

/** What can be wrong with a text before any rule sees an object of it. */
export const TEXT_RULES: readonly DescribedRule[] = [
  {
    id: 'yaml-syntax',
    severity: Severity.ERROR,
    summary: 'a document is YAML',
    why: 'nothing of it is applied',
    remedy: 'correct the YAML; render templates first',
  },
  {
    id: 'yaml-duplicate-key',
    severity: Severity.ERROR,
    summary: 'a map has each key once',
    why: 'kubectl and Argo CD refuse the document, or one of the two values is lost',
    remedy: 'take one of the two out',
  },
  {
    id: 'yaml-list',
    severity: Severity.ERROR,
    summary: 'a document is no list of objects',
    why: 'kubectl and Argo CD refuse it, with all that stands in it',
    remedy: 'write each as a document of its own, or all as the items of a `kind: List`',
  },
  {
    id: 'yaml-limits',
    severity: Severity.ERROR,
    summary: 'a document is not longer than 4 MiB, not nested deeper than 100 levels, and its aliases do not grow without bound',
    why: 'no cluster takes it',
    remedy: 'split it, flatten it, write aliases out',
  },
];
