/** @type {import('jest').Config} What is read and written, beside what Kubernetes and GitHub make of it. */
module.exports = {
  ...require('../jest.config.js'),
  rootDir: '../..',
  testMatch: ['<rootDir>/e2e/input/**/*.test.ts'],
  globalSetup: '<rootDir>/e2e/input/setup.ts',
  globalTeardown: undefined,
};
