import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';

const file = path.resolve(__dirname, '../../manifest.xml');

test('Office’s own tool can read the manifest', async () => {
  const manifest = await OfficeAddinManifest.readManifestFile(file);
  expect(manifest).toMatchObject({ displayName: '服务测评助手', defaultLocale: 'zh-CN', hosts: ['Workbook'] });
  expect(manifest.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(manifest.version).toMatch(/^\d+(\.\d+){3}$/);
});
