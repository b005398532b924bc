/**
 * What a Service is for in a release.
 */
export enum ServiceRole {
  /** Blue-green: the Service of the users. */
  ACTIVE = 'active',
  /** Blue-green: the Service of the new version. */
  PREVIEW = 'preview',
  /** Canary: the Service of the version in production. */
  STABLE = 'stable',
  /** Canary: the Service of the new version. */
  CANARY = 'canary',
  /** Canary: the first of two Services that swap roles; the stable one before the first release. */
  PING = 'ping',
  /** Canary: the second of two Services that swap roles. */
  PONG = 'pong',
  /** Canary: one Service over the pods of all versions. */
  SHARED = 'shared',
}
