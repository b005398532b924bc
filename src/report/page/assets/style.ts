import { BASE } from './style-base';
import { CHART } from './style-chart';
import { DIAGRAM } from './style-diagram';
import { DIFF } from './style-diff';
import { PRINT } from './style-print';

/** The style sheet of a page. */
export const STYLE = [BASE, CHART, DIAGRAM, DIFF, PRINT].join('');
