import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { RolloutSimulator } from '../../src';
import { readAll, synthExample } from '../../tools/examples';
import { Manifest } from '../util/synth';

/** A scenario of the README, by the name of its example. */
export interface Scenario {
  /** What Services and subsets select, and the weights of routes, as they are written to Git. */
  readonly synthesized: string;
  readonly release: RolloutSimulator;
}

/** Snapshots show texts as they are, without quotes. */
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', serialize: String });

export function scenario(example: string): Scenario {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
  const yaml = readAll(synthExample(example, folder));
  rmSync(folder, { recursive: true });
  return {
    synthesized: parseAllDocuments(yaml).flatMap((document) => linesOf(document.toJS())).join('\n'),
    release: RolloutSimulator.fromManifests(yaml),
  };
}

function linesOf({ kind, metadata: { name }, spec }: Manifest): string[] {
  switch (kind) {
    case 'Service': return [`Service ${name} → ${labelsOf(spec.selector)}`];
    case 'DestinationRule': return spec.subsets.map((subset: Manifest) => `subset ${spec.host}/${subset.name} → ${labelsOf(subset.labels ?? {})}`);
    case 'VirtualService': return spec.http.map((route: Manifest) => (
      `VirtualService ${name} ${route.name} of ${spec.hosts.join(', ')}: ${route.route.map(destinationOf).join(', ')}`
    ));
    default: return [];
  }
}

function destinationOf({ destination: { host, subset }, weight }: Manifest): string {
  return [[host, subset].filter(Boolean).join('/'), weight].filter((part) => part !== undefined).join(' ');
}

function labelsOf(labels: Record<string, string>): string {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(', ') || 'all pods';
}
