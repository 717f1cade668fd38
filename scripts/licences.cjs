// npm run licences: writes docs/licences.md, the packages whose code ships (pane, command line) with their licences.
// npm run licences -- --check fails where the file is not what would be written. Reads the installed packages alone.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const target = path.join(root, 'docs', 'licences.md');
/** Licences under which code may be passed on with this project's own. */
const ALLOWED = new Set(['MIT', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC']);

/** Folder of a package as Node finds it from another package's folder; `null` where it is not installed. */
function find(name, from) {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const at = path.join(folder, 'node_modules', name);
    if (fs.existsSync(path.join(at, 'package.json'))) return at;
    if (folder === path.dirname(folder)) return null;
  }
}

/** Every package that `dependencies` lead to, types left out: they are no code. */
function shipped() {
  const found = new Map();
  const waiting = [root];
  while (waiting.length > 0) {
    const from = waiting.pop();
    const { dependencies = {} } = JSON.parse(fs.readFileSync(path.join(from, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) {
      const at = find(name, from);
      if (at === null) throw new Error(`${name} is not installed: run npm ci`);
      if (found.has(at)) continue;
      found.set(at, JSON.parse(fs.readFileSync(path.join(at, 'package.json'), 'utf8')));
      waiting.push(at);
    }
  }
  return [...found.values()].filter(({ name }) => !name.startsWith('@types/'));
}

function document() {
  const rows = shipped()
    .map(({ name, version, license }) => ({ name, version, license: String(license ?? '?') }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  const refused = rows.filter(
    ({ license }) =>
      !license
        .replace(/[()]/g, '')
        .split(' OR ')
        .some((each) => ALLOWED.has(each)),
  );
  if (refused.length > 0)
    throw new Error(
      `licence to be looked at: ${refused.map(({ name, license }) => `${name} ${license}`).join(', ')}`,
    );
  const unique = [
    ...new Set(rows.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)),
  ];
  return `# 随产品分发的软件包与许可证

由 \`npm run licences\` 生成,请勿手改;\`npm run licences -- --check\` 核对。本项目自身的许可证见 LICENSE。
office.js 由 Microsoft 的服务器提供,不随产品分发。

| 软件包 | 版本 | 许可证 |
|---|---|---|
${unique.join('\n')}
`;
}

function main() {
  const text = document();
  if (!process.argv.includes('--check')) return fs.writeFileSync(target, text);
  if (fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text) return undefined;
  console.error('docs/licences.md 与已安装的软件包不符,请运行 npm run licences。');
  process.exitCode = 1;
  return undefined;
}

main();
