import { Release } from '../model/release/release';

/** `kubectl argo rollouts promote app -n shop`. */
export function commandOf({ name, namespace }: Pick<Release, 'name' | 'namespace'>, verb: string): string {
  return `kubectl argo rollouts ${verb} ${quoted(name)}${namespace === undefined ? '' : ` -n ${quoted(namespace)}`}`;
}

/** A name that is none of Kubernetes is a word to a shell all the same, and nothing else. */
function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) && !name.startsWith('-') ? name : `'${name.replace(/'/g, '\'\\\'\'')}'`;
}
