/** @type {import('jest').Config} Random releases, played on the cluster and in the simulator at once. */
module.exports = {
  ...require('../jest.config.js'),
  rootDir: '../..',
  testMatch: ['<rootDir>/e2e/simulator/**/*.test.ts'],
  globalSetup: '<rootDir>/e2e/simulator/setup.ts',
  // They mostly wait for the cluster to stay as it is.
  maxConcurrency: 12,
};
