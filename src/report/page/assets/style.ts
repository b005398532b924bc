import { BASE } from './style-base';
import { CHART } from './style-chart';
import { DIAGRAM } from './style-diagram';
import { DIFF } from './style-diff';
import { OVERVIEW } from './style-overview';
import { PRINT } from './style-print';

/** The style sheet of a page. */
export const STYLE = [BASE, OVERVIEW, CHART, DIAGRAM, DIFF, PRINT].join('');
