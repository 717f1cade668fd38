import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

test('Office’s own tool can read the manifest', () => {
  // Run as a program: the package cannot be loaded inside jest.
  const tool = path.join(path.dirname(require.resolve('office-addin-manifest/package.json')), 'cli.js');
  const info = execFileSync(process.execPath, [tool, 'info', path.join(root, 'manifest.xml')], {
    encoding: 'utf8',
  });
  expect(info).toContain('服务测评助手');
  expect(info).toContain('Workbook');
  expect(info).toMatch(/Id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/);
});
