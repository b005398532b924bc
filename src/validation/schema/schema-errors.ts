import type { ErrorObject, ValidateFunction } from 'ajv';
import { strictObject } from './strict';
import { Manifest } from '../../core/manifest';
import {
  ANALYSIS_TEMPLATE, APP_PROJECT, APPLICATION, CLUSTER_ANALYSIS_TEMPLATE, DESTINATION_RULE, EXPERIMENT, GATEWAY, ROLLOUT, VIRTUAL_SERVICE,
} from '../../model/manifests/kinds';
import { KindName } from '../../model/manifests/manifest-set';

/** The kinds with a schema, and the file of each. All versions of a kind have had one schema so far. */
const FILES: Array<[KindName, string]> = [
  [ROLLOUT, 'rollout'],
  [ANALYSIS_TEMPLATE, 'analysistemplate'],
  [CLUSTER_ANALYSIS_TEMPLATE, 'clusteranalysistemplate'],
  [EXPERIMENT, 'experiment'],
  [VIRTUAL_SERVICE, 'virtualservice'],
  [DESTINATION_RULE, 'destinationrule'],
  [GATEWAY, 'gateway'],
  [APPLICATION, 'application'],
  [APP_PROJECT, 'appproject'],
];

export const CHECKED_KINDS: readonly KindName[] = FILES.map(([kind]) => kind);

/** What one object can have wrong is told up to here; a wrong object of any size is told in bounded time. */
const MOST = 50;

const VALIDATORS = new Map<string, ValidateFunction>();
const ERRORS = new WeakMap<Manifest, ErrorObject[]>();

/** What is wrong with the form of an object of one of these kinds. */
export function schemaErrors(object: Manifest): ErrorObject[] {
  const known = ERRORS.get(object);
  if (known) {
    return known;
  }
  const validate = validatorOf(object.kind);
  validate(object);
  // What lies within alternatives is told by the error of the alternatives.
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !/\/(oneOf|anyOf|not)\//.test(schemaPath)).slice(0, MOST);
  ERRORS.set(object, errors);
  return errors;
}

function validatorOf(kind: string): ValidateFunction {
  const known = VALIDATORS.get(kind);
  if (known) {
    return known;
  }
  const [, file] = FILES.find(([name]) => name.kind === kind)!;
  // Loaded when the first object of the kind is checked: most programs that use this package never check one.
  /* eslint-disable @typescript-eslint/no-require-imports */
  const Ajv = require('ajv').default;
  const { SCHEMA } = require(`./crds/${file}`);
  /* eslint-enable @typescript-eslint/no-require-imports */
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, verbose: true });
  const validate: ValidateFunction = ajv.compile(strictObject(JSON.parse(SCHEMA)));
  VALIDATORS.set(kind, validate);
  return validate;
}

/** The path of an error in the way of findings: `spec.strategy.canary.steps[0]`. */
export function pathOf(instancePath: string, object: unknown): string {
  let parent: any = object;
  return instancePath.split('/').slice(1).reduce((path, part) => {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    const isItem = Array.isArray(parent);
    parent = parent?.[key];
    return childPath(path, key, isItem);
  }, '');
}

export function childPath(path: string, key: string, isItem: boolean = false): string {
  if (isItem) {
    return `${path}[${key}]`;
  }
  return /^[A-Za-z_][\w-]*$/.test(key) ? [path, key].filter((part) => part !== '').join('.') : `${path}["${key}"]`;
}
