import { ArgoCdApplicationOptions } from './argo-cd-application-props';
import { Problem } from '../../core/checks/problems';
import { isTemplated } from '../argo-cd-values';

/** The texts of an Application that may hold parameters, by the prop. */
export function templatesOf(props: ArgoCdApplicationOptions & { readonly name: string }): Array<[prop: string, text: string]> {
  const { name, destination = {}, source, sources = [] } = props;
  const texts: Array<[string, string | undefined]> = [
    ['name', name],
    ['destination.cluster', destination.cluster?._clusterName ?? destination.cluster?._server],
    ['destination.namespace', destination.namespace],
    ...(source ? [source] : sources).flatMap((one, index) => {
      const { repoURL, path, chart, targetRevision } = one._toJson();
      const prop = source ? 'source' : `sources[${index}]`;
      return [repoURL, path, chart, targetRevision].map((text): [string, string | undefined] => [prop, text]);
    }),
  ];
  return texts.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** Only a set fills parameters in: an Application of its own would look for a folder of that name. */
export function checkNoTemplates(props: ArgoCdApplicationOptions & { readonly name: string }): Problem[] {
  return templatesOf(props).filter(([, text]) => isTemplated(text)).map(([prop, text]) => ({
    rule: 'template-in-set', prop, wrong: 'holds a parameter that nobody fills in', got: text, remedy: 'use ArgoCdApplicationSet, or write the value',
  }));
}
