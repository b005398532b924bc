import { Graph } from './graph';
import { AUDIENCES } from './line-looks';
import { Looks } from './looks';
import { Box, keyOf } from './passes';
import { OLD, Scene } from './scenes';
import { ReleaseForecast } from '../../../forecast/release-forecast';
import { capital, goes, plural, selected } from '../words';

/** What stands in a box: its lines of text, and those that differ from scene to scene. */
export interface BoxText {
  readonly head: string;
  readonly name: string;
  /** All of the name, where it is shortened. */
  readonly whole?: string;
  /** Smaller, below the name. */
  readonly details: readonly string[];
  /** Whether it may be narrower than others where these stand side by side. */
  readonly narrow?: true;
  readonly changing: ReadonlyArray<readonly Looks[]>;
  /** The classes of the box at each scene. */
  readonly looks: readonly Looks[];
}

export function boxText(forecast: ReleaseForecast, graph: Graph, scenes: readonly Scene[], box: Box): BoxText {
  const looks = boxLooks(graph, scenes, box);
  switch (box.kind) {
    case 'entrance': {
      const { audience, hosts, match } = box.entrance;
      const more = hosts.length > 1 ? [`and ${plural(hosts.length - 1, 'more host')}`] : [];
      return { head: capital(AUDIENCES[audience]), narrow: true, name: shortHost(hosts[0] ?? 'any host', forecast.namespace), ...hosts.length > 0 && { whole: hosts.join(', ') }, details: [...more, ...match ? [match] : []], changing: [], looks };
    }
    case 'hop': {
      const { kind, name, detail } = box.hop;
      return { head: kind, name, details: detail ? [detail] : [], changing: [], looks };
    }
    case 'service': {
      const changing = box.foreign ? [] : [scenes.map((scene) => selection(scene, box.service, box.subset)), ...failures(looks)];
      const details = box.foreign ? ['not of this release'] : box.subset ? [`subset ${box.subset}`] : [];
      return { head: 'Service', name: box.service, details, changing, looks };
    }
    case 'revision': {
      const version = forecast.versions.find(({ revision }) => revision === box.revision);
      const texts = scenes.map((scene) => podLooks(scene, box.revision));
      return { head: `ReplicaSet r${box.revision}`, name: version?.label ?? '', details: [], changing: [0, 1].map((line) => texts.map((two) => two[line])), looks };
    }
  }
}

/** What all hosts of a cluster or of the own namespace share says nothing. */
function shortHost(host: string, namespace: string | undefined): string {
  const short = host.replace('.svc.cluster.local', '');
  const end = `.${namespace}`;
  const [name, ...port] = short.split(':');
  return short === host || !name.endsWith(end) ? short : [name.slice(0, -end.length), ...port].join(':');
}

function boxLooks({ boxes, lines }: Graph, scenes: readonly Scene[], box: Box): Looks[] {
  const index = boxes.findIndex((candidate) => keyOf(candidate) === keyOf(box));
  const beside = lines.filter(({ from, to }) => from === index || to === index);
  return scenes.map(({ state }, scene) => {
    const passes = beside.flatMap((line) => line.passes[scene]);
    const used = box.kind === 'revision'
      ? state.revisions.some(({ revision, replicas, ready }) => revision === box.revision && replicas + ready > 0)
      : passes.some(({ percent }) => percent > 0);
    const colour = box.kind === 'revision' ? ` r${box.revision}` : '';
    const fails = box.kind === 'service' && passes.some((pass) => pass.fails);
    return { classes: `box ${box.kind}${colour}${used ? '' : ' idle'}${fails ? ' fails' : ''}`, text: '' };
  });
}

/** A line that is empty but for when nobody answers. */
function failures(looks: readonly Looks[]): Looks[][] {
  const lines = looks.map(({ classes }) => ({ classes: 'small late', text: classes.endsWith(' fails') ? '503: no pods' : '' }));
  return lines.some(({ text }) => text !== '') ? [lines] : [];
}

function selection({ state }: Scene, service: string, subset: string | undefined): Looks {
  const rules = Object.values(state.destinationRules);
  const revision = subset === undefined
    ? state.services[service]
    : rules.find((subsets) => subset in subsets)?.[subset];
  return revision === undefined
    ? { classes: 'small', text: '' }
    : { classes: `small strong${revision === null ? '' : ` r${revision}`}`, text: `selects ${revision === null ? 'all pods' : selected(revision)}` };
}

function podLooks({ state, as }: Scene, revision: number): [Looks, Looks] {
  const found = state.revisions.find((candidate) => candidate.revision === revision);
  if (!found || found.replicas + found.ready === 0) {
    return [{ classes: 'small', text: 'no pods' }, { classes: 'small', text: '' }];
  }
  const { ready, replicas, roles, scaleDownAt } = found;
  const late = ready < replicas ? ' late' : '';
  return [
    { classes: `small strong${late}`, text: ready < replicas ? `${ready} of ${plural(replicas, 'pod')} ready` : `${plural(replicas, 'pod')} ready` },
    { classes: 'small', text: [...as === undefined || revision !== OLD ? [] : [`again, as r${as}`], ...goes(replicas, scaleDownAt, state.time), ...roles].join(', ') },
  ];
}
