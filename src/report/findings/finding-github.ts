import { Finding } from '../../validation/finding';
import { Severity } from '../../validation/severity';
import { printable } from '../printable';

const COMMANDS: Record<Severity, string> = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.ADVICE]: 'notice' };

/** The findings as commands by which a GitHub workflow annotates the lines of a pull request. */
export function findingsGithub(findings: readonly Finding[]): string {
  return printable(findings).map((finding) => {
    const { file, line, column, severity, rule, kind, namespace, name, path, message, remedy, ignoredBecause } = finding;
    const properties = Object.entries({ file, line, col: column, title: rule }).filter(([, value]) => value !== undefined);
    const object = kind === '' ? '' : `${kind} ${[namespace, name].filter(Boolean).join('/')}: `;
    const cure = ignoredBecause === undefined ? remedy : `ignored because ${ignoredBecause}`;
    const text = `${object}${[path, message].filter(Boolean).join(' ')}; ${cure}`;
    return `::${ignoredBecause === undefined ? COMMANDS[severity] : 'notice'} ${properties.map(([key, value]) => `${key}=${property(String(value))}`).join(',')}::${data(text)}\n`;
  }).join('');
}

const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
