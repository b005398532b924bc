/** Colours, text, and the parts of a page from the outside in. Each pair of colours that carries text has a contrast of 4.5 or more. */
export const BASE = `:root{color-scheme:light dark;
--ground:#f4f5f7;--card:#fff;--inset:#f7f8fa;--ink:#16191f;--muted:#565e6c;--rule:#d5d9e0;--link:#0b57c2;--focus:#0b57c2;
--r1:#2660b8;--r1-soft:#e6eefb;--r1-ink:#1d4f9c;--on-r1:#fff;--r2:#a84b0a;--r2-soft:#fdeedd;--r2-ink:#8f3f07;--on-r2:#fff;--hatching:rgb(255 255 255/.16);
--alarm:#b3201c;--alarm-soft:#fdeceb;--on-alarm:#fff;--person:#6a35a8;--person-soft:#f2eafb;--on-person:#fff;--good:#1a6b34;--good-soft:#e4f4e8;
--way:#8a93a3;--here:#e8ebf1;--shade:rgb(22 25 31/.28)}
@media (prefers-color-scheme:dark){:root{
--ground:#0f1216;--card:#181c22;--inset:#12161b;--ink:#e8eaee;--muted:#a3abb8;--rule:#353c47;--link:#8ab8ff;--focus:#8ab8ff;
--r1:#76a9f5;--r1-soft:#1c2c46;--r1-ink:#9cc3ff;--on-r1:#0b1320;--r2:#f0a35e;--r2-soft:#402812;--r2-ink:#ffc08a;--on-r2:#1d0f02;--hatching:rgb(0 0 0/.13);
--alarm:#ff8f85;--alarm-soft:#44191a;--on-alarm:#2a0605;--person:#c9a4ff;--person-soft:#2f2145;--on-person:#1b0b33;--good:#7fd494;--good-soft:#15321f;
--way:#6b7483;--here:#252b34;--shade:rgb(200 210 230/.34)}}
*{box-sizing:border-box}
html{scroll-padding-top:8px}
body{margin:0 auto;padding:24px 20px 48px;max-width:1320px;background:var(--ground);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1,h2,h3,h4,p,dl,dd,ul{margin:0}
h1{font-size:24px;line-height:1.25;overflow-wrap:anywhere}
h2{display:inline;font-size:18px;overflow-wrap:anywhere}
h3{font-size:17px;display:flex;flex-wrap:wrap;gap:2px 12px;align-items:baseline}
h4{font-size:15px;display:flex;gap:8px;align-items:flex-start}
h3 .muted{font-size:13px;font-weight:400}
a{color:var(--link)}
code{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.muted{color:var(--muted)}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:4px}
header{margin-bottom:20px}
main{display:grid;gap:16px}
main>*{min-width:0}
button{font:inherit;font-size:14px;min-height:36px;padding:4px 12px;border:1px solid var(--rule);border-radius:8px;background:var(--card);color:var(--ink);cursor:pointer}
button:hover{border-color:var(--muted)}
button[aria-disabled=true]{color:var(--muted);border-style:dashed;cursor:default}
html:not(.js) :is(button,.controls,.search){display:none}
table{border-collapse:collapse;font-size:13.5px}
th,td{padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
thead th{color:var(--muted);font-weight:500;white-space:nowrap}
tbody th{font-weight:600}
tr.person td:last-child{color:var(--person);font-weight:600}
.scroll{overflow:auto;max-width:100%}
/* A shade at a side where more is out of sight; what scrolls with the content hides it at the ends. */
.chart,.flow{background:linear-gradient(90deg,var(--inset) 40%,transparent) 0/36px 100% no-repeat local,linear-gradient(270deg,var(--inset) 40%,transparent) 100%/36px 100% no-repeat local,
linear-gradient(90deg,var(--shade),transparent) 0/14px 100% no-repeat scroll,linear-gradient(270deg,var(--shade),transparent) 100%/14px 100% no-repeat scroll,var(--inset)}
.release{background:var(--card);border:1px solid var(--rule);border-radius:12px}
.release>summary{padding:14px 16px;cursor:pointer;border-radius:12px}
.tags{display:inline-flex;flex-wrap:wrap;gap:6px;margin-left:12px;vertical-align:2px}
.tag{font-size:13px;line-height:1.35;padding:2px 9px;border-radius:20px;background:var(--here);color:var(--ink)}
.tag .icon{width:12px;height:12px;margin:0 5px 0 0;vertical-align:-1px}
.tag.person{background:var(--person-soft);color:var(--person);font-weight:600}
.tag.alarm{background:var(--alarm-soft);color:var(--alarm);margin-left:12px}
.body{container-type:inline-size;padding:0 16px 16px;display:grid;gap:14px}
.body>*{min-width:0}
.alert{padding:12px 14px;border-left:4px solid var(--alarm);border-radius:6px;background:var(--alarm-soft)}
.versions{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center}
.version{display:inline-flex;gap:6px;align-items:center;overflow-wrap:anywhere;min-width:0}
.version b{flex:none}
.swatch{width:16px;height:16px;border-radius:4px;flex:none}
.notes{padding-left:20px;color:var(--muted);font-size:14px}
.controls{position:sticky;top:0;z-index:1;background:var(--card);padding:4px 0 8px;border-bottom:1px solid var(--rule)}
.slider{display:block;height:28px;margin:0 auto;width:100%;accent-color:var(--person);cursor:pointer}
.walk{display:flex;gap:10px;align-items:center;justify-content:space-between}
.walk button{flex:none}
.tell{font-size:14px;text-align:center;min-width:0}
html:not(.js) .moment{border-top:1px solid var(--rule);padding-top:14px}
.js .moment:not(.now){display:none}
.moment{display:grid;gap:10px}
.status{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;font-size:14px}
.phase{padding:1px 9px;border-radius:6px;font-weight:600;font-size:13.5px;background:var(--here)}
.phase.healthy{background:var(--good-soft);color:var(--good)}
.phase.paused{background:var(--person-soft);color:var(--person)}
.phase.degraded{background:var(--alarm-soft);color:var(--alarm)}
.status .muted{font-size:13.5px}
.halves{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:16px 24px}
.facts{display:grid;gap:8px;align-content:start}
.facts>div{display:grid;grid-template-columns:88px minmax(0,1fr);gap:0 10px}
.facts dt{color:var(--muted);grid-row:span 12}
.facts dd{grid-column:2;overflow-wrap:anywhere}
.waits{display:grid;gap:10px;align-content:start}
.wait-box,.back-box{padding:12px 14px;border-radius:8px;display:grid;gap:8px;background:var(--inset);border:1px solid var(--rule);overflow-wrap:anywhere}
.wait-box.person{background:var(--person-soft);border-color:var(--person)}
.wait-box.person h4{color:var(--person)}
.wait-box p,.back-box p{font-size:14px}
.command{display:flex;gap:8px;align-items:stretch}
.command code{flex:1;min-width:0;padding:7px 10px;border-radius:8px;background:var(--card);border:1px solid var(--rule);color:var(--ink)}
.command button{min-width:84px}
.back-box .phase{margin-right:6px}
.back-box>button{justify-self:start}
.peek[aria-pressed=true]{background:var(--ink);color:var(--card)}
.icon{width:18px;height:18px;flex:none;margin-top:2px;fill:currentColor}
.outline{fill:none;stroke:currentColor;stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
.fold>summary{cursor:pointer;color:var(--muted);padding:4px 0}
.fold ul{padding-left:20px;font-size:14px;overflow-wrap:anywhere}
@media (max-width:640px){
body{padding:16px 10px 32px;font-size:15px}
.release>summary{padding:12px}
.body{padding:0 10px 12px}
.tags{display:flex;margin:8px 0 0}
.halves{grid-template-columns:minmax(0,1fr)}.waits{order:-1}
.facts>div{grid-template-columns:76px minmax(0,1fr)}
.walk{gap:6px}.walk button{padding:4px 8px}.tell{font-size:13px;line-height:1.35;min-height:54px}
}
`;
