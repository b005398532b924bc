/**
 * The version of Istio's networking API in which objects are written.
 */
export enum IstioApiVersion {
  /** Istio 1.22 and later. */
  V1 = 'networking.istio.io/v1',
  /** Istio before 1.22. */
  V1BETA1 = 'networking.istio.io/v1beta1',
  /** The oldest form. */
  V1ALPHA3 = 'networking.istio.io/v1alpha3',
}
