import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { evaluate } from '../../src/app/evaluate';
import type { Evaluation } from '../../src/app/evaluation';
import { planFill } from '../../src/app/fill';
import { withRows } from '../../src/app/live/edit';
import { liveEvaluation } from '../../src/app/live/live';
import { readWorkbook } from '../../src/hosts/file';
import type { CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { Snapshot } from '../../src/workbook/snapshot';
import { atLength } from '../fixtures/atLength';
import { seen } from '../fixtures/seen';
import { changedRow, edit } from './edits';

const scheme = yinchuan2008();

const SAMPLES = [
  'worked-examples',
  'city-matrix',
  'existing-summary',
  'no-roster',
  'cards',
  'city-combined-dirty',
  'list-with-defects',
];

describe.each(SAMPLES)('%s', (name) => {
  const file = readFileSync(join(__dirname, `../samples/${name}.xlsx`));
  const snapshot: Snapshot = readWorkbook(file, `${name}.xlsx`);
  const start = evaluate(snapshot, scheme);

  test('after any edits it is what a full evaluation gives', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const live = liveEvaluation(start);
        let now = snapshot;
        for (const each of edits) {
          const sheet = now.sheets[each.sheet % now.sheets.length]!;
          const rows = [changedRow(sheet, each)];
          now = withRows(now, sheet.name, rows);
          const followed = live.apply(sheet.name, rows);
          expect(live.evaluation).toBe(followed);
        }
        const whole = evaluate(now, scheme);
        expect(seen(live.evaluation)).toBe(seen(whole));
        // A fill may rest on either.
        expect(planFill(live.evaluation)).toEqual(planFill(whole));
      }),
      { numRuns: atLength(2, 12) },
    );
  });

  test('edits of visited households are followed in the same way, one after another', () => {
    const grids = snapshot.sheets.filter(({ name: tab }) => isGrid(start, tab));
    if (grids.length === 0) return;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 5 }), (edits) => {
        const live = liveEvaluation(start);
        let now = snapshot;
        for (const each of edits) {
          const tab = grids[each.sheet % grids.length]!.name;
          const sheet = now.sheets.find((own) => own.name === tab)!;
          const changed = changedRow(sheet, { ...each, whole: each.whole && each.row % 3 === 0 });
          now = withRows(now, tab, [changed]);
          live.apply(tab, [changed]);
        }
        const whole = evaluate(now, scheme);
        expect(seen(live.evaluation)).toBe(seen(whole));
        expect(planFill(live.evaluation)).toEqual(planFill(whole));
      }),
      { numRuns: atLength(2, 12) },
    );
  });
});

/** Whether a tab holds visited households with their findings. */
function isGrid({ recognition }: Evaluation, tab: string): boolean {
  const layout = recognition.layouts.find(({ sheet }) => sheet.name === tab);
  return layout !== undefined && ['matrix', 'combined'].includes(layout.definition.kind);
}

test('figures, right and wrong, and a licence number are followed without a whole pass', () => {
  const file = readFileSync(join(__dirname, '../samples/city-matrix.xlsx'));
  const snapshot = readWorkbook(file, 'city-matrix.xlsx');
  const live = liveEvaluation(evaluate(snapshot, scheme));
  const layout = live.evaluation.recognition.layouts.find(({ definition }) => definition.kind === 'matrix')!;
  const { sheet, header, rules, fields } = layout;
  const row = header.bottom + 5;
  const type = (column: number, value: CellValue): void => {
    const now = live.evaluation.snapshot.sheets.find(({ name }) => name === sheet.name)!;
    const values = [...now.values[row - now.top]!];
    values[column - now.left] = value;
    live.apply(sheet.name, [{ row, values }]);
    expect(live.wasNarrow).toBe(true);
    expect(seen(live.evaluation)).toBe(seen(evaluate(live.evaluation.snapshot, scheme)));
  };
  type(rules[0]!.column, rules[0]!.points);
  type(rules[0]!.column, '两处');
  type(rules[0]!.column, 2 * rules[0]!.points);
  type(fields.get('licence')!.column, '6.40102E+11');
  type(fields.get('licence')!.column, '640102000777');
});

test('a header repeated further down that becomes another one is followed too', () => {
  const name = '明细测评表';
  const file = readFileSync(join(__dirname, '../samples/city-combined-dirty.xlsx'));
  const snapshot: Snapshot = readWorkbook(file, 'city.xlsx');
  const sheet = snapshot.sheets.find((each) => each.name === name)!;
  const isRepeated = (cell: CellValue): boolean => String(cell).startsWith('卷烟库存');
  const row = sheet.values.findIndex((cells, index) => index > 10 && cells.some(isRepeated));
  const own = sheet.values[row]!;
  const at = own.findIndex(isRepeated);
  const values = own.map((cell, column) =>
    column === at ? own[at + 1]! : column === at + 1 ? own[at]! : cell,
  );
  const rows = [{ row: sheet.top + row, values }];
  const live = liveEvaluation(evaluate(snapshot, scheme));
  live.apply(name, rows);
  const whole = evaluate(withRows(snapshot, name, rows), scheme);
  expect(whole.issues.some(({ code }) => code === 'header-ambiguous')).toBe(true);
  expect(seen(live.evaluation)).toBe(seen(whole));
});
