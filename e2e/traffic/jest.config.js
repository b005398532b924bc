const e2e = require('../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...e2e,
  rootDir: '../..',
  testMatch: ['<rootDir>/e2e/traffic/**/*.test.ts'],
  globalSetup: '<rootDir>/e2e/traffic/setup.ts',
  // All share the one gateway, and shares are counted: one at a time.
  maxWorkers: 1,
};
