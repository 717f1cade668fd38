// Once before the end-to-end tests: builds page and pane, unpacks the browser. A failure is handed to those tests
// instead of thrown, so that all others still run.
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('../../scripts/packages.cjs');

const cache = path.join(root, '.cache', 'browser');

/** The browser of the package (about 200 MB unpacked, kept in .cache), and libraries where the system has none. */
async function unpackBrowser() {
  fs.mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache;
  const chromium = require('@sparticuz/chromium').default ?? require('@sparticuz/chromium');
  let program = await chromium.executablePath();
  let libraries = '';
  if (!starts(program, libraries)) {
    // A broken unpacking first, then missing system libraries: the package brings the usual ones along.
    fs.rmSync(program, { force: true });
    program = await chromium.executablePath();
    if (!starts(program, libraries)) {
      const folder = path.dirname(require.resolve('@sparticuz/chromium'));
      const { inflate } = require(path.join(folder, 'lambdafs.cjs'));
      libraries = path.join(await inflate(path.join(folder, '..', '..', 'bin', 'al2023.tar.br')), 'lib');
      console.error('浏览器缺少系统库(如 libnss3),改用软件包自带的库。');
    }
  }
  return { program, libraries };
}

function starts(program, libraries) {
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
  return spawnSync(program, ['--version'], { env }).status === 0;
}

/** Builds in a process of its own: with two processors, page and pane take no longer than one of them. */
function built(what) {
  const call = `require(${JSON.stringify(path.join(root, 'scripts', 'build.cjs'))}).${what}()`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', call], { cwd: root, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`${what} failed`))));
  });
}

module.exports = async () => {
  const before = process.env.TMPDIR;
  try {
    await Promise.all([built('buildPage'), built('buildPane')]);
    const { program, libraries } = await unpackBrowser();
    process.env.E2E_BROWSER = program;
    process.env.E2E_LIBRARIES = libraries;
  } catch (error) {
    process.env.E2E_FAILURE = error instanceof Error ? error.message : String(error);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};
