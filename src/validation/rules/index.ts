import { Rule } from '../rule';
import { analysisArgumentField } from './analysis/analysis-argument-field';
import { analysisArgumentOnce } from './analysis/analysis-argument-once';
import { analysisArgumentsGiven } from './analysis/analysis-arguments-given';
import { analysisEnds } from './analysis/analysis-ends';
import { analysisTemplateFound } from './analysis/analysis-template-found';
import { analysisTemplatesAgree } from './analysis/analysis-templates-agree';
import { applicationIgnoresWeights } from './argo-cd/application-ignores-weights';
import { ignoreRuleNarrow } from './argo-cd/ignore-rule-narrow';
import { respectKeepsEdits } from './argo-cd/respect-keeps-edits';
import { syncKeepsSelectors } from './argo-cd/sync-keeps-selectors';
import { autoscaledReplicas } from './autoscaling/autoscaled-replicas';
import { autoscalerTarget } from './autoscaling/autoscaler-target';
import { disruptionBudgetAbsolute } from './autoscaling/disruption-budget-absolute';
import { autoPromotionSecondsUsed } from './blue-green/auto-promotion-seconds-used';
import { blueGreenServicesDiffer } from './blue-green/blue-green-services-differ';
import { oldPodsGo } from './blue-green/old-pods-go';
import { scaleDownLimitWithinHistory } from './blue-green/scale-down-limit-within-history';
import { canaryServicesDiffer } from './canary/canary-services-differ';
import { canaryServicesGiven } from './canary/canary-services-given';
import { dynamicScaleLosesUsers } from './canary/dynamic-scale-loses-users';
import { dynamicScaleWithoutDelay } from './canary/dynamic-scale-without-delay';
import { maxTrafficWeightRouter } from './canary/max-traffic-weight-router';
import { minPodsWithinReplicas } from './canary/min-pods-within-replicas';
import { needsTrafficRouting } from './canary/needs-traffic-routing';
import { pingPongServices } from './canary/ping-pong-services';
import { surgeOrUnavailable } from './canary/surge-or-unavailable';
import { destinationRuleOnce } from './destination-rule/destination-rule-once';
import { destinationRuleSubsets } from './destination-rule/destination-rule-subsets';
import { trafficPolicy } from './destination-rule/traffic-policy';
import { experimentTemplates } from './experiment/experiment-templates';
import { gatewayHosts } from './gateway/gateway-hosts';
import { gatewayServers } from './gateway/gateway-servers';
import { gatewayTls } from './gateway/gateway-tls';
import { routerIngress } from './ingress/router-ingress';
import { abortReachesUsers } from './istio-canary/abort-reaches-users';
import { canarySubsetsFound } from './istio-canary/canary-subsets-found';
import { headerRouteKeepsOptions } from './istio-canary/header-route-keeps-options';
import { meshCallersSplit } from './istio-canary/mesh-callers-split';
import { soleRouteNamed } from './istio-canary/sole-route-named';
import { subsetLabelsSelect } from './istio-canary/subset-labels-select';
import { virtualServiceNamed } from './istio-canary/virtual-service-named';
import { weightedRouteFound } from './istio-canary/weighted-route-found';
import { weightedRouteVersions } from './istio-canary/weighted-route-versions';
import { weightsAtRest } from './istio-canary/weights-at-rest';
import { gatewayFound } from './istio-hosts/gateway-found';
import { hostClaimedOnce } from './istio-hosts/host-claimed-once';
import { hostServedByGateway } from './istio-hosts/host-served-by-gateway';
import { metricDurations } from './metric/metric-durations';
import { metricIntervalForCount } from './metric/metric-interval-for-count';
import { metricLimits } from './metric/metric-limits';
import { metricOneProvider } from './metric/metric-one-provider';
import { metricsPresent } from './metric/metrics-present';
import { containerImage } from './pods/container-image';
import { containerName } from './pods/container-name';
import { containerPort } from './pods/container-port';
import { containersPresent } from './pods/containers-present';
import { podChoices } from './pods/pod-choices';
import { podLabelsValid } from './pods/pod-labels-valid';
import { probeOneHandler } from './pods/probe-one-handler';
import { probeTarget } from './pods/probe-target';
import { requestsWithinLimits } from './pods/requests-within-limits';
import { restartPolicy } from './pods/restart-policy';
import { volumeMountsFound } from './pods/volume-mounts-found';
import { antiAffinityOne } from './rollout/anti-affinity-one';
import { countsNotNegative } from './rollout/counts-not-negative';
import { metadataKeepsLabels } from './rollout/metadata-keeps-labels';
import { objectOnce } from './rollout/object-once';
import { progressDeadlineOverMinReady } from './rollout/progress-deadline-over-min-ready';
import { selectorExpressionsMatchPods } from './rollout/selector-expressions-match-pods';
import { selectorMatchesPods } from './rollout/selector-matches-pods';
import { selectorPresent } from './rollout/selector-present';
import { strategyOne } from './rollout/strategy-one';
import { workloadFound } from './rollout/workload-found';
import { workloadOrTemplate } from './rollout/workload-or-template';
import { workloadScaledDown } from './rollout/workload-scaled-down';
import { fieldForm } from './schema/field-form';
import { fieldKnown } from './schema/field-known';
import { fieldNeedsVersion } from './schema/field-needs-version';
import { serviceFound } from './services/service-found';
import { serviceOfOneRollout } from './services/service-of-one-rollout';
import { servicePortsEqual } from './services/service-ports-equal';
import { serviceSelectsPods } from './services/service-selects-pods';
import { canaryScaleKeepsPods } from './step/canary-scale-keeps-pods';
import { canaryScaleKeepsTraffic } from './step/canary-scale-keeps-traffic';
import { canaryScaleOne } from './step/canary-scale-one';
import { headerRouteMatch } from './step/header-route-match';
import { managedRouteDeclared } from './step/managed-route-declared';
import { mirrorRouteMatch } from './step/mirror-route-match';
import { pauseDuration } from './step/pause-duration';
import { releaseWaits } from './step/release-waits';
import { stepOneAction } from './step/step-one-action';
import { stepWeightRange } from './step/step-weight-range';
import { subsetFound } from './virtual-service/subset-found';
import { tlsRouteMatch } from './virtual-service/tls-route-match';
import { virtualServiceGateways } from './virtual-service/virtual-service-gateways';
import { virtualServiceHosts } from './virtual-service/virtual-service-hosts';
import { virtualServiceRoutes } from './virtual-service/virtual-service-routes';
import { destinationFound } from './virtual-service-route/destination-found';
import { routeActions } from './virtual-service-route/route-actions';
import { routeDestination } from './virtual-service-route/route-destination';
import { routeHeaders } from './virtual-service-route/route-headers';
import { routeMatch } from './virtual-service-route/route-match';
import { routePercentages } from './virtual-service-route/route-percentages';
import { routeTimes } from './virtual-service-route/route-times';
import { routeWeights } from './virtual-service-route/route-weights';
import { routeWeightsSum } from './virtual-service-route/route-weights-sum';

