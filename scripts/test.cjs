// npm test [-- jest options]: sets itself up, runs every test, and ends with the line `N passed, N failed`.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ensurePackages, root } = require('./packages.cjs');

/** Counts of jest's JSON report; a test file that could not even be loaded counts as a failure. */
function counts(file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

ensurePackages();
const reportFile = path.join(root, '.cache', 'jest-report.json');
fs.mkdirSync(path.dirname(reportFile), { recursive: true });
fs.rmSync(reportFile, { force: true });
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
// One more than there are processors: browser tests spend a good part of their time waiting.
const workers = Math.min(4, os.availableParallelism() + 1);
const { status } = spawnSync(
  process.execPath,
  // Jest alone leaves one processor idle; each browser test takes a good part of a GB.
  // A browser that a failed test left open must not hold up the result.
  [
    jest,
    `--maxWorkers=${workers}`,
    '--forceExit',
    '--json',
    `--outputFile=${reportFile}`,
    ...process.argv.slice(2),
  ],
  // With --json jest repeats the whole report on standard output; people read the one on standard error.
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
);
const { passed, failed } = counts(reportFile);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = status === 0 && failed === 0 ? 0 : 1;
