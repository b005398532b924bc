import { Finding } from '../../../validation/finding';
import { fullName } from '../../forecast/phrases';
import { MARKS } from '../../severity-marks';
import { html, Node } from '../html';

/** What would be refused or hurt, with what to do about it. */
export function hazardList(hazards: readonly Finding[]): Node {
  return hazards.length === 0 ? undefined : html`<div class="hazards"><h3>Hazards</h3><ul>${hazards.map((hazard) => (
    html`<li class="hazard ${hazard.severity}"><p><b>${MARKS[hazard.severity][0]} ${hazard.severity}</b> ${hazard.kind} ${fullName(hazard)}</p>
      <p>${hazard.path && html`<code>${hazard.path}</code> `}${hazard.message}${got(hazard.value)}. <span class="muted">${hazard.rule}</span></p>
      <p class="muted">${hazard.ignoredBecause === undefined ? hazard.remedy : `ignored because ${hazard.ignoredBecause}`}</p></li>`
  ))}</ul></div>`;
}

function got(value: unknown): string {
  return value === undefined || typeof value === 'object' ? '' : `, got ${JSON.stringify(value)}`;
}
