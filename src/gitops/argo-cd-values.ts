import { Duration } from 'cdk8s';
import { Problem } from '../core/checks/problems';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const URL = /^(https?|ssh|git|oci|file):\/\/[^\s/]+\S*$/;
const SCP = /^[^\s@:/]+@[^\s:/]+:\S+$/;
const OCI = /^[^\s/:]+(\.[^\s/:]+)+(:\d+)?(\/\S*)?$/;

/** Whether an ApplicationSet fills in part of the text. */
export function isTemplated(text: string): boolean {
  return text.includes('{{');
}

/** An address as Argo CD clones it; Helm charts of an OCI registry have none of the schemes. */
export function checkRepoUrl(prop: string, url: string, chart: boolean = false): Problem[] {
  return isTemplated(url) || URL.test(url) || SCP.test(url) || (chart && OCI.test(url)) ? [] : [{
    rule: 'repo-url', prop, wrong: 'is no address of a repository', got: url, remedy: 'write it as https://git.example.com/team/repo.git or git@git.example.com:team/repo.git',
  }];
}

export function checkServer(prop: string, server: string | undefined): Problem[] {
  return server === undefined || isTemplated(server) || /^https?:\/\/[^\s/]+\S*$/.test(server) ? [] : [{
    rule: 'cluster-server', prop, wrong: 'is no address of an API server', got: server, remedy: 'write it as https://kubernetes.default.svc, or use ArgoCdCluster.fromClusterName',
  }];
}

export function checkNamespace(prop: string, namespace: string | undefined): Problem[] {
  return namespace === undefined || isTemplated(namespace) || DNS_LABEL.test(namespace) ? [] : [{
    rule: 'name-dns-label', prop, wrong: 'is no DNS label', got: namespace, remedy: 'use at most 63 lower-case letters, digits and "-", with a letter or digit first and last',
  }];
}

/** A time that Argo CD takes as text. */
export function checkTime(prop: string, time: Duration | undefined): Problem[] {
  const ms = time?.toMilliseconds();
  return ms === undefined || (ms >= 1000 && ms % 1000 === 0) ? [] : [{
    rule: 'duration-whole-seconds', prop, wrong: 'must be 1 s or more, in whole seconds', got: `${ms} ms`, remedy: 'use for instance Duration.seconds(5)',
  }];
}

/** The values that stand more than once. */
export function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** Where Argo CD looks for its own objects, unless it is installed elsewhere. */
export const ARGO_CD_NAMESPACE = 'argocd';
