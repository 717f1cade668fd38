import { strToU8, zipSync } from 'fflate';
import { partsOf, partText, replaceIn } from '../../../tests/contract/archive';
import { buildWorkbook } from '../../../tests/contract/buildWorkbook';
import { HostError } from '../../workbook/host';
import { Package } from './package';
import { resolvePath } from './partPaths';
import { addRelation, dropRelation, relationsOf } from './relations';
import { readWorkbook } from './read/readWorkbook';
import { LIMITS } from './zip/limits';

const BOOK = buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1, A2: '甲' } }] });
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An OLE container whose directory names a stream. */
function container(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set(OLE);
  bytes.set(new Uint8Array(Buffer.from(stream, 'utf16le')), 1024 + 128);
  return bytes;
}

function problemOf(bytes: Uint8Array, limits = LIMITS): HostError {
  try {
    readWorkbook(bytes, '评分.xlsx', { limits });
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('what is no workbook of this format', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'not-a-workbook'],
    ['a text', strToU8('姓名,得分\n张三,80'), 'not-a-workbook'],
    ['a PDF', strToU8('%PDF-1.7 ...'), 'not-a-workbook'],
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), 'not-a-workbook'],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<a/>') }),
      'not-a-workbook',
    ],
    ['an old workbook', container('Workbook'), 'old-format'],
    ['a bare old workbook', new Uint8Array([9, 8, 16, 0, 0, 6, 5, 0]), 'old-format'],
    [
      'a binary workbook',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.bin': strToU8('x') }),
      'old-format',
    ],
    ['an encrypted workbook', container('EncryptedPackage'), 'encrypted'],
    ['half a workbook', BOOK.subarray(0, BOOK.length >> 1), 'damaged'],
    ['the head of an archive', strToU8('PK\u0003\u0004'), 'damaged'],
  ])('%s', (_, bytes, code) => {
    const error = problemOf(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toContain('“评分.xlsx”');
    expect(error.message).toMatch(/[一-龥].*。/);
  });

  test('an old or encrypted one: the sentence says what to do', () => {
    expect(problemOf(container('Workbook')).message).toContain('另存为 .xlsx');
    expect(problemOf(container('EncryptedPackage')).message).toContain('取消');
  });

  test('a workbook with a byte changed in a part that is read', () => {
    const bytes = BOOK.slice();
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 60;
    bytes[at] = bytes[at]! ^ 0xff;
    expect(problemOf(bytes).code).toBe('damaged');
  });

  test('one beyond the limits', () => {
    expect(problemOf(BOOK, { ...LIMITS, file: 100 }).code).toBe('too-large');
    expect(problemOf(BOOK, { ...LIMITS, part: 100 }).code).toBe('too-large');
    expect(problemOf(BOOK, { ...LIMITS, unpacked: 600 }).code).toBe('too-large');
    expect(problemOf(BOOK, { ...LIMITS, entries: 3 }).code).toBe('too-large');
    expect(problemOf(BOOK, { ...LIMITS, cells: 1 }).code).toBe('too-large');
    expect(problemOf(BOOK, { ...LIMITS, sheets: 0 }).code).toBe('too-large');
  });
});

describe('parts', () => {
  test('unchanged parts are written back packed as they were', () => {
    const parts = Package.open(BOOK, null);
    parts.setText('xl/workbook.xml', `${parts.text('XL/Workbook.xml')!}\n`);
    const before = partsOf(BOOK);
    const after = partsOf(parts.save());
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [path, bytes] of Object.entries(before)) {
      if (path !== 'xl/workbook.xml') expect(after[path]).toEqual(bytes);
    }
    expect(partText(parts.save(), 'xl/workbook.xml')).toMatch(/<\/workbook>\n$/);
  });

  test('parts are added and removed with their content types', () => {
    const parts = Package.open(BOOK, null);
    parts.setText('customXml/item1.xml', '<汇总/>');
    parts.setContentType('customXml/item1.xml', 'application/xml');
    parts.setContentType('customXml/item1.xml', 'text/xml');
    const saved = parts.save();
    expect(partText(saved, 'customXml/item1.xml')).toBe('<汇总/>');
    expect(partText(saved, '[Content_Types].xml').match(/customXml\/item1\.xml/g)).toHaveLength(1);
    const again = Package.open(saved, null);
    again.remove('customXml/item1.xml');
    again.dropContentType('customXml/item1.xml');
    expect(Object.keys(partsOf(again.save()))).not.toContain('customXml/item1.xml');
    expect(again.text('[Content_Types].xml')).toBe(Package.open(BOOK, null).text('[Content_Types].xml'));
  });

  test('relations are added under a free id, found, and dropped', () => {
    const parts = Package.open(BOOK, null);
    const id = addRelation(parts, 'xl/workbook.xml', 'http://x/customXml', 'customXml/item1.xml');
    const found = relationsOf(parts, 'xl/workbook.xml').find((relation) => relation.id === id);
    expect(found).toEqual({ id, type: 'customXml', path: 'customXml/item1.xml' });
    dropRelation(parts, 'xl/workbook.xml', id);
    expect(relationsOf(parts, 'xl/workbook.xml').map((relation) => relation.id)).not.toContain(id);
    addRelation(parts, 'xl/worksheets/sheet1.xml', 'http://x/table', 'xl/tables/table1.xml');
    expect(relationsOf(parts, 'xl/worksheets/sheet1.xml')).toEqual([
      { id: 'rId1', type: 'table', path: 'xl/tables/table1.xml' },
    ]);
  });

  test('paths are read from where they are written', () => {
    expect(resolvePath('xl/worksheets/sheet1.xml', '../drawings/d.xml')).toBe('xl/drawings/d.xml');
    expect(resolvePath('xl/workbook.xml', '/xl/styles.xml')).toBe('xl/styles.xml');
    expect(resolvePath('', 'xl\\workbook.xml')).toBe('xl/workbook.xml');
  });

  test('a workbook part under another name is found by its relation', () => {
    const moved = replaceIn(BOOK, '_rels/.rels', 'xl/workbook.xml', '/xl/workbook.xml');
    expect(readWorkbook(moved, null).sheets[0]!.name).toBe('表');
  });
});
