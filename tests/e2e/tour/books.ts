import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sample } from '../demo';

const cache = path.resolve(__dirname, '../../../.cache');

function kept(name: string, parts: Record<string, Uint8Array>): string {
  const file = path.join(cache, name);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, zipSync(parts));
  return file;
}

/** Path of the sample with a summary whose sheets are all protected. */
export function protectedWorkbook(): string {
  const parts = unzipSync(readFileSync(sample('existing-summary')));
  for (const name of Object.keys(parts).filter((each) => each.startsWith('xl/worksheets/sheet'))) {
    const xml = strFromU8(parts[name]!);
    parts[name] = strToU8(xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'));
  }
  return kept('protected.xlsx', parts);
}

const LONG: readonly (readonly [string, string])[] = [
  ['李明', '阿卜杜热西提·买买提艾力江·阿不都'],
  ['周敏', '迪丽热巴·迪力木拉提·吐尔逊江·艾合买提'],
  ['示例二所', '银川市兴庆区卷烟营销服务中心第二客户服务部(所)'],
  ['示例三所', '永宁县局(营销部)闽宁镇贺兰山西麓葡萄酒长廊专卖管理所'],
];

/** Path of the worked examples with names as long as they come. */
export function longNames(): string {
  const parts = unzipSync(readFileSync(sample('worked-examples')));
  for (const name of Object.keys(parts).filter((each) => /sharedStrings|worksheets\/sheet/.test(each))) {
    const xml = strFromU8(parts[name]!);
    parts[name] = strToU8(LONG.reduce((text, [short, long]) => text.replaceAll(short, long), xml));
  }
  return kept('long-names.xlsx', parts);
}
