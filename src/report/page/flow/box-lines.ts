import { Graph } from './graph';
import { AUDIENCES } from './line-looks';
import { Looks } from './looks';
import { Box } from './passes';
import { OLD, Scene } from './scenes';
import { ReleaseForecast } from '../../../forecast/release-forecast';
import { capital, goes, plural, selected } from '../words';

type ServiceBox = Extract<Box, { kind: 'service' }>;

/** The class of a box of which somebody asks and gets no answer. */
const FAILS = ' fails';

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

export function boxText(forecast: ReleaseForecast, graph: Graph, scenes: readonly Scene[], index: number): BoxText {
  const box = graph.boxes[index];
  const looks = boxLooks(graph, scenes, index);
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
      const selections = scenes.map((scene, at) => selection(scene, box, looks[at].classes.endsWith(FAILS)));
      const changing = box.foreign ? [] : [selections];
      const details = box.foreign ? ['not of this release'] : box.subset ? [`subset ${box.subset}`] : [];
      return { head: 'Service', name: box.service, details, changing, looks };
    }
    case 'revision': {
      const version = forecast.versions.find(({ revision }) => revision === box.revision);
      const texts = scenes.map((scene) => podLooks(scene, box.revision));
      const changing = [0, 1, 2].map((line) => texts.map((lines) => lines[line])).filter((line) => line.some(({ text }) => text !== ''));
      return { head: `ReplicaSet r${box.revision}`, name: version?.label ?? '', details: [], changing, looks };
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

function boxLooks({ boxes, lines }: Graph, scenes: readonly Scene[], index: number): Looks[] {
  const box = boxes[index];
  const beside = lines.filter(({ from, to }) => from === index || to === index);
  return scenes.map(({ state }, scene) => {
    const passes = beside.flatMap((line) => line.passes[scene]);
    const used = box.kind === 'revision'
      ? state.revisions.some(({ revision, replicas, ready }) => revision === box.revision && replicas + ready > 0)
      : passes.some(({ percent }) => percent > 0);
    const colour = box.kind === 'revision' ? ` r${box.revision}` : '';
    const fails = box.kind === 'service' && passes.some((pass) => pass.fails);
    return { classes: `box ${box.kind}${colour}${used ? '' : ' idle'}${fails ? FAILS : ''}`, text: '' };
  });
}

/** Whose pods a Service or a subset selects, and that there are none while somebody asks for them. */
function selection({ state }: Scene, { service, subset }: ServiceBox, fails: boolean): Looks {
  const revision = state.services[subset === undefined ? service : `${service}/${subset}`];
  const colour = typeof revision === 'number' && !fails ? ` r${revision}` : '';
  const name = typeof revision === 'number' ? selected(revision) : 'all';
  const text = fails ? `503: ${typeof revision === 'number' ? `${name} has ` : ''}no pods` : revision === undefined ? '' : `selects ${name === 'all' ? 'all pods' : name}`;
  return { classes: `small strong${colour}`, text };
}

/** The pods of a revision, what they are for, and, where it comes again, under which number. */
function podLooks({ state, as }: Scene, revision: number): readonly [Looks, Looks, Looks] {
  const found = state.revisions.find((candidate) => candidate.revision === revision);
  const again = as !== undefined && revision === OLD ? `again, as r${as}` : '';
  const look = (text: string, classes = 'small'): Looks => ({ classes, text });
  if (!found || found.replicas + found.ready === 0) {
    return [look('no pods'), look(''), look(again)];
  }
  const { ready, replicas, roles, scaleDownAt } = found;
  const count = ready < replicas ? `${ready} of ${plural(replicas, 'pod')} ready` : `${plural(replicas, 'pod')} ready`;
  return [look(count, 'small strong'), look([...goes(replicas, scaleDownAt, state.time), ...roles].join(', ')), look(again)];
}
