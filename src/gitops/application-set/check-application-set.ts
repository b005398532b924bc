import { ArgoCdApplicationSetProps } from './argo-cd-application-set-props';
import { checkDnsSubdomain } from '../../core/checks/checks';
import { Problem } from '../../core/checks/problems';
import { checkApplication } from '../application/check-application';
import { templatesOf } from '../application/templates';
import { isTemplated } from '../argo-cd-values';

/** What Argo CD would refuse, or find out with the first Application only. */
export function checkApplicationSet(name: string, props: ArgoCdApplicationSetProps): Problem[] {
  return [
    ...checkDnsSubdomain('metadata.name', name),
    ...props.generators.length > 0 ? [] : [{
      rule: 'list-present', prop: 'generators', wrong: 'is empty, and makes no Application', remedy: 'pass at least one, such as ArgoCdGenerator.clusters()',
    }],
    ...props.generators.flatMap((generator, index) => generator._problems(`generators[${index}]`)),
    ...isTemplated(props.applicationName) ? [] : [{
      rule: 'application-name-templated',
      prop: 'applicationName',
      wrong: 'is the same for all Applications',
      got: props.applicationName,
      remedy: 'put a parameter into it that tells them apart, as in shop-{{.name}}',
    }],
    ...templatesOf({ ...props, name: props.applicationName }).flatMap(checkGoTemplate),
    ...(props.rollingSync ?? []).flatMap((step, index) => checkStep(`rollingSync[${index}]`, step.matchLabels, props.applicationLabels ?? {})),
    ...checkApplication(props),
  ];
}

/** The older templates of Argo CD had no dot: Go takes such a name for that of a function, and knows none. */
function checkGoTemplate([prop, text]: [string, string]): Problem[] {
  const [bare] = /\{\{-?\s*[A-Za-z_][\w.-]*\s*-?\}\}/.exec(text) ?? [];
  return bare === undefined ? [] : [{
    rule: 'go-template', prop: prop === 'name' ? 'applicationName' : prop, wrong: 'holds a parameter without a dot', got: bare, remedy: 'write {{.name}}',
  }];
}

function checkStep(prop: string, matched: Record<string, string>, given: Record<string, string>): Problem[] {
  const missing = Object.keys(matched).filter((key) => given[key] === undefined);
  return [
    ...Object.keys(matched).length > 0 ? [] : [{
      rule: 'rolling-step-labels', prop: `${prop}.matchLabels`, wrong: 'is empty', remedy: 'name a label of applicationLabels',
    }],
    ...missing.map((key) => ({
      rule: 'rolling-step-labels', prop: `${prop}.matchLabels`, wrong: 'is no label of the Applications, which would never be synced', got: key, remedy: 'add it to applicationLabels',
    })),
  ];
}