/** The rules by topic, in the order in which findings and documentation list them. */
export const TOPICS: Record<string, readonly Rule[]> = {
  'schema': [fieldForm, fieldKnown, fieldNeedsVersion],
  'rollout': [
    antiAffinityOne, countsNotNegative, metadataKeepsLabels, objectOnce, progressDeadlineOverMinReady, selectorExpressionsMatchPods,
    selectorMatchesPods, selectorPresent, strategyOne, workloadFound, workloadOrTemplate, workloadScaledDown,
  ],
  'pods': [
    containerImage, containerName, containerPort, containersPresent, podChoices, podLabelsValid, probeOneHandler, probeTarget,
    requestsWithinLimits, restartPolicy, volumeMountsFound,
  ],
  'blue-green': [autoPromotionSecondsUsed, blueGreenServicesDiffer, oldPodsGo, scaleDownLimitWithinHistory],
  'canary': [
    canaryServicesDiffer, canaryServicesGiven, dynamicScaleLosesUsers, dynamicScaleWithoutDelay, maxTrafficWeightRouter, minPodsWithinReplicas,
    needsTrafficRouting, pingPongServices, surgeOrUnavailable,
  ],
  'step': [
    canaryScaleKeepsPods, canaryScaleKeepsTraffic, canaryScaleOne, headerRouteMatch, managedRouteDeclared, mirrorRouteMatch, pauseDuration,
    releaseWaits, stepOneAction, stepWeightRange,
  ],
  'services': [serviceFound, serviceOfOneRollout, servicePortsEqual, serviceSelectsPods],
  'analysis': [
    analysisArgumentField, analysisArgumentOnce, analysisArgumentsGiven, analysisEnds, analysisTemplateFound, analysisTemplatesAgree,
  ],
  'metric': [metricDurations, metricIntervalForCount, metricLimits, metricOneProvider, metricsPresent],
  'experiment': [experimentTemplates],
  'istio-canary': [
    abortReachesUsers, canarySubsetsFound, headerRouteKeepsOptions, meshCallersSplit, soleRouteNamed, subsetLabelsSelect, virtualServiceNamed,
    weightedRouteFound, weightedRouteVersions, weightsAtRest,
  ],
  'virtual-service-route': [
    destinationFound, routeActions, routeDestination, routeHeaders, routeMatch, routePercentages, routeTimes, routeWeightsSum, routeWeights,
  ],
  'virtual-service': [subsetFound, tlsRouteMatch, virtualServiceGateways, virtualServiceHosts, virtualServiceRoutes],
  'destination-rule': [destinationRuleOnce, destinationRuleSubsets, trafficPolicy],
  'gateway': [gatewayHosts, gatewayServers, gatewayTls],
  'istio-hosts': [gatewayFound, hostClaimedOnce, hostServedByGateway],
  'ingress': [routerIngress],
  'autoscaling': [autoscaledReplicas, autoscalerTarget, disruptionBudgetAbsolute],
  'argo-cd': [applicationIgnoresWeights, ignoreRuleNarrow, respectKeepsEdits, syncKeepsSelectors],
};

export const RULES: readonly Rule[] = Object.values(TOPICS).flat();
