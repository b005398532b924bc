import { Finding } from '../../validation/finding';
import { jsonText } from '../json';

/** The findings as JSON; every key is always there, and null where there is nothing. */
export function findingsJson(findings: readonly Finding[]): string {
  return jsonText(findings.map(jsonOf));
}

function jsonOf(finding: Finding) {
  const { rule, severity, kind, namespace = null, name, path, value = null, message, remedy } = finding;
  const { file = null, line = null, ignoredBecause = null } = finding;
  return { rule, severity, kind, namespace, name, path, value, message, remedy, file, line, ignoredBecause };
}
