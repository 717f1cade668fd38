// npm start [-- IN.xlsx] [-- --port N --no-open]: the demo, from a fresh clone to an open browser.
const { spawn } = require('node:child_process');
const path = require('node:path');
const { ensurePackages, root } = require('./packages.cjs');
const { giveUp, Refusal } = require('./refusal.cjs');
const { findWorkbook } = require('./workbook-file.cjs');

const defaultPort = 3000;
const sample = path.join(root, 'tests', 'samples', 'worked-examples.xlsx');
const usage = '用法:npm start [-- 工作簿.xlsx] [-- --port 端口 --no-open]';

/** @returns {{ workbook: string | null, port: number, open: boolean }} */
function parseArguments(args) {
  const options = { workbook: null, port: defaultPort, open: true };
  const rest = args.filter((arg) => arg !== '--');
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--no-open') options.open = false;
    else if (arg === '--port') options.port = parsePort(rest.shift());
    else if (arg.startsWith('--port=')) options.port = parsePort(arg.slice('--port='.length));
    else if (arg.startsWith('--')) throw new Refusal(`不认识的选项:${arg}\n${usage}`);
    else if (options.workbook !== null) throw new Refusal(`只能打开一个工作簿,多出了:${arg}\n${usage}`);
    else options.workbook = arg;
  }
  return options;
}

function parsePort(text) {
  const port = Number(text);
  if (text && Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Refusal(`端口应是 0 到 65535 的整数,收到的是:${text ?? '(空)'}\n${usage}`);
}

/**
 * Builds what has changed and serves it.
 * `apart`: the pane comes from an origin of its own, which the browser is asked to give a process of its own, as Excel on the
 * web does by coming from another site.
 * @param {{ workbook: string, port: number, apart?: boolean }} options  absolute path of a workbook; port 0 takes any
 */
async function startDemo({ workbook, port, apart = false }) {
  const { buildPane, buildPage } = require('./build.cjs');
  const { serve } = require('./server.cjs');
  const site = {
    // The pane stands where manifest.xml says it does, so that the same server does for a side-loaded add-in.
    folders: [
      ['/office-js/', path.join(root, 'node_modules', '@microsoft', 'office-js', 'dist')],
      ['/', buildPage()],
      ['/', buildPane()],
    ],
    files: { '/workbook.xlsx': workbook },
    workbookName: path.basename(workbook),
  };
  const certificateFolder = path.join(root, '.cache', 'certificate');
  const page = await serve(site, { port, certificateFolder });
  if (!apart) return page;
  const pane = await serve({ ...site, headers: OWN_PROCESS }, { port: 0, certificateFolder });
  return {
    ...page,
    url: `${page.url}?pane=${encodeURIComponent(pane.url)}`,
    close: async () => void (await Promise.all([page.close(), pane.close()])),
  };
}

/** Only the port differs, for office.js wants the host name of whom it talks to: one site for the browser, but two origins. */
const OWN_PROCESS = { 'origin-agent-cluster': '?1' };

/** Opens the address as the system opens addresses; where that fails the printed address is enough. */
function openBrowser(url) {
  const [command, args] = {
    darwin: ['open', [url]],
    win32: ['cmd', ['/c', 'start', '', url]],
  }[process.platform] ?? ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

async function main() {
  const options = parseArguments(process.argv.slice(2));
  const workbook = options.workbook
    ? findWorkbook(options.workbook, process.env.INIT_CWD ?? process.cwd())
    : sample;
  ensurePackages();
  const server = await startDemo({ workbook, port: options.port });
  if (options.port !== 0 && server.port !== options.port) {
    console.log(`端口 ${options.port} 已被占用,改用 ${server.port}。`);
  }
  console.log(`演示已启动:${server.url}`);
  console.log(`工作簿:${workbook}`);
  console.log(
    `浏览器若提示“连接不是私密连接”,请选“高级 → 继续前往 localhost”;要长期信任,请导入 ${server.certificate}`,
  );
  console.log('按 Ctrl+C 结束。');
  if (options.open) openBrowser(server.url);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

if (require.main === module) main().catch(giveUp);

module.exports = { startDemo };
