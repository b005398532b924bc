import { Environment } from './environment';

/** Something that is found once for each environment, when it is first asked for. */
export function perEnvironment<T>(find: (environment: Environment) => T): (environment: Environment) => T {
  const known = new WeakMap<Environment, T>();
  return (environment) => {
    if (!known.has(environment)) {
      known.set(environment, find(environment));
    }
    return known.get(environment)!;
  };
}
