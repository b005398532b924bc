/** On paper: all moments, nothing that is to be pressed, and the colours of the chart. */
export const PRINT = `@media print{
:root{--ground:#fff;--card:#fff;--inset:#fff;--ink:#000;--muted:#444;--rule:#999}
body{max-width:none;padding:0;font-size:11pt}
.release{border:0}
.controls,.search,button,.js button{display:none}
.js .moment:not(.now){display:grid}
.moment,.chart,.flow,tr{break-inside:avoid}
.chart,.flow,.scroll{overflow:visible}
.chart>svg{width:100%}
*{print-color-adjust:exact}
}
`;
