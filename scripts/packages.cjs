// Sets up node_modules where it is missing or does not fit the lock file, so that every command of the README works
// on a fresh clone. Plain Node, no packages: there are none yet.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const lockFile = path.join(root, 'package-lock.json');
const installedLock = path.join(root, 'node_modules', '.package-lock.json');

/** Installs what is missing. Everything npm says goes to standard error: standard output belongs to the caller. */
function ensurePackages() {
  requireNode20();
  if (packagesFit()) return;
  if (isLink(path.join(root, 'node_modules'))) {
    console.error(
      '提示:node_modules 是一个链接,与 package-lock.json 不完全一致;不自动安装,请在它所在的目录安装。',
    );
    return;
  }
  console.error('正在安装所需的软件包(首次约需一两分钟)……');
  const [command, ...first] = npmCommand();
  const { status } = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && first.length === 0,
  });
  if (status !== 0) {
    console.error('软件包安装失败。请检查能否访问 npm 软件源(npm config get registry),然后重试。');
    process.exit(2);
  }
  // npm may leave an older time on it than a fresh clone's lock file has; the quick check below goes by the time.
  touch(installedLock);
}

function requireNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  console.error(
    `需要 Node.js 20 或更新版本,当前是 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`,
  );
  process.exit(2);
}

/** By time first, which costs nothing; a lock file that only looks newer is compared by content. */
function packagesFit() {
  const installed = modified(installedLock);
  if (installed === null) return false;
  if (installed >= (modified(lockFile) ?? 0)) return true;
  const wanted = readPackages(lockFile);
  const there = readPackages(installedLock);
  const fit = Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || entry.peer || there[name]?.version === entry.version,
  );
  return fit;
}

function readPackages(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
}

function modified(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function isLink(file) {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function touch(file) {
  if (fs.existsSync(file)) fs.utimesSync(file, new Date(), new Date());
}

/** The npm that called us, or the one on the PATH. */
function npmCommand() {
  const caller = process.env.npm_execpath;
  return caller && /\.c?js$/.test(caller) ? [process.execPath, caller] : ['npm'];
}

module.exports = { ensurePackages, root };
