const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  },
];

const common = {
  transform: { '^.+\\.tsx?$': swc },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  injectGlobals: false,
};

export default {
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/tests/support/closing-line-reporter.js'],
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/unit/client/'],
    },
    {
      ...common,
      displayName: 'client',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/support/jsdom-setup.ts'],
      testMatch: ['<rootDir>/tests/unit/client/**/*.test.{ts,tsx}'],
    },
  ],
};
