import { Environment } from './environment';
import { canonical } from './fields/canonical';
import { writtenByHand } from './fields/written-by-hand';
import { Side } from './pairing/side';
import { Manifest } from '../core/manifest';
import { ManifestSet } from '../model/manifests/manifest-set';
import { evaluate, EvaluateOptions } from '../validation/evaluate';
import { Finding } from '../validation/finding';
import { objectOnce } from '../validation/rules/rollout/object-once';
import { Severity } from '../validation/severity';

/** Digits that are part of a name are none. */
const NUMBER = /(?<![\w.-])-?\d+(\.\d+)*(?![\w-]|\.\w)/g;

/** What the rules find in the new manifests and did not in the old ones; advice is for who writes them. */
export function brokenRules({ before, after, name }: Environment, { fileOf }: Side, options: EvaluateOptions = {}): Finding[] {
  const withFile = (finding: Finding, file: string) => name === undefined || file === '' ? finding : { ...finding, file };
  return newOf(findingsOf(before, options), findingsOf(after, options)).map(({ finding, manifest }) => withFile(finding, fileOf(manifest)));
}

/** Those that were not there; one with other numbers stands for one that is gone. */
function newOf(before: readonly Found[], after: readonly Found[]): Found[] {
  const [old, now] = [before, after].map((found) => new Set(found.map(({ key }) => key)));
  const gone = new Map<string, number>();
  const count = (key: string, by: number) => gone.set(key, (gone.get(key) ?? 0) + by);
  before.filter(({ key }) => !now.has(key)).forEach(({ looseKey }) => count(looseKey, 1));
  return after.filter(({ key, looseKey }) => !old.has(key) && count(looseKey, -1).get(looseKey)! < 0);
}

interface Found {
  readonly finding: Finding;
  readonly manifest: Manifest;
  /** The same for what is wrong before and after. */
  readonly key: string;
  /** The same whatever the numbers in the message. */
  readonly looseKey: string;
}

function findingsOf({ all }: ManifestSet, options: EvaluateOptions): Found[] {
  const found: Found[] = [];
  evaluate(all, options, (finding, manifest) => {
    found.push({ finding, manifest, key: keyOf(finding, manifest), looseKey: keyOf({ ...finding, message: finding.message.replace(NUMBER, '#') }, manifest) });
    return finding;
  });
  return found.filter(({ finding: { severity } }) => severity !== Severity.ADVICE);
}

/** Without the path: a step or a route before it may be new. An object that stands twice is not compared: that it changes has to be told as well. */
function keyOf({ rule, kind, namespace, name, message }: Finding, manifest: Manifest): string {
  return JSON.stringify([rule, kind, namespace, name, message, rule === objectOnce.id ? canonical(writtenByHand(manifest)) : undefined]);
}
