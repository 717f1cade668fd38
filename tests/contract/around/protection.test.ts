import { createSession } from '../../../src/app/session';
import type { HostError } from '../../../src/workbook/host';
import { yinchuan2008 } from '../../../src/schemes';
import { sampleBytes } from '../../fixtures/scoreBooks';
import { stateOf } from '../../faults/state';
import { replaceIn } from '../archive';
import { bookWith, SUMMARY } from './book';
import { course, HOSTS } from './course';

const run = { signal: new AbortController().signal, onProgress: () => undefined };
const PROTECTED = '<sheetProtection sheet="1" objects="1" scenarios="1"/>';

describe.each(HOSTS)('in %s', (_name, open) => {
  test('a protected summary is not written to: it is named, and everything stays as it was', async () => {
    const { host, look } = open(bookWith({ behindCells: PROTECTED }));
    const before = stateOf(look());
    const error = await createSession(host, yinchuan2008())
      .fill({}, run)
      .then(
        () => null,
        (reason: HostError) => reason,
      );
    expect(error?.code).toBe('protected');
    expect(error?.message).toMatch(new RegExp(`${SUMMARY}.*受保护.*撤销工作表保护`));
    expect(stateOf(look())).toBe(before);
  });

  test('a protected sheet of details is read and stays protected; the summary is filled', async () => {
    const details = replaceIn(
      sampleBytes('existing-summary'),
      'xl/worksheets/sheet2.xml',
      '</sheetData>',
      `</sheetData>${PROTECTED}`,
    );
    const stages = await course(open, details, ({ book, sheet }) => ({
      locked: book.sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name),
      score: sheet.value(3, 10),
    }));
    for (const stage of [stages.before, stages.filled, stages.undone, stages.unmarked])
      expect(stage.locked).toEqual(['明细测评表-客户经理']);
    expect([stages.before.score, stages.filled.score]).toEqual(['', 78.83]);
  });

  test('a workbook whose structure is protected is filled where the summary stands, and stays protected', async () => {
    const bytes = bookWith({});
    const locked = replaceIn(
      bytes,
      'xl/workbook.xml',
      '<workbookProtection/>',
      '<workbookProtection lockStructure="1"/>',
    );
    const stages = await course(open, locked, ({ book, sheet }) => [
      book.structureProtected,
      sheet.value(3, 10),
    ]);
    expect([stages.before, stages.filled, stages.unmarked]).toEqual([
      [true, ''],
      [true, 78.83],
      [true, 78.83],
    ]);
  });

  test('a workbook whose structure is protected gets no new sheet: the user is told how to go on', async () => {
    const bytes = sampleBytes('list-with-defects');
    const locked = replaceIn(
      bytes,
      'xl/workbook.xml',
      '<workbookProtection/>',
      '<workbookProtection lockStructure="1"/>',
    );
    const { host, look } = open(locked);
    const before = stateOf(look());
    const error = await createSession(host, yinchuan2008())
      .fill({}, run)
      .then(
        () => null,
        (reason: HostError) => reason,
      );
    expect(error?.code).toBe('protected');
    expect(error?.message).toMatch(/结构受保护.*请(?:先)?在“审阅”/);
    expect(stateOf(look())).toBe(before);
  });
});
