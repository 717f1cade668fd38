import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildWorkbook } from '../../../../tests/contract/buildWorkbook';
import { readMemory } from '../../../workbook/memory';
import { createBytesHost } from '../bytesHost';
import { readWorkbook } from './readWorkbook';

const MEMORY = '<memory xmlns="urn:service-score:memory:1"><entry name="period">"2008H1"</entry></memory>';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
const WORKBOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';
const PROPERTIES = '<ds:schemaRef xmlns:ds="urn:ds" ds:uri="urn:service-score:memory:1"/>';

/** A workbook with such parts, each hanging on the workbook or on the package. */
function workbookWith(parts: Readonly<Record<string, string>>, relations: string): Uint8Array {
  const files = unzipSync(buildWorkbook({ sheets: [{ name: '表', cells: { A1: 1 } }] }));
  const entries = Object.entries(parts).map(([path, xml], index) => {
    const relation = `<Relationship Id="own${index}" Type="${TYPE}" Target="../${path}"/></Relationships>`;
    files[relations] = strToU8(strFromU8(files[relations]!).replace('</Relationships>', relation));
    return [path, strToU8(xml)] as const;
  });
  return zipSync({ ...files, ...Object.fromEntries(entries) });
}

const memoryIn = (bytes: Uint8Array): string | null => readWorkbook(bytes, '评分.xlsx').memory;

describe('where a workbook keeps what it remembers', () => {
  it('is found where LibreOffice hangs it: on the package', () => {
    expect(memoryIn(workbookWith({ 'customXml/item1.xml': MEMORY }, '_rels/.rels'))).toBe(MEMORY);
  });

  it('is hung on the workbook again, once, when it is written', async () => {
    const host = createBytesHost(workbookWith({ 'customXml/item1.xml': MEMORY }, '_rels/.rels'), '评分.xlsx');
    const next = MEMORY.replace('H1', 'H2');
    await host.read();
    await host.write([{ kind: 'setMemory', xml: next }]);
    const files = unzipSync(host.bytes);
    expect(memoryIn(host.bytes)).toBe(next);
    expect(strFromU8(files['_rels/.rels']!)).not.toContain('customXml');
    expect(strFromU8(files[WORKBOOK_RELATIONS]!)).toContain('customXml');
  });

  it('is read where it stands twice with the same words, and refused where they differ', () => {
    const other = MEMORY.replace('H1', 'H2');
    const twice = (second: string): Uint8Array =>
      workbookWith({ 'customXml/item1.xml': MEMORY, 'customXml/item2.xml': second }, WORKBOOK_RELATIONS);
    expect(memoryIn(twice(MEMORY))).toBe(MEMORY);
    expect(() => memoryIn(twice(other))).toThrow(
      /保存了两份设置,内容不同\(customXml\/item1.xml、customXml\/item2.xml\)/,
    );
  });

  it('is not taken for nothing where the part has lost its content', () => {
    const files = unzipSync(workbookWith({ 'customXml/item1.xml': '' }, WORKBOOK_RELATIONS));
    files['customXml/itemProps1.xml'] = strToU8(PROPERTIES);
    files['customXml/_rels/item1.xml.rels'] = strToU8(
      `<Relationships><Relationship Id="rId1" Type="${TYPE}Props" Target="itemProps1.xml"/></Relationships>`,
    );
    expect(() => readMemory(memoryIn(zipSync(files)))).toThrow(/保存的设置无法读取/);
  });
});
