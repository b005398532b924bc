import { chart } from './chart';
import { placer } from './flow/drawing/place';
import { flow } from './flow/flow';
import { OLD, scenesOf } from './flow/scenes';
import { html, Node } from './html';
import { panel } from './moment';
import { momentsTable } from './moments-table';
import { Tag, verdict } from './verdict';
import { ReleaseForecast, Unforeseeable } from '../../forecast/release-forecast';
import { fullName, hopText } from '../forecast/phrases';

/** How the section of a release is made. */
export interface ReleaseContext {
  readonly id: string;
  readonly open: boolean;
  readonly place: ReturnType<typeof placer>;
}

export function release(foretold: ReleaseForecast | Unforeseeable, context: ReleaseContext): Node {
  const { id, open } = context;
  const name = fullName(foretold);
  if ('problem' in foretold) {
    return html`<details class="release unforeseen" open=${open}><summary><h2>${name}</h2><span class="tag alarm">cannot be foretold</span></summary>
      <div class="body" id=${id}><p class="alert" role="alert"><strong>No release of ${name} can be foretold:</strong> ${foretold.problem}.</p></div>
    </details>`;
  }
  return html`<details class="release" open=${open}>
    <summary><h2>${name}</h2><span class="tags">${verdict(foretold).map(tag)}</span></summary>
    <div class="body" id=${id}>${body(foretold, name, context)}</div>
  </details>`;
}

function tag({ text, person }: Tag): Node {
  return html`<span class=${person ? 'tag person' : 'tag'}>${person && html`<svg class="icon" aria-hidden="true"><use href="#i-person" /></svg>`}${text}</span>`;
}

/** The moment that tells most: the first decision of a person, or else the commit. */
function firstShown({ moments }: ReleaseForecast): number {
  const decision = moments.findIndex(({ waitsFor }) => waitsFor.kind === 'person');
  return decision >= 0 ? decision : Math.min(1, moments.length - 1);
}

function body(forecast: ReleaseForecast, name: string, { id, place }: ReleaseContext): Node[] {
  const first = firstShown(forecast);
  const { scenes, back } = scenesOf(forecast);
  return [
    html`<p class="versions">${forecast.versions.map(({ revision, label, images }) => html`<span class="version r${revision}" title=${Object.values(images).join('\n')}>
      <svg class="swatch" aria-hidden="true"><rect width="100%" height="100%" />${revision !== OLD && html`<rect class="hatch" width="100%" height="100%" />`}</svg><b>r${revision}</b> ${label}</span>`)}
      <span class="muted">${[forecast.splitting, forecast.file].filter(Boolean).join(' · ')}</span></p>`,
    ...forecast.notes.length > 0 ? [html`<ul class="notes">${forecast.notes.map((note) => html`<li>${note}</li>`)}</ul>`] : [],
    chart(forecast, id, first),
    controls(forecast, name, id, first),
    flow(forecast, scenes, first, place)!,
    html`<p class="legend muted">A line is as wide as its part of the users; dashed: no requests; thin: only testers, copies, or callers within the cluster.</p>`,
    ...forecast.moments.map((_, index) => panel({ forecast, id, index, shown: index === first, back: back[index] })!),
    momentsTable(forecast, name)!,
    ways(forecast),
  ];
}

function controls({ moments }: ReleaseForecast, name: string, id: string, first: number): Node {
  const slider = `${id}/slider`;
  return html`<div class="controls">
    <label for=${slider} class="hidden">Moment of the release of ${name}</label>
    <input type="range" class="slider ${`of-${Math.min(moments.length, 12)}`}" id=${slider} min="1" max=${moments.length} step="1" value=${first + 1} />
    <div class="walk"><button type="button" class="go" data-by="-1">‹ Previous</button><p class="tell" role="status"></p><button type="button" class="go" data-by="1">Next ›</button></div>
  </div>`;
}

function ways({ entrances }: ReleaseForecast): Node {
  const words = { users: 'Users', testers: 'Testers', cluster: 'In the cluster' };
  return html`<details class="fold"><summary>All ways to the pods, with their hosts</summary><ul>${entrances.map(({ audience, hosts, path, match }) => (
    html`<li><b>${words[audience]}</b>: ${hosts.join(', ') || 'any host'}${match ? ` (${match})` : ''}${path.map((hop) => ` → ${hopText(hop)}`).join('')}</li>`
  ))}</ul></details>`;
}
