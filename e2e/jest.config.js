/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/e2e'],
  testMatch: ['<rootDir>/e2e/{scenarios,istio,validation}/**/*.test.ts'],
  globalSetup: '<rootDir>/e2e/setup.ts',
  globalTeardown: '<rootDir>/e2e/teardown.ts',
  moduleNameMapper: { '^cdk8s-rollouts$': '<rootDir>/src/index' },
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'e2e/tsconfig.json' }] },
  // A release mostly waits: several at once share the processor well.
  maxWorkers: 4,
  testTimeout: 300_000,
};
