import { Finding } from '../../validation/finding';
import { Severity } from '../../validation/severity';
import { jsonText } from '../json';
import { printable } from '../printable';

const LEVELS: Record<Severity, string> = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.ADVICE]: 'note' };

/** What a reader of the report wants to know of a rule. */
export interface DescribedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
}

/** The findings as SARIF 2.1.0, which GitHub and others show beside the code. */
export function findingsSarif(findings: readonly Finding[], rules: readonly DescribedRule[], version: string): string {
  const used = new Set(findings.map(({ rule }) => rule));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-rollouts',
          version,
          informationUri: 'https://github.com/cdk8s-rollouts/cdk8s-rollouts',
          rules: rules.filter(({ id }) => used.has(id)).map((rule) => ({
            id: rule.id,
            shortDescription: { text: rule.summary },
            fullDescription: { text: rule.why },
            help: { text: rule.remedy },
            defaultConfiguration: { level: LEVELS[rule.severity] },
          })),
        },
      },
      results: findings.map((finding) => resultOf(printable(finding), finding.file)),
    }],
  };
  return jsonText(log);
}

function resultOf(finding: Finding, file: string | undefined) {
  const { rule, severity, kind, namespace, name, path, message, remedy, line, column, ignoredBecause } = finding;
  const object = [namespace, name].filter(Boolean).join('/');
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: `${[kind, object, path].filter(Boolean).join(' ')}: ${message}; ${remedy}` },
    locations: file === undefined ? [] : [{
      physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line ?? 1, startColumn: column ?? 1 } },
      logicalLocations: [{ name: object, kind: 'object', fullyQualifiedName: [kind, object].filter(Boolean).join(' ') }],
    }],
    ...ignoredBecause !== undefined && { suppressions: [{ kind: 'inSource', justification: ignoredBecause }] },
  };
}

const uriOf = (file: string) => file.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
