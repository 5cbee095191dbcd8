const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } } },
  ],
};
const common = {
  testEnvironment: 'node',
  transform,
  rootDir: __dirname,
  modulePathIgnorePatterns: ['/dist/', '/.data/'],
};
// One application for all tests that need one; runs of unit tests alone do not start it.
const withApp = {
  ...common,
  globalSetup: '<rootDir>/tests/app/global-setup.ts',
  globalTeardown: '<rootDir>/tests/app/global-teardown.ts',
};

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  reporters: ['default', './tests/final-line-reporter.js'],
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/tests/unit/**/*.test.ts'] },
    {
      ...withApp,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
    },
    { ...withApp, displayName: 'admin', testMatch: ['<rootDir>/tests/admin/**/*.test.ts'] },
  ],
};
