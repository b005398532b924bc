const OF = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const THUMB = 16;

/** The chart of the moments; the slider below it stands under the columns. */
export const CHART = `.chart{overflow-x:auto;border-radius:8px;border:1px solid var(--rule)}
.chart svg{display:block}
.chart>svg{font-size:12px;min-width:100%}
.chart text{fill:var(--ink);text-anchor:middle}
.chart .title{text-anchor:start;fill:var(--muted);font-size:12px}
.here{fill:var(--here);transition:x .2s}
.hit{fill:transparent}
.column{cursor:pointer}
.column:hover .hit{fill:var(--here);fill-opacity:.5}
.sum{font-size:11.5px}.chart .sum.peak{font-weight:700}
.chart .wait text{text-anchor:start}
.chart .time{fill:var(--muted);font-size:11px}
.wait use{fill:currentColor}
.wait{color:var(--muted)}
.wait text{fill:currentColor}
.wait.person{color:var(--on-person)}
.wait.person rect{fill:var(--person)}
.wait.person text{font-weight:600}
.part text{font-weight:600}
:is(.part,.version).r1 rect:first-of-type{fill:var(--r1)}
.part.r1 text{fill:var(--on-r1)}
:is(.part,.version) rect:first-of-type{fill:var(--r2)}
.part text{fill:var(--on-r2)}
.part rect,.wait rect{x:6%;width:88%}
.hatch{fill:url(#hatch)}
.hatching{fill:var(--hatching)}
.part.alarm rect:first-of-type{fill:var(--alarm)}
.part.alarm text{fill:var(--on-alarm)}
.part.late rect:first-of-type{fill:var(--card);stroke:var(--r2);stroke-dasharray:4 3}
.part.late.r1 rect:first-of-type{stroke:var(--r1)}
.part.late text{fill:var(--ink)}
${wordsAlone('.dense')}
@container (max-width:1150px){${wordsAlone('.busy')}}
@container (max-width:680px){${wordsAlone('.chart')}}
${OF.map((count) => `.of-${count}{width:calc(${round(100 - 100 / count)}% + ${THUMB}px)}`).join('')}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;

/** Without pictures, what is waited for stands in the middle. */
function wordsAlone(chart: string): string {
  return `${chart} .wait use{display:none}${chart} .wait text{transform:translateX(-9px);font-size:11px}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
