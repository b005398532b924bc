/** @type {import('jest').Config} The HTML page in a real browser: needs no cluster, but Chromium or Chrome. */
module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/e2e/page/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'e2e/tsconfig.json' }] },
  testTimeout: 60_000,
};
