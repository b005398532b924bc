import { environmentsOf } from '../input/environments';
import { Input } from '../input/read-manifests';
import { evaluate, EvaluateOptions } from '../validation/evaluate';
import { Finding } from '../validation/finding';
import { Severity } from '../validation/severity';

/** What the rules find in what was read, each with its place; what is wrong with the texts comes first. */
export function lintInput(input: Input, options: EvaluateOptions): Finding[] {
  const ofTexts = input.problems.filter(({ rule }) => !options.ignore?.includes(rule)).map((problem): Finding => ({
    severity: Severity.ERROR, kind: '', name: '', path: '', ...problem,
  }));
  const found = environmentsOf(input).flatMap((manifests) => evaluate(manifests, options, (finding, manifest) => {
    const origin = input.origins.get(manifest);
    return origin ? { ...finding, file: origin.file, ...origin.placeOf(finding.path) } : finding;
  }));
  return [...ofTexts, ...found];
}
