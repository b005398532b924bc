import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ARGO_ROLLOUTS_VERSION, versionProblem } from '../../core/argo-rollouts-version';
import { describe } from '../../core/checks/problems';
import { Manifest } from '../../core/manifest';
import { asEnvironments } from '../../model/manifests/environments';
import { Finding } from '../../validation/finding';

/** A finding, and the construct whose object it is about. */
export interface PlacedFinding {
  readonly object: ApiObject;
  readonly finding: Finding;
}

/** The context key by which an app says for which release of Argo Rollouts it is. */
export const VERSION_CONTEXT = 'cdk8s-rollouts:argoRolloutsVersion';

/**
 * What a user may pass by name is kept elsewhere: that it is missing here says nothing. Hosts of VirtualServices are checked by
 * these themselves, on what the tree knows of Gateways.
 */
const NOT_AT_SYNTHESIS = [
  'service-found', 'analysis-template-found', 'workload-found', 'gateway-found', 'destination-found', 'host-claimed-once', 'host-served-by-gateway',
];

/** Judges all objects of an app as they would be synthesized now, patches included; charts for different clusters asEnvironments. */
export function judge(root: IConstruct): PlacedFinding[] {
  const objects = new Map<Manifest, ApiObject>();
  const charts = new Map<IConstruct, Manifest[]>();
  for (const object of root.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node))) {
    const manifest = render(object);
    if (manifest) {
      const chart = Chart.of(object);
      objects.set(manifest, object);
      charts.get(chart)?.push(manifest) ?? charts.set(chart, [manifest]);
    }
  }
  // The rules are loaded when an app is first judged: they are a hundred files.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { evaluate } = require('../../validation/evaluate') as typeof import('../../validation/evaluate');
  const options = { ignore: NOT_AT_SYNTHESIS, argoRolloutsVersion: versionOf(root) };
  const placed: PlacedFinding[] = [];
  asEnvironments([...charts.values()]).forEach((manifests) => evaluate(manifests, options, (finding, manifest) => {
    placed.push({ object: objects.get(manifest)!, finding });
    return finding;
  }));
  return placed;
}

/** The release of Argo Rollouts for which the app is; one that cannot be judged for is an error. */
function versionOf(root: IConstruct): string {
  const version = String(root.node.tryGetContext(VERSION_CONTEXT) ?? ARGO_ROLLOUTS_VERSION);
  const problem = versionProblem(version);
  if (problem) {
    throw new Error(describe({ rule: 'argo-rollouts-version', prop: `context ${VERSION_CONTEXT}`, got: version, ...problem }));
  }
  return version;
}

/** What cannot be rendered stops the synthesis by itself, with a better message. */
function render(object: ApiObject): Manifest | undefined {
  try {
    return object.toJson();
  } catch {
    return undefined;
  }
}
