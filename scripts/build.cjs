// What the commands build for themselves, each only where the sources have changed since.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { isFresh } = require('./freshness.cjs');
const { root } = require('./packages.cjs');
const { Refusal } = require('./refusal.cjs');
const { contentSecurityPolicy } = require('../build/content-security-policy.cjs');
const { stampOf } = require('../build/stamp.cjs');

const at = (...parts) => path.join(root, ...parts);
const settings = ['webpack.config.js', 'package.json', 'tsconfig.json', 'build'].map((name) => at(name));
const demoFolder = at('dist', 'demo');
const shippedFolder = at('dist', 'addin');
const cliFile = at('dist', 'cli', 'service-score.js');

/** Where the development server shows the office.js of node_modules; never copied. */
const officeJsPath = '/office-js/office.js';

/**
 * The production pane for the demo, in a folder of its own: `dist/addin` is what gets deployed and must not end up
 * with the demo's office.js address in it.
 */
function buildPane() {
  const output = path.join(demoFolder, 'addin');
  const guide = [at('docs', 'guide.md'), at('docs', 'images', 'guide')];
  const sources = [at('src'), at('assets'), at('manifest.xml'), ...guide, ...settings];
  if (isFresh(stampOf(output), sources)) return output;
  if (isFresh(stampOf(shippedFolder), sources) && copyShipped(output)) return output;
  console.error('正在构建任务窗格……');
  webpack(['--config-name', 'addin', '--output-path', output], { OFFICE_JS_URL: officeJsPath });
  return output;
}

/**
 * `npm run build` has made the same pane: only its page names another office.js. False where it was made otherwise, and
 * nothing is copied then.
 */
function copyShipped(output) {
  const made = JSON.parse(fs.readFileSync(stampOf(shippedFolder), 'utf8'));
  if (made.mode !== 'production' || made.baseUrl !== 'https://localhost:3000/') return false;
  const page = fs.readFileSync(path.join(shippedFolder, 'taskpane.html'), 'utf8');
  const parts = [made.officeJs, contentSecurityPolicy(made.officeJs)];
  if (parts.some((part) => page.split(part).length !== 2)) return false;
  fs.rmSync(output, { recursive: true, force: true });
  fs.cpSync(shippedFolder, output, { recursive: true });
  fs.writeFileSync(
    path.join(output, 'taskpane.html'),
    page.replace(parts[1], contentSecurityPolicy(officeJsPath)).replace(parts[0], officeJsPath),
  );
  fs.writeFileSync(stampOf(output), JSON.stringify({ ...made, officeJs: officeJsPath }));
  return true;
}

/** The page that stands in for Excel. */
function buildPage() {
  const output = path.join(demoFolder, 'page');
  const stamp = path.join(demoFolder, '.page-built');
  const sources = ['model', 'workbook', 'hosts/file'].map((room) => at('src', room));
  if (isFresh(stamp, [at('emulator'), ...sources, ...settings])) return output;
  console.error('正在构建演示页面……');
  webpack(['--config', at('emulator', 'demo', 'webpack.config.cjs')], {});
  fs.writeFileSync(stamp, '');
  return output;
}

/** The command line, one file. Built beside and renamed, so that a call at the same time never sees half of it. */
function buildCli() {
  if (isFresh(cliFile, [at('src'), ...settings])) return cliFile;
  const fresh = at('dist', `.cli-${process.pid}`);
  webpack(['--config-name', 'cli', '--output-path', fresh], {});
  fs.mkdirSync(path.dirname(cliFile), { recursive: true });
  for (const name of fs.readdirSync(fresh)) {
    fs.renameSync(path.join(fresh, name), path.join(path.dirname(cliFile), name));
  }
  fs.rmSync(fresh, { recursive: true });
  const now = new Date();
  fs.utimesSync(cliFile, now, now);
  return cliFile;
}

/** Runs webpack; all that it says goes to standard error. Throws where the build fails. */
function webpack(args, env) {
  const program = at('node_modules', 'webpack', 'bin', 'webpack.js');
  const { status } = spawnSync(process.execPath, [program, '--mode', 'production', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Refusal('构建失败,原因见上面的输出。');
}

module.exports = { buildPane, buildPage, buildCli };
