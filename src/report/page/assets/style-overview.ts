/** The list of the releases: a table, and on a phone a card for each, where a table would break names and hide columns. */
export const OVERVIEW = `nav .scroll{max-height:60vh;margin-top:12px}
.list{min-width:540px}
.list thead th{position:sticky;top:0;background:var(--ground)}
.list a{overflow-wrap:break-word}
.list td[data-head]{white-space:nowrap}
.list .problem{color:var(--alarm)}
.search{margin-top:12px}
.search input{font:inherit;padding:6px 10px;border:1px solid var(--muted);border-radius:8px;background:var(--card);color:var(--ink);max-width:100%}
@media (max-width:640px){
.list,.list tbody{display:block;min-width:0}
.list thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.list tr:not([hidden]){display:flex;flex-wrap:wrap;gap:2px 14px;padding:10px 0;border-bottom:1px solid var(--rule)}
.list :is(th,td){border:0;padding:0;min-width:0}
.list th{flex:0 0 100%;font-size:15px}
.list td[data-head]::before{content:attr(data-head) ": ";color:var(--muted)}
}
`;
