/** Fields whose names the generator of `imports/` respells. */
interface WireNames {
  readonly consecutive5XxErrors: 'consecutive5xxErrors';
  readonly hostIp: 'hostIP';
  readonly hostIpc: 'hostIPC';
  readonly hostPid: 'hostPID';
  readonly keyId: 'keyID';
  readonly mirrorPercent: 'mirror_percent';
  readonly repoUrl: 'repoURL';
  readonly setHostnameAsFqdn: 'setHostnameAsFQDN';
}

/**
 * A generated type as it is written in a manifest: enums and dates as texts, an integer or text as either of both. Rendering to it
 * keeps misspelt fields from compiling, and loads nothing at run time.
 */
export type Wire<T> =
  0 extends 1 & T ? T :
    T extends string ? `${T}` :
      T extends Date ? string :
        T extends ReadonlyArray<infer Item> ? Array<Wire<Item>> :
          T extends object ? (
            [keyof T, T] extends ['value', { readonly value: infer Value }] ? Value : { readonly [K in keyof T as K extends keyof WireNames ? WireNames[K] : K]: Wire<T[K]> }
          ) : T;
