/** Pictures that a page uses by their ids, drawn on 16 by 16; the pattern tells the new revision from the old one without colour. */
export const ICONS = `<svg class="hidden" aria-hidden="true" width="0" height="0"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatching" width="1.5" height="6"/></pattern>
<symbol id="i-person" viewBox="0 0 16 16"><circle cx="8" cy="4.5" r="3.5"/><path d="M1.5 15a6.5 6.5 0 0 1 13 0z"/></symbol>
<symbol id="i-time" viewBox="0 0 16 16"><circle class="outline" cx="8" cy="8" r="6.5"/><path class="outline" d="M8 4v4.5l3 1.8"/></symbol>
<symbol id="i-pods" viewBox="0 0 16 16"><path class="outline" d="M8 1.5l6 3.3v6.4l-6 3.3-6-3.3V4.8zM2 4.8l6 3.3 6-3.3M8 8.1v6.4"/></symbol>
<symbol id="i-analysis" viewBox="0 0 16 16"><path class="outline" d="M1.5 14.5h13M2.5 11.5l3.5-4 3 2 4.5-6.5"/></symbol>
<symbol id="i-back" viewBox="0 0 16 16"><path class="outline" d="M6.5 2.5L2 7l4.5 4.5M2 7h7.5a4.2 4.2 0 0 1 0 8.2H7"/></symbol>
</defs></svg>`;
