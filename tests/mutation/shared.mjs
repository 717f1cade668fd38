/*
 * Mutation testing: every small change to the engine must make a test fail. Run by `npm run mutation`, never in CI.
 * What each room is tried with stands beside this file; figures and survivors stand in docs/testing.md.
 */

/** Settings of one room: the tests that must notice, and what is changed (left out: the whole room). */
export function mutationOf(room, tests, files = [`src/${room}/**/*.ts`]) {
  return {
    testRunner: 'mocha',
    plugins: ['@stryker-mutator/mocha-runner'],
    mutate: [...files, '!**/*.test.ts'],
    mochaOptions: { require: ['./tests/mutation/setup.cjs'], ui: 'bdd', spec: tests },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 15_000,
    tempDirName: '.cache/mutation/sandbox',
    ignorePatterns: [
      '.cache',
      'dist',
      'screenshots',
      'docs',
      'emulator',
      'assets',
      'tests/e2e',
      'tests/contract',
    ],
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
    jsonReporter: { fileName: `.cache/mutation/${room}.json` },
    incremental: true,
    incrementalFile: `.cache/mutation/${room}.incremental.json`,
    thresholds: { high: 95, low: 85, break: 85 },
    disableTypeChecks: false,
  };
}
