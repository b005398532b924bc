import type { Page } from '../report/page/page';

/** A page, made by libraries that only pages need. */
export function pageOf(page: Page): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { renderPage } = require('../report/page/page') as typeof import('../report/page/page');
  return renderPage(page);
}
