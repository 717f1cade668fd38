import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createBytesHost } from '../../hosts/file/bytes';
import type { BytesHost } from '../../hosts/file/bytes';
import { yinchuan2008 } from '../../schemes';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { parseCellName } from '../../model';
import type { UndoChange } from '../../workbook/host';
import { readMemory, writeMemory } from '../../workbook/memory';
import { SEAL_ENTRY } from '../../workbook/seal';
import { type Snapshot, valueAt } from '../../workbook/snapshot';
import { evaluate } from '../evaluate';
import { fillSummary } from '../fill';
import { sealWorkbook } from './seal';
import { verifySeal } from './verify';

jest.setTimeout(60_000);

const scheme = yinchuan2008();
const SUMMARY = '客户服务质量测评汇总表';
const clock = () => new Date(2008, 6, 5, 10, 30);

async function sealed(name: string): Promise<BytesHost> {
  const host = createBytesHost(sampleBytes(name), `${name}.xlsx`);
  await fillSummary(host, scheme);
  const outcome = await sealWorkbook(host, scheme, clock);
  expect(outcome.kind).toBe('sealed');
  return host;
}

const verified = async (host: BytesHost) => verifySeal(await host.read(), scheme);

function cells(sheet: string, entries: Readonly<Record<string, string | number>>): UndoChange {
  const placed = Object.entries(entries).map(([name, value]) => ({ ...parseCellName(name)!, value }));
  return { kind: 'setCells', sheet, cells: placed };
}

function renamed(snapshot: Snapshot, suffix: string): Snapshot {
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, name: sheet.name + suffix })) };
}

