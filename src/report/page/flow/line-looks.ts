import { Graph, Line } from './graph';
import { Looks } from './looks';
import { Pass } from './passes';
import { Audience } from '../../../forecast/release-forecast';
import { percent } from '../words';

export const AUDIENCES: Record<Audience, string> = { users: 'users', testers: 'testers', cluster: 'in cluster' };

const WIDEST = 12;
const THIN = 2;

/** How a line looks at each scene. */
export function lineLooks(graph: Graph, line: Line): Looks[] {
  const { main } = graph;
  const widest = widestOf(graph, line);
  return line.passes.map((passes) => {
    const of = passes.filter(({ audience }) => audience === main && line.kind !== 'mirror');
    const most = Math.max(0, ...of.map((pass) => pass.percent));
    const colour = passes.some(({ fails }) => fails) ? 'alarm' : colourOf(passes);
    if (line.kind === 'mirror') {
      return passes.length > 0 ? { classes: `line copies ${colour}`, text: `copy ${percent(passes[0].percent)}`, width: THIN } : OFF;
    }
    if (most > 0) {
      return { classes: `line ${colour}`, text: line.kind === 'way' ? '' : range(of), width: Math.max(THIN, Math.round(most * widest / 100)) };
    }
    const side = passes.filter((pass) => pass.percent > 0);
    if (side.length > 0) {
      return { classes: `line ${colour}`, text: line.kind === 'target' && range(side) !== percent(100) ? range(side) : '', width: THIN };
    }
    return passes.length > 0 ? { ...OFF, text: percent(0) } : OFF;
  });
}

/** Lines share the side of a box. */
function widestOf({ lines }: Graph, line: Line): number {
  const beside = Math.max(lines.filter(({ to }) => to === line.to).length, lines.filter(({ from }) => from === line.from).length);
  return Math.min(WIDEST, Math.max(WIDEST / 3, Math.round(3 * WIDEST / beside)));
}

const OFF: Looks = { classes: 'line off', text: '', width: THIN };

function colourOf(passes: readonly Pass[]): string {
  const revisions = new Set(passes.filter((pass) => pass.percent > 0).map((pass) => pass.revision));
  const [revision] = revisions;
  return revisions.size === 1 && revision !== undefined ? `r${revision}` : 'plain';
}

function range(passes: readonly Pass[]): string {
  const values = passes.map((pass) => pass.percent);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? percent(most) : `${least}–${percent(most)}`;
}
