/** What merging changes. */
export const DIFF = `.diff{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:14px 16px;display:grid;gap:12px}
.diff>*{min-width:0}
.diff h2{display:block}
.change{border-top:1px solid var(--rule);padding-top:12px;display:grid;gap:8px;overflow-wrap:anywhere}
.change h3{align-items:center;gap:4px 10px}
.change .tag.person{background:var(--r2-soft);color:var(--r2-ink)}
.images{display:grid;gap:4px}
.fields h4{font-size:13.5px;color:var(--muted);font-weight:500}
.fields ul,.hazards ul,.objects{margin:2px 0 0;padding-left:18px;display:grid;gap:4px;font-size:14px;overflow-wrap:anywhere}
.objects{gap:10px}
.fields .steps{list-style:none;margin:4px 0 2px;padding-left:10px;border-left:2px solid var(--rule)}
.steps b{font-weight:600;font-variant-numeric:tabular-nums;margin-right:4px}
.doubt{font-size:14px;color:var(--r2-ink);font-weight:600}
.effect{display:block;color:var(--muted)}
del,ins{font:13px/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;padding:0 4px;border-radius:4px;text-decoration-thickness:1px}
del{background:var(--alarm-soft);color:var(--alarm)}
ins{background:var(--good-soft);color:var(--good);text-decoration:none}
.hazards ul{list-style:none;padding:0;gap:8px}
.hazard{padding:8px 12px;border-left:4px solid var(--way);background:var(--inset);border-radius:6px}
.hazard.error{border-color:var(--alarm)}.hazard.error b{color:var(--alarm)}
.hazard.warning{border-color:var(--r2)}.hazard.warning b{color:var(--r2-ink)}
`;
