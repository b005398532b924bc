/** The diagram of the requests: the drawing from left to right where it fits, the one from the top down elsewhere. */
export const DIAGRAM = `.flow{overflow-x:auto;border:1px solid var(--rule);border-radius:8px;padding:6px}
.peeking .flow{border:2px dashed var(--ink);scroll-margin-top:110px}
.peeking .flow::before{content:"After going back:";display:block;font-weight:600;padding:2px 8px}
.flow>svg{display:block;margin:0 auto;max-width:100%;height:auto}
.flow>.broad{max-width:none}
.flow>.wide{display:none}
@container (min-width:700px){.fits-s>.wide{display:block}.fits-s>.tall{display:none}}
@container (min-width:880px){.fits-m>.wide{display:block}.fits-m>.tall{display:none}}
@container (min-width:1060px){.fits-l>.wide{display:block}.fits-l>.tall{display:none}}
.box rect{fill:var(--card);stroke:var(--rule)}
.box .edge{fill:var(--way);stroke:none}
.box text{fill:var(--ink);font-size:12px;transition:opacity .2s}
.box .head{fill:var(--muted);font-size:11.5px}
.box .name{font-size:13px;font-weight:600}
.tall .name{font-size:12px}
.box .strong{font-weight:600}
.box.r1 rect:first-of-type{stroke:var(--r1)}
.box.r2 rect:first-of-type{stroke:var(--r2)}
.box.r1 .edge{fill:var(--r1)}.box.r2 .edge{fill:var(--r2)}
.box .small.r1{fill:var(--r1-ink)}.box .small.r2{fill:var(--r2-ink)}
.box.entrance rect:first-of-type{rx:18px}
.box.entrance .edge{fill:none}
.box.fails rect:first-of-type{fill:var(--alarm-soft);stroke:var(--alarm)}
.box.fails .edge{fill:var(--alarm)}
.box.fails .small{fill:var(--alarm)}
.box.idle rect,.box.idle.r1 rect:first-of-type,.box.idle.r2 rect:first-of-type{stroke:var(--rule);stroke-dasharray:4 3;fill:transparent}
.box.idle .edge{fill:none}
.box.idle text{fill:var(--muted);font-weight:400}
.line path{fill:none;stroke:var(--way);transition:stroke-width .3s,stroke .3s}
.line text{font-size:12px;font-weight:600;text-anchor:middle;fill:var(--ink);stroke:var(--inset);stroke-width:9px;paint-order:stroke;stroke-linejoin:round}
.line.r1 path{stroke:var(--r1)}.line.r2 path{stroke:var(--r2)}
.line.alarm path{stroke:var(--alarm)}.line.alarm text{fill:var(--alarm)}
.line.off path{stroke-dasharray:2 5;opacity:.7}.line.off text{fill:var(--muted);font-weight:400}
.line.copies path{stroke-dasharray:8 4}
.legend{font-size:13px;margin-top:-6px}
`;
