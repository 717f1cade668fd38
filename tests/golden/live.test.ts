import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { evaluate } from '../../src/app/evaluate';
import type { Evaluation } from '../../src/app/evaluation';
import { type ChangedRow, withRows } from '../../src/app/live/edit';
import { liveEvaluation } from '../../src/app/live/live';
import { readWorkbook } from '../../src/hosts/file';
import type { CellValue, Step } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { SheetSnapshot, Snapshot } from '../../src/workbook/snapshot';

const scheme = yinchuan2008();

/** What people type: right, wrong, and in other forms. */
const TYPED: readonly CellValue[] = [
  ...['', 0, 1, 2, 3, 26, -2, 1.5, 0.95, 95, 101, true],
  ...['√', '×', '无', '扣2分', '2', '1+1', '95%', '0.2‰', '#N/A', '合计', '是', '否', '有理', '待核实'],
  ...['李明', '李 明', '王芳', '客户经理', '送货员', '城东营销部', '640102000001', '6.40102E+11'],
  ...['2008-3-5', '2008年9月1日', '6月30日', 39_600, 39_800, '昨天'],
];

/** One edit: some cells of a row typed over, or the row made that of another one. */
interface Edit {
  readonly sheet: number;
  readonly row: number;
  readonly from: number;
  readonly cells: readonly { readonly column: number; readonly value: CellValue | null }[];
  readonly whole: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  sheet: fc.nat(20),
  row: fc.nat(400),
  from: fc.nat(400),
  cells: fc.array(
    fc.record({ column: fc.nat(31), value: fc.option(fc.constantFrom(...TYPED), { freq: 2 }) }),
    { minLength: 1, maxLength: 3 },
  ),
  whole: fc.boolean(),
});

/** The row after the edit; `null` as a value takes what stands in that column of another row. */
function changedRow(sheet: SheetSnapshot, { row, from, cells, whole }: Edit): ChangedRow {
  const height = Math.max(1, sheet.values.length);
  const index = row % (height + 1);
  const other = sheet.values[from % height] ?? [];
  const values = [...((whole ? other : sheet.values[index]) ?? [])];
  if (!whole) {
    for (const { column, value } of cells) {
      const at = column % Math.max(1, other.length);
      while (values.length < at) values.push('');
      values[at] = value ?? other[at] ?? '';
    }
  }
  return { row: sheet.top + index, values };
}

/** Everything of an evaluation that anybody can see, as text. */
function seen(evaluation: Evaluation): string {
  const { scores, issues, notRun, counts, readings, period, rulings } = evaluation;
  const tree = (step: Step): unknown => [
    step.kind,
    step.subject,
    step.value?.toFraction() ?? null,
    Object.entries(step.data),
    step.cells,
    step.rulings,
    step.children.map(tree),
  ];
  const text = (value: Fraction | null): string | null => value?.toFraction() ?? null;
  const parts = {
    persons: scores.persons.map((each) => [
      [each.assessee, each.status, each.households, each.missing, each.rank, each.qualified],
      [each.rawTotal, each.score, each.deduction, ...each.sections.map(({ points }) => points)].map(text),
    ]),
    departments: scores.departments.map(({ step: _, score, headDeduction, ...rest }) => [
      rest,
      text(score),
      text(headDeduction),
    ]),
    ...{ issues, notRun, counts, readings, period, rulings },
  };
  const some = scores.persons.filter((_, index) => index % Math.ceil(scores.persons.length / 6) === 0);
  const trees = [...some, ...scores.departments.slice(0, 2)].map(({ step }) => tree(step));
  const plain = (_: string, value: unknown): unknown => {
    if (value instanceof Fraction) return value.toFraction();
    return value instanceof Set ? [...value] : value;
  };
  return JSON.stringify([parts, trees], plain, 1);
}

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
        expect(seen(live.evaluation)).toBe(seen(evaluate(now, scheme)));
      }),
      { numRuns: 6 },
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
        expect(seen(live.evaluation)).toBe(seen(evaluate(now, scheme)));
      }),
      { numRuns: 6 },
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
