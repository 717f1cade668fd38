import type { Evaluation } from '../../src/app/evaluation';
import type { CellValue } from '../../src/model';
import { sample } from '../fixtures/workbooks';
import { Desk, MATRIX } from './followedBook';

jest.setTimeout(60_000);

/** Cells with data in them, spread evenly over the sheets that are read. */
function dataCells({ readings, snapshot }: Evaluation, count: number): [string, number, number][] {
  const cells = readings.flatMap(({ sheet, definition, headerRows }): [string, number, number][] => {
    const known = snapshot.sheets.find(({ name }) => name === sheet)!;
    const first = Math.max(known.top, ...headerRows.map((row) => row + 1));
    if (definition === null) return [];
    return known.values.flatMap((line, y) =>
      line.flatMap((value, x): [string, number, number][] =>
        known.top + y < first || value === '' ? [] : [[sheet, known.top + y, known.left + x]],
      ),
    );
  });
  return Array.from({ length: count }, (_, index) => cells[Math.floor((index * cells.length) / count)]!);
}

describe.each(['worked-examples', 'existing-summary', 'cards', 'city-combined-dirty'])(
  'edits in %s',
  (name) => {
    test('show what a full read gives, error by error, without one', async () => {
      const desk = await Desk.open(sample(name));
      const ways = new Set<string>();
      const entries: CellValue[] = ['2', '张三', '', '=1+1', '√', '1.5', '2008-3-5', '120%'];
      for (const [at, cell] of dataCells(desk.evaluation, entries.length).entries()) {
        desk.type(...cell, entries[at]!);
        ways.add((await desk.followed()).how);
        if (at % 2 === 0) continue;
        const [shown, fresh] = await desk.bothWays();
        expect([cell, shown]).toEqual([cell, fresh]);
      }
      expect(ways).toEqual(new Set(['rows']));
    });
  },
);

describe('what is read of the workbook', () => {
  test('one edit is one round trip for one row', async () => {
    const desk = await Desk.open(sample('city-matrix'));
    const { requests, bytesOut } = desk.endpoint;
    desk.type(MATRIX, 6, 8, 2);
    expect(await desk.followed()).toMatchObject({ how: 'rows' });
    expect(desk.endpoint.requests - requests).toBe(1);
    expect(desk.endpoint.bytesOut - bytesOut).toBeLessThan(4_000);
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('several edits are one round trip', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    const { requests } = desk.endpoint;
    for (const row of [6, 7, 9]) desk.type(MATRIX, row, 8, 1);
    desk.type('客户满意度', 2, 3, 71);
    expect((await desk.followed()).how).toBe('rows');
    expect(desk.endpoint.requests - requests).toBe(1);
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('the same figure typed again changes nothing', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    const sheet = desk.workbook.sheet(MATRIX)!;
    desk.type(MATRIX, 6, 8, sheet.value(6, 8));
    const before = desk.evaluation;
    expect(await desk.followed()).toEqual({ evaluation: before, how: 'same' });
  });

  test('a new row below the last one is read', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    const known = desk.evaluation.snapshot.sheets.find(({ name }) => name === MATRIX)!;
    const last = known.top + known.values.length - 1;
    known.values.at(-2)!.forEach((value, x) => desk.type(MATRIX, last + 2, known.left + x, value));
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });
});

describe('getting ready for an edit', () => {
  const edits = async (desk: Desk): Promise<void> => {
    desk.type(MATRIX, 6, 8, 2);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  };

  test('at leisure, given up, or asked for in the middle, it comes to the same', async () => {
    for (const most of [Infinity, 0, 1]) {
      const desk = await Desk.open(sample('city-matrix'));
      await desk.prepare(most);
      await edits(desk);
    }
  });

  test('an edit that comes meanwhile takes part in it', async () => {
    const desk = await Desk.open(sample('city-matrix'));
    const prepared = desk.prepare(Infinity);
    await edits(desk);
    await prepared;
    desk.type(MATRIX, 7, 8, 1);
    expect((await desk.followed()).how).toBe('rows');
  });
});

describe('formulas', () => {
  /** The workbook with a formula in each of the cells. */
  async function withFormulas(formulas: Readonly<Record<string, string>>): Promise<Desk> {
    const desk = await Desk.open(sample('worked-examples'));
    for (const [place, formula] of Object.entries(formulas)) {
      const [sheet, row, column] = place.split('!') as [string, string, string];
      desk.type(sheet, Number(row), Number(column), formula);
    }
    await desk.followed();
    return desk;
  }

  test('a row that shows what stands in another one follows it, over others too', async () => {
    const satisfied = '客户满意度';
    const desk = await withFormulas({ [`${satisfied}!3!3`]: '=D3', [`${satisfied}!4!3`]: '=D4' });
    desk.type(satisfied, 2, 3, 66);
    expect((await desk.followed()).how).toBe('rows');
    const known = desk.evaluation.snapshot.sheets.find(({ name }) => name === satisfied)!;
    expect([3, 4].map((row) => known.values[row - known.top]![3 - known.left])).toEqual([66, 66]);
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('running numbers do not drag the rows below along', async () => {
    const desk = await withFormulas({ [`${MATRIX}!7!0`]: '=A7+1', [`${MATRIX}!8!0`]: '=A8+1' });
    const { bytesOut } = desk.endpoint;
    desk.type(MATRIX, 6, 8, 1);
    expect((await desk.followed()).how).toBe('rows');
    expect(desk.endpoint.bytesOut - bytesOut).toBeLessThan(4_000);
  });

  test('a figure from a sheet that nobody scores follows that sheet', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    const helper = desk.workbook.addSheet('底稿');
    desk.workbook.enter(helper, 0, 0, 80);
    desk.type('底稿', 1, 0, 90);
    desk.type('客户满意度', 2, 3, '=底稿!A1');
    expect((await desk.followed()).how).toBe('whole');
    desk.type('底稿', 0, 0, 55);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });
});
