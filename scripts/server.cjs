// Serves the demo over https on this machine alone: the page, the pane, the workbook, and office.js straight from
// node_modules. office.js speaks only with an https page of the same host name, hence one server for all of it.
const fs = require('node:fs');
const https = require('node:https');
const path = require('node:path');
const { localCertificate } = require('./certificate.cjs');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * @typedef {object} Site
 * @property {[string, string][]} folders      address prefix (`/office-js/`) and folder, tried in this order
 * @property {Record<string, string>} files    address → file
 * @property {string} workbookName             shown as the title, and the name of the download
 * @property {Record<string, string>} [headers]  sent along with every file
 */

/**
 * Starts the server on the first free port from `port` on (0: any).
 * @param {Site} site
 * @param {{ port: number, certificateFolder: string }} options
 * @returns {Promise<{ url: string, port: number, certificate: string, close(): Promise<void> }>}
 */
async function serve(site, { port, certificateFolder }) {
  const { key, cert, file } = await localCertificate(certificateFolder);
  const answer = (request, response) => respond(site, request, response);
  for (let next = port; ; next += 1) {
    try {
      const servers = await listen({ key, cert }, answer, next);
      const bound = servers[0].address().port;
      return {
        url: `https://localhost:${bound}/`,
        port: bound,
        certificate: file,
        close: async () => void (await Promise.all(servers.map(stop))),
      };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || next === 0 || next >= Math.min(port + 50, 65535)) throw error;
    }
  }
}

/** Both meanings of localhost, so that another program on the other one is not opened by mistake. */
async function listen(credentials, answer, port) {
  const first = await open(credentials, answer, port, '127.0.0.1');
  try {
    return [first, await open(credentials, answer, first.address().port, '::1')];
  } catch (error) {
    if (error.code !== 'EADDRINUSE') return [first];
    await stop(first);
    throw error;
  }
}

function open(credentials, answer, port, host) {
  const server = https.createServer(credentials, answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function stop(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function respond(site, request, response) {
  const address = readableAddress(request.url);
  const file = address === null ? null : locate(site, address);
  const stat = file === null ? undefined : fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || !['GET', 'HEAD'].includes(request.method)) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('没有这个地址');
    return;
  }
  response.writeHead(200, {
    'content-type': types[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': stat.size,
    'cache-control': 'no-store',
    'x-workbook-name': encodeURIComponent(site.workbookName),
    ...site.headers,
  });
  if (request.method === 'HEAD') response.end();
  else fs.createReadStream(file).pipe(response);
}

/** The path of an address as text; `null` where it cannot be read. */
function readableAddress(url) {
  try {
    return decodeURIComponent(new URL(url, 'https://localhost').pathname);
  } catch {
    return null;
  }
}

/** The file behind an address, `null` where there is none. Never leaves the folders. */
function locate(site, address) {
  if (site.files[address]) return site.files[address];
  for (const [prefix, folder] of site.folders) {
    if (!address.startsWith(prefix)) continue;
    const inside = address.slice(prefix.length) || 'index.html';
    // office.js asks for `AgaveErrorUX/`, its package writes that folder in small letters.
    for (const name of [inside, inside.toLowerCase()]) {
      const file = path.join(folder, name);
      if (file.startsWith(folder + path.sep) && fs.existsSync(file)) return file;
    }
  }
  return null;
}

module.exports = { serve };
