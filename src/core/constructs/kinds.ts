/** Group, version and kind of an object. */
export interface Gvk {
  readonly apiVersion: string;
  readonly kind: string;
}

// The generated classes carry the same values, but loading them costs more than this whole package;
// a test holds the two together.
export const ROLLOUT: Gvk = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' };
export const VIRTUAL_SERVICE: Gvk = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService' };
export const INGRESS: Gvk = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' };
export const SERVICE: Gvk = { apiVersion: 'v1', kind: 'Service' };
export const TARGET_GROUP_BINDING: Gvk = { apiVersion: 'elbv2.k8s.aws/v1beta1', kind: 'TargetGroupBinding' };
export const GATEWAY: Gvk = { apiVersion: 'networking.istio.io/v1', kind: 'Gateway' };
export const DESTINATION_RULE: Gvk = { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule' };
export const APPLICATION: Gvk = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' };
export const APPLICATION_SET: Gvk = { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet' };
export const APP_PROJECT: Gvk = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject' };
