import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWorkbook } from '../../../../tests/contract/buildWorkbook';
import { atLength } from '../../../../tests/fixtures/atLength';
import { WRITTEN_SHEET, type WrittenSheet } from '../../../../tests/fixtures/sheetXml';
import { HostError } from '../../../workbook/host';
import { NODE } from '../nodeMachine';
import { readingOf, type ReadSettings } from './readWorkbook';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRINGS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';
const FOLDER = join(__dirname, '../../../../tests/samples');
const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx'));

function workbookOf({ sheet, strings }: WrittenSheet): Uint8Array {
  return buildWorkbook({
    sheets: [{ name: '表', cells: {} }],
    formats: ['0%', 'yyyy-mm-dd', '0.00', '@'],
    parts: { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings },
    contentTypes: { 'xl/sharedStrings.xml': STRINGS },
    relations: `<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`,
  });
}

/** What is read, or the code of the refusal; and whether the quick reader has read it. */
function outcome(bytes: Uint8Array, settings: ReadSettings) {
  try {
    const { snapshot, unfamiliar } = readingOf(bytes, '表.xlsx', settings);
    return { snapshot, unfamiliar };
  } catch (error) {
    if (error instanceof HostError) return { snapshot: error.code, unfamiliar: null };
    throw error;
  }
}

describe('the quick reader reads what the thorough one reads', () => {
  test.each(SAMPLES)('%s, without leaving anything to it', (file) => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, file)));
    const quick = outcome(bytes, { machine: NODE });
    expect(quick.unfamiliar).toBeNull();
    expect(quick.snapshot).toEqual(outcome(bytes, { reader: 'thorough' }).snapshot);
  });

  test('of sheets as different programs write them', () => {
    let quick = 0;
    let all = 0;
    fc.assert(
      fc.property(WRITTEN_SHEET, (written) => {
        const bytes = workbookOf(written);
        const found = outcome(bytes, {});
        all++;
        if (found.unfamiliar === null) quick++;
        expect(found.snapshot).toEqual(outcome(bytes, { reader: 'thorough' }).snapshot);
      }),
      { numRuns: atLength(100, 400), seed: 20080222 },
    );
    // Not a comparison of the thorough reader with itself.
    expect(quick / all).toBeGreaterThan(0.3);
  });
});
