const transform = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } } }],
};
const common = { testEnvironment: 'node', transform, rootDir: __dirname, modulePathIgnorePatterns: ['/dist/', '/.data/'] };

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/tests/unit/**/*.test.ts'] },
    { ...common, displayName: 'integration', testMatch: ['<rootDir>/tests/integration/**/*.test.ts'] },
    { ...common, displayName: 'admin', testMatch: ['<rootDir>/tests/admin/**/*.test.ts'] },
  ],
};
