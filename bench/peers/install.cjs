// Peers are installed here, in a folder of their own under .cache: they are no packages of this project.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('../../scripts/packages.cjs');

const folder = path.join(root, '.cache', 'bench-peers');
/** Installing takes a while on a slow line; then the peer is left out and the table says so. */
const PATIENCE_MS = 180_000;

/** Whether the package stands in `folder`, after having tried to install it in exactly this version. */
function installed(name, version) {
  const has = () => {
    const file = path.join(folder, 'node_modules', name, 'package.json');
    return fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')).version === version;
  };
  if (has()) return true;
  fs.mkdirSync(folder, { recursive: true });
  const list = path.join(folder, 'package.json');
  if (!fs.existsSync(list)) fs.writeFileSync(list, '{ "private": true }\n');
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', `${name}@${version}`], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    timeout: PATIENCE_MS,
  });
  return has();
}

module.exports = { folder, installed };
