import { strFromU8, strToU8, zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsOf, partText } from '../../../tests/contract/archive';
import { parseCellName } from '../../model';
import type { UndoChange } from '../../workbook/host';
import { valueAt } from '../../workbook/snapshot';
import { applyChanges, readWorkbook } from './bytes';
import { readDirectory } from './zip/directory';
import { packedBytes } from './zip/unpack';

const FOLDER = join(__dirname, '../../../tests/samples');
const MACRO_BOOK = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx'));

function sample(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, file)));
}

/** Parts that differ, came or went. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const all = new Set([...Object.keys(old), ...Object.keys(now)]);
  const differs = (path: string): boolean =>
    !old[path] || !now[path] || Buffer.compare(old[path], now[path]) !== 0;
  return [...all].filter(differs).sort();
}

test.each(SAMPLES)('%s: a changed cell changes its sheet alone', (file) => {
  const before = sample(file);
  const name = readWorkbook(before, file).sheets[1]!.name;
  const after = applyChanges(before, [
    { kind: 'setCells', sheet: name, cells: [{ row: 40, column: 30, value: 5 }] },
  ]);
  expect(changedParts(before, after)).toEqual(['xl/worksheets/sheet2.xml']);
  expect(valueAt(readWorkbook(after, file).sheets[1]!, 40, 30)).toBe(5);
});

test.each(SAMPLES)('%s: what is read after a write is what was there, but for the change', (file) => {
  const before = readWorkbook(sample(file), file);
  const after = readWorkbook(
    applyChanges(sample(file), [{ kind: 'setMemory', xml: '<m xmlns="urn:service-score:memory:1"/>' }]),
    file,
  );
  expect(after.sheets).toEqual(before.sheets);
});

describe('existing-summary.xlsx, two persons added above the footer', () => {
  const sheet = '客户服务质量测评汇总表';
  const before = sample('existing-summary.xlsx');
  const changes: UndoChange[] = [
    { kind: 'insertRows', sheet, row: 22, count: 2, formatOf: 21 },
    {
      kind: 'setCells',
      sheet,
      cells: [
        { row: 3, column: 4, value: 4 },
        { row: 22, column: 2, value: '新人' },
        { row: 23, column: 4, value: 5 },
      ],
    },
  ];
  const after = applyChanges(before, changes);
  const summary = readWorkbook(after, null).sheets.at(-1)!;
  const at = (name: string) => {
    const { row, column } = parseCellName(name)!;
    return valueAt(summary, row, column);
  };

  test('changes the sheet and the print area alone', () => {
    expect(changedParts(before, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet10.xml']);
    expect(partText(after, 'xl/workbook.xml')).toContain("'客户服务质量测评汇总表'!$A$1:$P$32");
  });

  test('footer, department block and signatures stand two rows further down', () => {
    expect([at('A25'), at('A27'), at('A28'), at('C23'), at('P22')]).toEqual([
      '合计',
      '部(所)',
      '城东营销部',
      '新人',
      '留言21:请核对',
    ]);
    expect(String(at('A32'))).toContain('制表');
  });

  test('the footer formula is that of Excel: a range does not grow by rows that come below it', () => {
    expect([...summary.formulas.values()]).toEqual(['=SUM(E4:E22)', '=SUM(N4:N22)']);
  });

  test('deleting the rows and blanking the cell brings the sheet back', () => {
    const back = applyChanges(after, [
      { kind: 'deleteRows', sheet, row: 22, count: 2 },
      { kind: 'setCells', sheet, cells: [{ row: 3, column: 4, value: '' }] },
    ]);
    expect(readWorkbook(back, null)).toEqual(readWorkbook(before, null));
  });
});

test('a workbook with macros and pictures keeps them as they are packed', () => {
  const macros = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251));
  const parts = { ...partsOf(sample('worked-examples.xlsx')) };
  const types = strFromU8(parts['[Content_Types].xml']!);
  const before = zipSync({
    ...parts,
    '[Content_Types].xml': strToU8(
      types
        .replace('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', MACRO_BOOK)
        .replace(
          '<Override',
          '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
        ),
    ),
    'xl/vbaProject.bin': new Uint8Array(macros),
    'xl/media/image1.png': [new Uint8Array(macros), { level: 0 }],
  });
  const change: UndoChange = {
    kind: 'setCells',
    sheet: '人员名册',
    cells: [{ row: 1, column: 1, value: '改' }],
  };
  const after = applyChanges(before, [change], '带宏.xlsm');
  expect(changedParts(before, after)).toEqual(['xl/worksheets/sheet1.xml']);
  const packed = (bytes: Uint8Array) =>
    new Map(
      readDirectory(bytes, 100).map((entry) => [entry.name, [entry.method, ...packedBytes(bytes, entry)]]),
    );
  const [old, now] = [packed(before), packed(after)];
  for (const path of ['xl/vbaProject.bin', 'xl/media/image1.png', 'xl/styles.xml']) {
    expect([path, now.get(path)]).toEqual([path, old.get(path)]);
  }
});
