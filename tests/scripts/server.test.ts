import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../scripts/server.cjs';

const folder = mkdtempSync(path.join(tmpdir(), 'server-'));
const certificateFolder = path.join(folder, 'certificate');
const site = {
  folders: [
    ['/lib/', path.join(folder, 'lib')],
    ['/', path.join(folder, 'page')],
    ['/', path.join(folder, 'pane')],
  ] as [string, string][],
  files: { '/workbook.xlsx': path.join(folder, 'book.xlsx') },
  workbookName: '汇总.xlsx',
};

beforeAll(() => {
  for (const name of ['lib/sub', 'page', 'pane']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'lib/sub/a.js'), 'lib');
  writeFileSync(path.join(folder, 'page/index.html'), 'page');
  writeFileSync(path.join(folder, 'pane/taskpane.html'), 'pane');
  writeFileSync(path.join(folder, 'book.xlsx'), 'book');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly name: string;
}

/** Asks with the server's own certificate as the only trusted one. */
function ask(port: number, address: string, host = 'localhost'): Promise<Answer> {
  const ca = readFileSync(path.join(certificateFolder, 'localhost.crt'));
  return new Promise((resolve, reject) => {
    const request = https.request({ host, port, path: address, ca, agent: false }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode, body, name: String(response.headers['x-workbook-name']) }),
      );
    });
    request.on('error', reject).end();
  });
}

test('serves page, pane, library and workbook under a certificate that can be trusted', async () => {
  const server = await serve(site, { port: 0, certificateFolder });
  const body = async (address: string): Promise<string> => (await ask(server.port, address)).body;
  expect(await body('/')).toBe('page');
  expect(await body('/taskpane.html')).toBe('pane');
  expect(await body('/lib/SUB/a.js')).toBe('lib');
  const workbook = await ask(server.port, '/workbook.xlsx', '127.0.0.1');
  expect(workbook.body).toBe('book');
  expect(decodeURIComponent(workbook.name)).toBe('汇总.xlsx');
  await server.close();
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/lib/..%2f..%2fsecret.txt',
  '/nothing',
  '/lib',
  '/%E0%A4%A',
])('%s leads nowhere', async (address) => {
  const server = await serve(site, { port: 0, certificateFolder });
  const { status, body } = await ask(server.port, address);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
  await server.close();
});

test('a busy port: the next one', async () => {
  const first = await serve(site, { port: 0, certificateFolder });
  const second = await serve(site, { port: first.port, certificateFolder });
  expect(second.port).toBeGreaterThan(first.port);
  await Promise.all([first.close(), second.close()]);
});

test('the certificate is kept', async () => {
  const server = await serve(site, { port: 0, certificateFolder });
  const before = readFileSync(server.certificate, 'utf8');
  await server.close();
  await (await serve(site, { port: 0, certificateFolder })).close();
  expect(readFileSync(server.certificate, 'utf8')).toBe(before);
});
