import { Finding } from '../../validation/finding';
import { Severity } from '../../validation/severity';
import { printable, withoutCommands } from '../printable';
import { MARKS } from '../severity-marks';
import { Style } from '../style';

/** The findings for a person, by file and object, and how many there are; those that are ignored are named with the reason. */
export function findingsText(found: readonly Finding[], objects: number, style: Style): string {
  const findings = printable(found);
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const head = [finding.file, objectOf(finding)].filter(Boolean).join('  ');
    const group = groups.get(head);
    group ? group.push(finding) : groups.set(head, [finding]);
  }
  const blocks = [...groups].map(([head, group]) => [style.bold(head), ...byLine(group).flatMap((finding) => linesOf(finding, style))].join('\n'));
  return withoutCommands(`${[...blocks, summary(findings, objects)].join('\n\n')}\n`);
}

/** As they stand in the file. */
function byLine(findings: Finding[]): Finding[] {
  return [...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function linesOf(finding: Finding, style: Style): string[] {
  const [icon, colour] = MARKS[finding.severity];
  const place = finding.line === undefined ? '' : `${finding.line}:${finding.column ?? 1}`;
  const mark = finding.ignoredBecause === undefined ? style[colour](`${icon} ${finding.severity}`) : style.dim(`○ ignored ${finding.severity}`);
  const what = [finding.path, finding.message].filter(Boolean).join(' ');
  const got = finding.value === undefined || typeof finding.value === 'object' ? '' : `, got ${JSON.stringify(finding.value)}`;
  return [
    `  ${place.padEnd(8)}${mark}  ${what}${got}  ${style.dim(finding.rule)}`,
    `          ${style.dim(finding.ignoredBecause === undefined ? finding.remedy : `because ${finding.ignoredBecause}`)}`,
  ];
}

function objectOf({ kind, namespace, name }: Finding): string {
  return kind === '' ? '' : `${kind} ${[namespace, name].filter(Boolean).join('/')}`;
}

function summary(findings: readonly Finding[], objects: number): string {
  const counted = findings.filter(({ ignoredBecause }) => ignoredBecause === undefined);
  const of = (severity: Severity) => counted.filter((finding) => finding.severity === severity).length;
  const parts = [[of(Severity.ERROR), 'error'], [of(Severity.WARNING), 'warning'], [of(Severity.ADVICE), 'piece of advice']] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => count === 1 ? `1 ${word}` : `${count} ${plural(word)}`);
  const ignored = findings.length - counted.length;
  const all = [...words, ...ignored > 0 ? [`${ignored} ignored`] : []];
  return `${objects} ${objects === 1 ? 'object' : 'objects'}: ${all.length === 0 ? 'nothing found' : all.join(', ')}`;
}

const plural = (word: string) => word === 'piece of advice' ? 'pieces of advice' : `${word}s`;
