import { Analysis } from './analyses';
import { RouterUse } from './routers';
import { ReleaseService } from './services';
import { Step } from './steps';
import { Manifest } from '../../core/manifest';

/** What a Rollout says about its releases. Read once; defaults of the controller are filled in. */
export interface Release {
  /** The Rollout itself, for findings that point into it. */
  readonly rollout: Manifest;
  readonly name: string;
  readonly namespace?: string;
  readonly strategy: Strategy;
  /** The Services that it names, by role. */
  readonly services: readonly ReleaseService[];
  /** Its analyses, by position. */
  readonly analyses: readonly Analysis[];
  /** What splits the traffic of a canary, besides its pods; several are possible. */
  readonly routers: readonly RouterUse[];
  /** Where the pods' template comes from. */
  readonly template: TemplateSource;
  /** The labels by which it selects its pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** As written. */
  readonly replicas?: number;
  readonly paused: boolean;
  readonly minReadySeconds: number;
  readonly progressDeadlineSeconds: number;
  readonly progressDeadlineAbort: boolean;
  readonly revisionHistoryLimit: number;
  readonly rollbackWindow: number;
}

/** Exactly one of the two strategies is written; `none` stands for neither or both, which the controller refuses. */
export type Strategy = BlueGreen | Canary | NoStrategy;

/** Neither or both of the strategies. */
export interface NoStrategy {
  readonly kind: 'none';
}

/** What both strategies have. */
interface ScaleDown {
  /** As written; `scaleDownDelay` and its neighbours have what holds. */
  readonly scaleDownDelaySeconds?: number;
  readonly abortScaleDownDelaySeconds?: number;
  readonly scaleDownDelayRevisionLimit?: number;
  /** A number of pods, or a percentage as text. */
  readonly maxUnavailable?: number | string;
}

/** All traffic moves at once, after a test on the preview Service. */
export interface BlueGreen extends ScaleDown {
  readonly kind: 'blueGreen';
  readonly activeService: string;
  readonly previewService?: string;
  readonly autoPromotionEnabled: boolean;
  readonly autoPromotionSeconds?: number;
  readonly previewReplicaCount?: number;
}

/** Traffic, or the share of the pods, moves step by step. */
export interface Canary extends ScaleDown {
  readonly kind: 'canary';
  readonly steps: readonly Step[];
  readonly stableService?: string;
  readonly canaryService?: string;
  readonly pingPong?: { readonly pingService: string; readonly pongService: string };
  /** Whether `trafficRouting` is written; it may name no router. */
  readonly isRouted: boolean;
  /** The header and mirror routes that the controller may make, in the order in which it keeps them. */
  readonly managedRoutes: readonly string[];
  /** The weight that stands for all traffic. */
  readonly maxTrafficWeight: number;
  readonly maxSurge?: number | string;
  readonly dynamicStableScale: boolean;
  readonly minPodsPerReplicaSet?: number;
  readonly replicaProgressThreshold?: { readonly type: string; readonly value: number };
  /** The step from which on the background analysis runs. */
  readonly analysisStartingStep: number;
}

/** Where the template of the pods comes from. */
export type TemplateSource =
  /** The template is left out where it is missing. */
  | { readonly kind: 'own'; readonly template?: Manifest }
  | {
    readonly kind: 'workload';
    readonly apiVersion: string;
    readonly workloadKind: string;
    readonly name: string;
    /** The reference as written. */
    readonly reference: Manifest;
    /** When the controller scales the workload down: `never`, `onsuccess` or `progressively`; left out for `never`. */
    readonly scaleDown?: string;
  };

const DEFAULT_DELAY_SECONDS = 30;

/** The blue-green strategy of a release. */
export function blueGreenIn({ strategy }: Pick<Release, 'strategy'>): BlueGreen | undefined {
  return strategy.kind === 'blueGreen' ? strategy : undefined;
}

/** The canary strategy of a release. */
export function canaryIn({ strategy }: Pick<Release, 'strategy'>): Canary | undefined {
  return strategy.kind === 'canary' ? strategy : undefined;
}

/** The steps of a canary; none of other releases. */
export function stepsIn(release: Pick<Release, 'strategy'>): readonly Step[] {
  return canaryIn(release)?.steps ?? [];
}

/** How long old ReplicaSets keep running after a release, in seconds: 0 for a canary without a traffic router. */
export function scaleDownDelay({ strategy }: Pick<Release, 'strategy'>): number {
  switch (strategy.kind) {
    case 'blueGreen': return strategy.scaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS;
    case 'canary': return strategy.isRouted ? strategy.scaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS : 0;
    default: return 0;
  }
}

/** How long the pods of an aborted version keep running, in seconds; nothing where they stay. */
export function abortScaleDownDelay({ strategy }: Pick<Release, 'strategy'>): number | undefined {
  if (strategy.kind === 'none' || (strategy.kind === 'canary' && !strategy.isRouted)) {
    return 0;
  }
  return strategy.abortScaleDownDelaySeconds === 0 ? undefined : strategy.abortScaleDownDelaySeconds ?? DEFAULT_DELAY_SECONDS;
}