/** Every cell gets another fill, every column another width: what somebody does who likes it colourful. */
function recoloured(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (part: string, change: (xml: string) => string): void => {
    parts[part] = strToU8(change(strFromU8(parts[part]!)));
  };
  const styles = strFromU8(parts['xl/styles.xml']!);
  const list = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)![1]!;
  const formats = list.match(/<xf\b/g)!.length;
  const yellow = styles.match(/<fill>/g)!.length;
  const painted = list.replace(/fillId="\d+"/g, `fillId="${yellow}" applyFill="1"`);
  edit('xl/styles.xml', (xml) =>
    xml
      .replace(/(<fills count=")\d+/, `$1${yellow + 1}`)
      .replace(
        '</fills>',
        '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>',
      )
      .replace(/<cellXfs[^>]*>/, `<cellXfs count="${formats * 2}">`)
      .replace(
        '</cellXfs>',
        `${painted.replace(/applyFill="1"(.*?)applyFill="\d"/g, 'applyFill="1"$1')}</cellXfs>`,
      ),
  );
  for (const part of Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))) {
    edit(part, (xml) =>
      xml
        .replace(
          /(<c\b[^>]*\bs=")(\d+)"/g,
          (_, head: string, index: string) => `${head}${Number(index) + formats}"`,
        )
        .replace(/(<col\b[^>]*\bwidth=")[\d.]+"/g, '$133"'),
    );
  }
  return zipSync(parts);
}

const lineCount = (snapshot: Snapshot): number =>
  snapshot.sheets
    .flatMap((sheet) => sheet.values.flat())
    .filter((value) => typeof value === 'string' && value.includes('提交凭证')).length;

describe.each(['worked-examples', 'existing-summary', 'cards'])('a sealed %s', (name) => {
  it('is intact, also sealed once more, and bears one line', async () => {
    const host = await sealed(name);
    expect((await verified(host)).kind).toBe('intact');
    await sealWorkbook(host, scheme, () => new Date(2008, 6, 6));
    expect((await verified(host)).kind).toBe('intact');
    expect(lineCount(await host.read())).toBe(1);
  });

  it('is still intact after another fill, which writes nothing', async () => {
    const host = await sealed(name);
    const again = await fillSummary(host, scheme);
    expect(again.plan?.changes).toEqual([]);
    expect((await verified(host)).kind).toBe('intact');
  });

  it('is intact after every cell was recoloured and every column made wider', async () => {
    const host = await sealed(name);
    const colourful = createBytesHost(recoloured(host.bytes), null);
    expect(colourful.bytes).not.toEqual(host.bytes);
    expect((await verified(colourful)).kind).toBe('intact');
  });

  it('has the same scores as before and no issue that it did not have', async () => {
    const host = createBytesHost(sampleBytes(name), null);
    await fillSummary(host, scheme);
    const before = evaluate(await host.read(), scheme);
    await sealWorkbook(host, scheme, clock);
    const after = evaluate(await host.read(), scheme);
    expect(after.issues).toEqual(before.issues);
    expect(after.scores.persons.map(({ score }) => score)).toEqual(
      before.scores.persons.map(({ score }) => score),
    );
  });

  it('does not hang on the names of the tabs', async () => {
    const snapshot = await (await sealed(name)).read();
    const verdict = await verifySeal(renamed(snapshot, '(2)'), scheme);
    expect(verdict).toMatchObject({ kind: 'intact' });
  });
});

describe('what verify finds', () => {
  it('names the sheet and the block of a changed deduction, and the result', async () => {
    const host = await sealed('city-matrix');
    const snapshot = await host.read();
    const { recognition } = evaluate(snapshot, scheme);
    const layout = recognition.layouts.find(({ rules }) => rules.length > 0)!;
    const { sheet } = layout;
    const row = layout.header.bottom + 3;
    const column = layout.rules[0]!.column;
    const value = Number(valueAt(sheet, row, column)) + 1;
    await host.write([{ kind: 'setCells', sheet: sheet.name, cells: [{ row, column, value }] }]);
    const verdict = await verified(host);
    if (verdict.kind !== 'changed') throw new Error(verdict.kind);
    const rows = verdict.changes.filter(({ what }) => what === 'rows');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.sheet).toBe(sheet.name);
    expect(rows[0]!.from).toBeLessThanOrEqual(row);
    expect(rows[0]!.to).toBeGreaterThanOrEqual(row);
    expect(verdict.changes.map(({ what }) => what)).toContain('result');
  });

  it('finds a figure typed over in the summary', async () => {
    const host = await sealed('existing-summary');
    await host.write([cells(SUMMARY, { J4: 99 })]);
    const verdict = await verified(host);
    expect(verdict).toMatchObject({ kind: 'changed', changes: [{ what: 'rows', sheet: SUMMARY }] });
  });

  it('does not mind an unrelated sheet, an unrelated column and moved tabs', async () => {
    const host = await sealed('worked-examples');
    const snapshot = await host.read();
    const roster = snapshot.sheets.find(({ name }) => name === '人员名册')!;
    const width = Math.max(...roster.values.map((row) => row.length));
    await host.write([
      {
        kind: 'addSheet',
        sheet: {
          name: '杂记',
          cells: [{ row: 0, column: 0, value: '草稿', style: 'text' }],
          merges: [],
          columnWidths: [10],
          headerRows: 0,
          landscape: false,
          lists: [],
        },
      },
      {
        kind: 'setCells',
        sheet: '人员名册',
        cells: [{ row: roster.top + 2, column: roster.left + width + 1, value: '看过' }],
      },
    ]);
    const after = await host.read();
    expect((await verifySeal({ ...after, sheets: [...after.sheets].reverse() }, scheme)).kind).toBe('intact');
  });

  it('finds a record that was tampered with, and one that is no record', async () => {
    const host = await sealed('worked-examples');
    const snapshot = await host.read();
    const memory = readMemory(snapshot.memory);
    const withSeal = (text: string): Snapshot => ({
      ...snapshot,
      memory: writeMemory({ ...memory, others: new Map([[SEAL_ENTRY, text]]) }),
    });
    const text = memory.others.get(SEAL_ENTRY)!;
    const verdict = await verifySeal(withSeal(text.replace('2008-07-05', '2008-07-01')), scheme);
    expect(verdict).toMatchObject({ kind: 'changed' });
    expect(verdict.kind === 'changed' && verdict.changes.map(({ what }) => what)).toEqual(['record', 'line']);
    expect(await verifySeal(withSeal('{"version":1}'), scheme)).toMatchObject({
      kind: 'changed',
      seal: null,
    });
    expect(await verifySeal({ ...snapshot, memory: null }, scheme)).toEqual({ kind: 'none' });
  });

  it('finds a changed setting, a sheet that went and one that came', async () => {
    const host = await sealed('worked-examples');
    const snapshot = await host.read();
    const memory = readMemory(snapshot.memory);
    const set = writeMemory({ ...memory, rulings: { qualifyingLine: 60 } });
    const kinds = async (changed: Snapshot) => {
      const verdict = await verifySeal(changed, scheme);
      return verdict.kind === 'changed' ? verdict.changes.map(({ what }) => what) : [];
    };
    expect(await kinds({ ...snapshot, memory: set })).toEqual(expect.arrayContaining(['settings', 'result']));
    const [first] = snapshot.sheets.filter(({ name }) => name.includes('投诉'));
    const without = snapshot.sheets.filter((sheet) => sheet !== first);
    expect(await kinds({ ...snapshot, sheets: without })).toContain('sheet-gone');
    const twice = { ...first!, name: '又一张' };
    expect(await kinds({ ...snapshot, sheets: [...snapshot.sheets, twice] })).toContain('sheet-added');
  });
});

it('is refused where there are errors, and nothing is written', async () => {
  const host = createBytesHost(sampleBytes('list-with-defects'), null);
  const before = host.bytes;
  const outcome = await sealWorkbook(host, scheme, clock);
  expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('错误') as string });
  expect(host.bytes).toBe(before);
});
