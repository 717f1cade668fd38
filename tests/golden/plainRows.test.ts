import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { judge } from '../../src/app/evaluate';
import { withRows } from '../../src/app/live/edit';
import { plainStanding } from '../../src/app/scheme/standing';
import { readWorkbook } from '../../src/hosts/file';
import { finished, type VisitRow, VisitRows } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import { type Entries, readEntries } from '../../src/workbook/read/read';
import { recognise, type Recognition } from '../../src/workbook/recognise/recognise';
import { cellKey, type Snapshot } from '../../src/workbook/snapshot';
import { atLength } from '../fixtures/atLength';
import { seen } from '../fixtures/seen';
import { changedRow, type Edit, edit } from './edits';

/*
 * Rows in which nothing is remarkable go into columns and are looked at there. Whether a row goes that way must never be
 * seen in what comes out.
 */

const scheme = yinchuan2008();
const asked = { options: {}, remembered: {}, standing: plainStanding(scheme) };

/** Far from any cell: a formula without a result has every row of the sheet looked at closely. */
const FAR = new Set([cellKey(500_000, 16_000)]);

function lookedAtClosely(recognition: Recognition): Recognition {
  const layouts = recognition.layouts.map((layout) => {
    const { sheet } = layout;
    return { ...layout, sheet: { ...sheet, uncalculated: new Set([...sheet.uncalculated, ...FAR]) } };
  });
  return { ...recognition, layouts };
}

/** All that a visit says. */
function said(visit: VisitRow): unknown {
  const { source, row, who, nameColumn, faulty, kind, household, licence, licenceLost = false } = visit;
  const { date, inspector, findings, total, score, itemScores, rowFault = null } = visit;
  return [
    [source.sheet, row, who, nameColumn, faulty, kind, household, licence, licenceLost],
    [date, inspector, total, score, itemScores, rowFault],
    findings.map(({ indicator, hundredths, cell, note }) => [indicator, hundredths, cell, note]),
  ];
}

const plainOnes = ({ visits }: Entries): number => visits.length - visits.odd.length;

function edited(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  return edits.reduce((now, each) => {
    const sheet = now.sheets[each.sheet % now.sheets.length]!;
    return withRows(now, sheet.name, [changedRow(sheet, each)]);
  }, snapshot);
}

const SAMPLES = ['worked-examples', 'city-matrix', 'existing-summary', 'no-roster', 'city-combined-dirty'];

describe.each(SAMPLES)('%s', (name) => {
  const snapshot = readWorkbook(readFileSync(join(__dirname, `../samples/${name}.xlsx`)), `${name}.xlsx`);
  const edits = fc.array(edit, { maxLength: 4 });

  test('rows in columns say what the same rows say when they are looked at closely', () => {
    fc.assert(
      fc.property(edits, (own) => {
        const now = edited(snapshot, own);
        const recognition = recognise(now, scheme);
        const quick = readEntries(now, recognition);
        const close = readEntries(now, lookedAtClosely(recognition));
        expect(plainOnes(close)).toBe(0);
        expect(Array.from(quick.visits, said)).toEqual(Array.from(close.visits, said));
        expect(quick.issues).toEqual(close.issues);
        expect([...quick.skipped]).toEqual([...close.skipped]);
      }),
      { numRuns: atLength(5, 40) },
    );
  });

  test('they are checked and scored like rows that are not', () => {
    fc.assert(
      fc.property(edits, (own) => {
        const now = edited(snapshot, own);
        const recognition = recognise(now, scheme);
        const entries = readEntries(now, recognition);
        const odd = { ...entries, visits: VisitRows.of(entries.visits) };
        const judged = (each: Entries): string =>
          seen(finished(judge(now, scheme, asked, recognition, each)));
        expect(judged(entries)).toBe(judged(odd));
      }),
      { numRuns: atLength(3, 20) },
    );
  });
});

test('most rows of a workbook as staff keep it are plain', () => {
  const file = readFileSync(join(__dirname, '../samples/city-matrix.xlsx'));
  const snapshot = readWorkbook(file, 'city-matrix.xlsx');
  const entries = readEntries(snapshot, recognise(snapshot, scheme));
  expect(plainOnes(entries)).toBeGreaterThan(entries.visits.length * 0.9);
});
