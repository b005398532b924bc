import { Scene } from './scenes';
import { Audience, Entrance, Hop, ReleaseForecast, Target } from '../../../forecast/release-forecast';

/** A box of the diagram. */
export type Box =
  | { readonly kind: 'entrance'; readonly entrance: Entrance }
  | { readonly kind: 'hop'; readonly hop: Hop }
  | { readonly kind: 'service'; readonly service: string; readonly subset?: string; readonly foreign: boolean }
  | { readonly kind: 'revision'; readonly revision: number };

/** What a line stands for: the way to the last object before the Services, a part of the requests, whose pods answer, or copies. */
export type LineKind = 'way' | 'target' | 'pods' | 'mirror';

/** Requests of one entrance that pass from one box to the next. */
export interface Pass {
  readonly from: Box;
  readonly to: Box;
  readonly kind: LineKind;
  readonly audience: Audience;
  /** Of the requests of the entrance. */
  readonly percent: number;
  /** Whose pods answer them in the end, where these are of one revision. */
  readonly revision?: number;
  /** Whether no pods answer them: callers get 503. */
  readonly fails: boolean;
}

/** Tells boxes apart. */
export function keyOf(box: Box): string {
  switch (box.kind) {
    case 'entrance': return JSON.stringify([box.kind, box.entrance.id]);
    case 'hop': return JSON.stringify([box.kind, box.hop.kind, box.hop.namespace, box.hop.name, box.hop.detail]);
    case 'service': return JSON.stringify([box.kind, box.service, box.subset]);
    case 'revision': return JSON.stringify([box.kind, box.revision]);
  }
}

/** The objects that the requests of an entrance pass before the Services, and the lines between these; the same at all scenes. */
export interface Road {
  readonly last: Box;
  readonly audience: Audience;
  readonly passes: readonly Pass[];
}

/** The roads of all entrances, by their ids. */
export function roadsOf({ entrances }: ReleaseForecast): ReadonlyMap<string, Road> {
  return new Map(entrances.map((entrance) => {
    const { audience, path } = entrance;
    const boxes: Box[] = [{ kind: 'entrance', entrance }, ...path.map((hop): Box => ({ kind: 'hop', hop }))];
    const passes = boxes.slice(1).map((to, index): Pass => ({ from: boxes[index], to, kind: 'way', audience, percent: 100, fails: false }));
    return [entrance.id, { last: boxes[boxes.length - 1], audience, passes }];
  }));
}

/** All that passes at a scene. */
export function passesOf(roads: ReadonlyMap<string, Road>, { reach }: Scene): Pass[] {
  return reach.flatMap(({ entrance, targets, mirror }) => {
    const road = roads.get(entrance);
    return road === undefined ? [] : [
      ...road.passes,
      ...targets.flatMap((target) => targetPasses(road, target, 'target')),
      ...mirror ? targetPasses(road, mirror, 'mirror') : [],
    ];
  });
}

function targetPasses({ last: from, audience }: Road, target: Target, kind: 'target' | 'mirror'): Pass[] {
  const to: Box = { kind: 'service', service: target.service, subset: target.subset, foreign: target.foreign === true };
  const { percent, revisions } = target;
  const revision = revisions.length === 1 ? revisions[0].revision : undefined;
  const fails = !target.foreign && revisions.length === 0 && percent > 0;
  const first: Pass = { from, to, kind, audience, percent, revision, fails };
  const further = kind === 'mirror' ? kind : 'pods';
  return target.foreign ? [first] : [first, ...revisions.map((share): Pass => ({
    from: to,
    to: { kind: 'revision', revision: share.revision },
    kind: further,
    audience,
    percent: Math.round(percent * share.percent / 10) / 10,
    revision: share.revision,
    fails: false,
  }))];
}
