/**
 * An Istio VirtualService, created here or known by name.
 */
export interface IVirtualService {
  /** The VirtualService as a rollout of any namespace names it: `namespace/name`, or a name where the namespace is not known. */
  readonly virtualServiceName: string;
}
