import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { buildWorkbook } from '../../../tests/contract/buildWorkbook';
import { expectRefusal } from '../../../tests/contract/refusal';
import { NODE } from './nodeMachine';
import { readWorkbook } from './read/readWorkbook';
import { PORTABLE } from './machine';
import { LIMITS } from './zip/limits';

const BOOK = buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1 } }] });
const SHEET = 'xl/worksheets/sheet1.xml';
const HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const TAIL = '</sheetData></worksheet>';

/** The workbook with parts put in the place of others, or beside them. */
function withParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(parts).map(([path, part]) => [
    path,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync({ ...unzipSync(BOOK), ...(Object.fromEntries(bytes) as Zippable) });
}

/** The bytes with the 32-bit field of the directory entry of that part changed. */
function tampered(bytes: Uint8Array, part: string, field: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const name = strToU8(part);
  for (let at = copy.length - 46; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (name.every((byte, index) => copy[at + 46 + index] === byte)) view.setUint32(at + field, value, true);
  }
  return copy;
}

const BOMB = withParts({ [SHEET]: HEAD + ' '.repeat(8_000_000) + TAIL });
const SIZE = 24;

describe.each([
  ['in Node', NODE],
  ['in a browser', PORTABLE],
])('%s', (_, machine) => {
  const limits = {
    ...LIMITS,
    file: 9e6,
    entries: 100,
    part: 4e6,
    unpacked: 6e6,
    sheets: 50,
    cells: 1e5,
    places: 1e6,
  };
  const refused = (bytes: Uint8Array, code: 'damaged' | 'too-large', words = ''): void =>
    expectRefusal(() => readWorkbook(bytes, '评分.xlsx', { machine, limits }), code, words);

  test('a part that unpacks to more than is allowed', () => refused(BOMB, 'too-large', '“评分.xlsx”'));

  test('one that declares less than it unpacks to', () => {
    refused(tampered(BOMB, SHEET, SIZE, 100), 'damaged');
    refused(tampered(BOMB, SHEET, SIZE, 3_000_000), 'damaged');
  });

  test('one that declares more than there is', () => {
    refused(tampered(BOOK, SHEET, SIZE, 3_000_000), 'damaged');
    refused(tampered(BOOK, SHEET, SIZE, 0xfffffff0), 'too-large');
  });

  test('many parts that are too much together', () => {
    const big = HEAD + ' '.repeat(3_000_000) + TAIL;
    const sheets = ['一', '二', '三'].map((name) => ({ name, cells: {} }));
    const parts = Object.fromEntries([1, 2, 3].map((n) => [`xl/worksheets/sheet${n}.xml`, big]));
    refused(buildWorkbook({ sheets, parts }), 'too-large');
  });
});

describe('XML that is meant to do harm', () => {
  test.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['entities of entities', '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>', '&y;'],
  ])('%s', (_, declaration, use) => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>${use}</t></is></c></row>`;
    for (const path of [SHEET, 'xl/workbook.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels']) {
      const own = path === SHEET ? HEAD + rows + TAIL : new TextDecoder().decode(unzipSync(BOOK)[path]);
      expectRefusal(() => readWorkbook(withParts({ [path]: declaration + own }), '表.xlsx'), 'damaged');
    }
  });

  // Each of these takes hours where a search starts over at every tag.
  const many = 400_000;
  test.each([
    ['tags that are never closed', HEAD + '<row r="1"><c r='.repeat(many)],
    ['quotes that are never closed', HEAD + '<row a="'.repeat(many) + TAIL],
    ['comments that are never closed', HEAD + '<!--'.repeat(many) + TAIL],
    ['CDATA that is never closed', HEAD + '<![CDATA['.repeat(many) + TAIL],
    ['cells that are never closed', `${HEAD}<row>${'<c '.repeat(many)}</row>${TAIL}`],
    ['cells within cells', `${HEAD}<row>${'<c>'.repeat(many)}</row>${TAIL}`],
    ['rows within rows', HEAD + '<row>'.repeat(many) + TAIL],
    ['a sheet that ends in the middle', `${HEAD}<row r="1"><c r="A1"><v>1</v></c>`],
    ['nothing but opening signs', '<'.repeat(many)],
    [
      'texts that are never closed',
      `${HEAD}<row><c t="inlineStr"><is>${'<t>'.repeat(many)}</is></c></row>${TAIL}`,
    ],
    ['a column beyond all', `${HEAD}<row r="1"><c r="ZZZZ1"><v>1</v></c></row>${TAIL}`],
  ])('%s', (_, xml) => {
    expectRefusal(() => readWorkbook(withParts({ [SHEET]: xml }), '表.xlsx', { machine: NODE }), 'damaged');
  });

  test('a million styles', () => {
    const styles = `<styleSheet><cellXfs>${'<xf numFmtId="9"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`;
    expectRefusal(
      () => readWorkbook(withParts({ 'xl/styles.xml': styles }), '表.xlsx', { machine: NODE }),
      'too-large',
    );
  });

  test('styles that are none: rates and dates would be taken for other figures', () => {
    for (const styles of ['', '<other/>', HEAD + TAIL])
      expectRefusal(() => readWorkbook(withParts({ 'xl/styles.xml': styles }), '表.xlsx'), 'damaged');
  });

  test('ten thousand sheets', () => {
    const tabs = Array.from(
      { length: 10_000 },
      (_, at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="rId1"/>`,
    );
    const book = `<workbook xmlns:r="x"><sheets>${tabs.join('')}</sheets></workbook>`;
    expectRefusal(
      () => readWorkbook(withParts({ 'xl/workbook.xml': book }), '表.xlsx'),
      'too-large',
      '10000',
    );
  });
});

describe('archives that are not what they seem', () => {
  test('relations in a circle, and to oneself, are followed once', () => {
    const relation = (id: string, type: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
    const loop = withParts({
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'customXml', 'workbook.xml')}</Relationships>`,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('a', 'worksheet', 'sheet1.xml')}${relation('b', 'officeDocument', '../workbook.xml')}</Relationships>`,
    });
    expect(readWorkbook(loop, null).sheets[0]!.values).toEqual([[1]]);
  });

  test('two sheets of one part are two sheets', () => {
    const book =
      '<workbook xmlns:r="x"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/><sheet name="乙" sheetId="2" r:id="rId1"/></sheets></workbook>';
    expect(readWorkbook(withParts({ 'xl/workbook.xml': book }), null).sheets.map(({ name }) => name)).toEqual(
      ['甲', '乙'],
    );
  });

  test('names that climb out of the archive lead to nothing outside', () => {
    const away = withParts({ '../../../../tmp/x.xml': '<a/>', '/etc/passwd': 'x' });
    expect(readWorkbook(away, null).sheets[0]!.values).toEqual([[1]]);
    const target = withParts({
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
    });
    expectRefusal(() => readWorkbook(target, '表.xlsx'), 'damaged');
  });

  test('a part that stands twice', () => {
    const twice = withParts({ 'XL/Worksheets/SHEET1.xml': '<other/>' });
    expectRefusal(() => readWorkbook(twice, '表.xlsx'), 'damaged');
  });
});
