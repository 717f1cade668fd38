/** Unit tests stand beside the code; contract, golden and end-to-end tests in tests/. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
];

/**
 * A test file runs in a context of its own, where every look at a global name is slow: of
 * src/app/entry/entry.test.ts a third went there. These are handed to each module instead. No module may give such a name to
 * something of its own at its top level (a package does so with Set, another with Symbol), and no test replace what it
 * stands for.
 */
const GLOBALS = ['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'String', 'WeakMap'];
const BUFFERS = ['DataView', 'Float64Array', 'Int32Array', 'Uint8Array', 'Uint16Array', 'Uint32Array'];

const shared = {
  sandboxInjectedGlobals: [...GLOBALS, ...BUFFERS],
  // The Parquet writer and its reader are ES modules, which jest cannot load as they are.
  transform: { '^.+\\.(ts|tsx)$': swc, '/node_modules/hyparquet[^/]*/.+\\.js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!hyparquet)'],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
};

module.exports = {
  // A pane that mounts on a busy machine takes its time; nothing here measures it.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tests/sequencer.cjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      setupFiles: ['<rootDir>/tests/fixtures/withoutStyleRules.ts'],
      testMatch: [
        '<rootDir>/src/**/*.test.{ts,tsx}',
        '<rootDir>/emulator/**/*.test.{ts,tsx}',
        '<rootDir>/tests/{cases,cycle,contract,faults,fuzz,golden,scripts}/**/*.test.{ts,tsx}',
      ],
    },
    {
      ...shared,
      displayName: 'e2e',
      globalSetup: '<rootDir>/tests/e2e/setup.cjs',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
    },
  ],
};
