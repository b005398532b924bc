import { Verdict } from '../../src/simulator/events';
import { Manifest } from '../../test/util/synth';
import { KubernetesObject } from '../cluster/api';
import { kubectl } from '../cluster/kubectl';

export const ANALYSES = ['check', 'background'] as const;

/** They measure nothing for as long as a test takes, so that only the verdicts of the test count. */
export const ANALYSIS_TEMPLATES: Manifest[] = ANALYSES.map((name) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AnalysisTemplate',
  metadata: { name },
  spec: { metrics: [{ name, initialDelay: '24h', successCondition: 'true', provider: { web: { url: 'http://127.0.0.1/' } } }] },
}));

/** Ends the running analyses with that template, as its metric would. */
export async function judge(namespace: string, template: string, phase: Verdict): Promise<void> {
  const { items } = JSON.parse(await kubectl(['get', 'analysisruns', '-n', namespace, '-o', 'json']));
  const running = (items as KubernetesObject[]).filter(({ spec, status }) => spec.metrics[0].name === template && status?.phase === 'Running');
  if (running.length === 0) {
    throw new Error(`no analysis with the template ${template} is running`);
  }
  const patch = JSON.stringify({ status: { phase } });
  await Promise.all(running.map(({ metadata }) => kubectl(['patch', 'analysisrun', metadata.name, '-n', namespace, '--type=merge', '-p', patch])));
}
