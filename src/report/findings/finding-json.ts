import { Finding } from '../../validation/finding';

/** The findings as JSON; every key is always there, and null where there is nothing. */
export function findingsJson(findings: readonly Finding[]): string {
  return `${JSON.stringify(findings.map(jsonOf), undefined, 2)}\n`;
}

function jsonOf(finding: Finding) {
  const { rule, severity, kind, namespace = null, name, path, value = null, message, remedy, file = null, line = null } = finding;
  return { rule, severity, kind, namespace, name, path, value, message, remedy, file, line };
}
