import { AssumedReplicas } from '../model/release/assumed-replicas';
import { RoutingKind } from '../model/routing/capabilities';
import { ReleaseState } from '../simulator/release-state';

/** What one release will do, from the commit that starts it to the end of the last old pod. Plain JSON, as `plan` prints it. */
export interface ReleaseForecast {
  readonly name: string;
  readonly namespace?: string;
  /** The file that holds the Rollout, where it was read from one. */
  readonly file?: string;
  readonly strategy: 'blueGreen' | 'canary';
  /** How users are split, in a few words: `Istio, by host`, `share of the pods`. */
  readonly splitting: string;
  readonly replicas: AssumedReplicas;
  /** What the two revisions run. */
  readonly versions: readonly Version[];
  /** The entry points of the pods, in the order: users, testers, inside the cluster. */
  readonly entrances: readonly Entrance[];
  /** The states of the release, each with what led to it and what it waits for; the first is that before the commit. */
  readonly moments: readonly Moment[];
  /** The most pods that there are at once. */
  readonly peakPods: number;
  /** How often the release waits for manual approval. */
  readonly persons: number;
  /** The seconds from the commit to the end where nobody makes it wait and pods are ready at once. */
  readonly earliestEnd: number;
  /** What the reader has to know: what was assumed, and what does not end. */
  readonly notes: readonly string[];
}

/** A Rollout of which no release can be foretold. */
export interface Unforeseeable {
  readonly name: string;
  readonly namespace?: string;
  readonly file?: string;
  /** Why, as a sentence without a final period. */
  readonly problem: string;
}

/** A revision and its images. */
export interface Version {
  readonly revision: number;
  /** For a person: the images that differ; where none does, the first image of the old one, and `next version`. */
  readonly label: string;
  /** By the name of the container. */
  readonly images: Readonly<Record<string, string>>;
}

/** Who sends requests to an entry point. */
export type Audience = 'users' | 'testers' | 'cluster';

/** An entry point: where requests to the pods come in. */
export interface Entrance {
  /** What it is called within this forecast. */
  readonly id: string;
  readonly audience: Audience;
  /** What a caller asks for: hosts of a route or an Ingress, or the name of a Service within the cluster. */
  readonly hosts: readonly string[];
  /** The objects that requests pass before the Service, from the outside in. */
  readonly path: readonly Hop[];
  /** Which requests of these hosts enter here: `x-canary: always`, `path /api*`; left out for all that no other entry point takes. */
  readonly match?: string;
}

/** An object that requests pass. */
export interface Hop {
  readonly kind: 'Service' | 'Gateway' | RoutingKind;
  readonly name: string;
  readonly namespace?: string;
  /** For a person: the kind of load balancer of an Ingress, the name or the place of a route, `mesh` for sidecars. */
  readonly detail?: string;
}

/** Where the requests of an entrance go at one moment. */
export interface Reach {
  /** The id of the entrance. */
  readonly entrance: string;
  readonly targets: readonly Target[];
  /** The copies of requests that go elsewhere, whose answers nobody sees. */
  readonly mirror?: Target;
}

/** A part of the requests. */
export interface Target {
  /** In percent; all targets of an entry point sum up to 100. */
  readonly percent: number;
  /** The Service that takes them, and its subset. */
  readonly service: string;
  readonly subset?: string;
  /** Whose pods answer; empty where there are none, and callers get 503. Several where a Service selects the pods of several. */
  readonly revisions: readonly Share[];
  /** Whether the Service is none of this release. */
  readonly foreign?: true;
}

/** A revision's part, in percent. */
export interface Share {
  readonly revision: number;
  readonly percent: number;
}

/** What led to a moment. */
export type Cause =
  | { readonly kind: 'before' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'pods' }
  | { readonly kind: 'person'; readonly command: string }
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'analysis'; readonly templates: readonly string[]; readonly what: RunKind };

/** What decides: an analysis of a step, of the whole release, before or after a blue-green switch, an experiment, or a step plugin. */
export type RunKind = 'step' | 'background' | 'prePromotion' | 'postPromotion' | 'experiment' | 'plugin';

/** What time brings: the end of a pause, pods that count as available, or old pods that go. */
export type TimedEnd = 'pauseEnds' | 'podsAvailable' | 'oldPodsGo';

/** What a moment waits for. */
export type Wait =
  | { readonly kind: 'nothing' }
  /** New pods get ready. */
  | { readonly kind: 'pods'; readonly revision: number; readonly count: number }
  | { readonly kind: 'person' }
  | { readonly kind: 'time'; readonly seconds: number; readonly until: TimedEnd }
  /** The seconds are the least that its metrics take; 0 where nothing is known of them. */
  | { readonly kind: 'analysis'; readonly templates: readonly string[]; readonly what: RunKind; readonly seconds: number };

/** One state of the release. */
export interface Moment {
  readonly cause: Cause;
  /** Seconds since the commit, at the earliest. */
  readonly time: number;
  readonly state: ReleaseState;
  /** What the current step does, as in the manifest: `setWeight 30`, `pause`; nothing where there are no steps, or all are over. */
  readonly step?: string;
  /** The part of the users that each revision has, at the entry point by which they come: the first of those with weights that the release shifts. */
  readonly users: readonly Share[];
  /** The percent of the users that Services of others answer; left out where there are none. */
  readonly elsewhere?: number;
  /** What each entrance leads to; those that are not there at this moment are left out. */
  readonly reach: readonly Reach[];
  readonly waitsFor: Wait;
  /** What a person types to go on. */
  readonly goOn?: Command;
  /** What a person types to go back, and what comes of it. */
  readonly goBack?: WayBack;
}

/** What a person types, and what it does in a few words. */
export interface Command {
  readonly command: string;
  readonly effect: string;
}

/** A way back to the old version. */
export interface WayBack extends Command {
  /** The state that it leads to. */
  readonly state: ReleaseState;
  readonly users: readonly Share[];
  readonly elsewhere?: number;
  readonly reach: readonly Reach[];
}
