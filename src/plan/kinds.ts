import { KindName } from './manifest-set';

export const ROLLOUT: KindName = { group: 'argoproj.io', kind: 'Rollout' };
export const ANALYSIS_TEMPLATE: KindName = { group: 'argoproj.io', kind: 'AnalysisTemplate' };
export const CLUSTER_ANALYSIS_TEMPLATE: KindName = { group: 'argoproj.io', kind: 'ClusterAnalysisTemplate' };
export const ANALYSIS_RUN: KindName = { group: 'argoproj.io', kind: 'AnalysisRun' };
export const EXPERIMENT: KindName = { group: 'argoproj.io', kind: 'Experiment' };
export const APPLICATION: KindName = { group: 'argoproj.io', kind: 'Application' };
export const APPLICATION_SET: KindName = { group: 'argoproj.io', kind: 'ApplicationSet' };
export const APP_PROJECT: KindName = { group: 'argoproj.io', kind: 'AppProject' };
export const SERVICE: KindName = { group: '', kind: 'Service' };
export const DEPLOYMENT: KindName = { group: 'apps', kind: 'Deployment' };
export const INGRESS: KindName = { group: 'networking.k8s.io', kind: 'Ingress' };
export const AUTOSCALER: KindName = { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' };
export const SCALED_OBJECT: KindName = { group: 'keda.sh', kind: 'ScaledObject' };
export const DISRUPTION_BUDGET: KindName = { group: 'policy', kind: 'PodDisruptionBudget' };
export const VIRTUAL_SERVICE: KindName = { group: 'networking.istio.io', kind: 'VirtualService' };
export const DESTINATION_RULE: KindName = { group: 'networking.istio.io', kind: 'DestinationRule' };
export const GATEWAY: KindName = { group: 'networking.istio.io', kind: 'Gateway' };
