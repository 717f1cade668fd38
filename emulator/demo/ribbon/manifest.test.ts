/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readRibbon } from './manifest';

const manifest = readFileSync(path.resolve(__dirname, '../../../manifest.xml'), 'utf8');

test('the ribbon is what manifest.xml says', () => {
  const ribbon = readRibbon(manifest);
  expect(ribbon.tab).toBe('服务测评');
  const buttons = ribbon.groups.flatMap((group) => group.buttons);
  expect(buttons.map(({ label }) => label)).toEqual(['打开面板', '填写汇总表', '提交前校验', '清除标记']);
  expect(buttons.map(({ action }) => action.kind)).toEqual([
    'showPane',
    'runFunction',
    'runFunction',
    'runFunction',
  ]);
  expect(buttons.every(({ icon, tip }) => /-80\.png$/.test(icon) && tip !== '')).toBe(true);
  expect(ribbon.paneUrl).toMatch(/taskpane\.html$/);
});

test('a resource that is not there is named', () => {
  expect(() => readRibbon(manifest.replace('String id="FillSummary.Label"', 'String id="Other"'))).toThrow(
    'FillSummary.Label',
  );
});
