import { openInExcel } from '../../emulator/bridge/install';
import type { HostEndpoint } from '../../emulator/executor';
import { workbookFromSnapshot, type WorkbookModel } from '../../emulator/model';
import type { Evaluation } from '../../src/app/evaluation';
import { createFollower, type Followed, type Follower } from '../../src/app/live/follower';
import { toResult } from '../../src/app/result';
import { createSession, type Run } from '../../src/app/session';
import { createExcelHost } from '../../src/hosts/excel';
import { columnName, type CellValue } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import type { CellEdit } from '../../src/workbook/host';
import type { Snapshot } from '../../src/workbook/snapshot';
import { sample } from '../fixtures/workbooks';

jest.setTimeout(60_000);

const run: Run = { signal: new AbortController().signal, onProgress: () => undefined };

/** A workbook that is open in Excel and followed. */
/** Events come after the request that caused them. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

class Desk {
  readonly edits: CellEdit[] = [];
  evaluation!: Evaluation;

  private constructor(
    readonly workbook: WorkbookModel,
    readonly endpoint: HostEndpoint,
    private readonly session: ReturnType<typeof createSession>,
    private readonly follower: Follower,
  ) {}

  static async open(book: Snapshot): Promise<Desk> {
    const workbook = workbookFromSnapshot(book);
    const endpoint = openInExcel(workbook);
    const host = createExcelHost();
    const session = createSession(host, yinchuan2008());
    const desk = new Desk(workbook, endpoint, session, createFollower(host, session));
    desk.evaluation = await session.check({}, run);
    await desk.follower.watch((edit) => desk.edits.push(edit));
    return desk;
  }

  /** As the user types it. */
  type(sheet: string, row: number, column: number, value: CellValue): void {
    const model = this.workbook.sheet(sheet)!;
    this.workbook.enter(model, row, column, value);
    this.workbook.touched(model, { top: row, left: column, bottom: row, right: column });
  }

  /** A fill by this product; what it hands back is shown from then on. */
  async fill(): Promise<void> {
    this.evaluation = (await this.session.fill({}, run)).evaluation;
    await settled();
  }

  async undo(): Promise<void> {
    await this.session.undo({ evenIfChanged: false }, run);
    await settled();
  }

  async followed(): Promise<Followed> {
    await settled();
    const followed = await this.follower.follow(this.evaluation, this.edits.splice(0), {}, run);
    this.evaluation = followed.evaluation;
    return followed;
  }

  /** Gets ready to follow, and gives it up after so many pauses. */
  async prepare(most: number): Promise<void> {
    const given = new AbortController();
    let pauses = 0;
    const pause = async (): Promise<void> => {
      if (++pauses > most) given.abort();
      await new Promise((resolve) => setTimeout(resolve));
    };
    await this.follower.prepare(this.evaluation, pause, given.signal);
  }

  /** What is shown after the edits, and what a full read gives. */
  async bothWays(): Promise<readonly [unknown, unknown]> {
    const fresh = await this.session.check({}, run);
    return [this.shown(this.evaluation), this.shown(fresh)];
  }

  shown(evaluation: Evaluation): unknown {
    return [toResult(evaluation), evaluation.readings, this.session.summaryState(evaluation)];
  }
}

const MATRIX = '明细测评表-客户经理';

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

describe('what rows do not tell is read from the beginning', () => {
  const cases: readonly (readonly [string, (desk: Desk) => void])[] = [
    ['a header', (desk) => desk.type(MATRIX, 2, 8, '陈列')],
    ['a title', (desk) => desk.type(MATRIX, 0, 0, '2009 年上半年')],
    ['an error value', (desk) => desk.type(MATRIX, 6, 8, '#N/A')],
    [
      'a row that is inserted',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        workbook.shift(sheet, { axis: 'row', at: 6, count: 1 });
        workbook.touched(sheet, { top: 6, left: 0, bottom: 6, right: 16_383 }, 'RowInserted');
      },
    ],
    [
      'rows that are deleted',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        workbook.shift(sheet, { axis: 'row', at: 6, count: -2 });
        workbook.touched(sheet, { top: 6, left: 0, bottom: 7, right: 16_383 }, 'RowDeleted');
      },
    ],
    ['a sheet that is deleted', ({ workbook }) => workbook.deleteSheet(workbook.sheet('客户满意度')!)],
    [
      'a column that is emptied',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        workbook.touched(sheet, { top: 0, left: 8, bottom: 1_048_575, right: 8 });
      },
    ],
    [
      'a paste of many rows',
      ({ workbook }) => {
        const sheet = workbook.sheet(MATRIX)!;
        for (let row = 60; row < 400; row += 1) workbook.store(sheet, row, 1, `${columnName(row)}部`);
        workbook.touched(sheet, { top: 60, left: 1, bottom: 399, right: 1 });
      },
    ],
  ];

  test.each(cases)('%s', async (_name, act) => {
    const desk = await Desk.open(sample('worked-examples'));
    act(desk);
    expect((await desk.followed()).how).toBe('whole');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('a sheet that was renamed; the next edit in it is a row again', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    desk.workbook.renameSheet(desk.workbook.sheet(MATRIX)!, '经理明细');
    desk.type('经理明细', 6, 8, 1);
    expect((await desk.followed()).how).toBe('whole');
    desk.type('经理明细', 6, 8, 2);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('a workbook that is computed on request alone', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    desk.workbook.calculationMode = 'Manual';
    desk.type(MATRIX, 6, 8, 1);
    expect((await desk.followed()).how).toBe('whole');
  });
});

describe('what this product writes', () => {
  test('into cells and rows is no edit; the next one by hand is taken in by a full read that is not its doing', async () => {
    const desk = await Desk.open(sample('existing-summary'));
    await desk.fill();
    expect(desk.edits).toEqual([]);
    desk.type('客户满意度', 2, 3, 61.5);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
    desk.type('客户满意度', 2, 3, 95);
    const { bytesOut } = desk.endpoint;
    expect((await desk.followed()).how).toBe('rows');
    expect(desk.endpoint.bytesOut - bytesOut).toBeLessThan(4_000);
  });

  test('as a sheet is not said to be the doing of whoever types meanwhile', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    await desk.fill();
    desk.type('客户满意度', 2, 3, 61.5);
    expect((await desk.followed()).how).toBe('rows');
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
  });

  test('as a sheet is an edit of its own', async () => {
    const desk = await Desk.open(sample('worked-examples'));
    await desk.fill();
    expect(desk.edits).toEqual([{ sheet: null, area: null, own: true }]);
    await desk.followed();
    const [shown, fresh] = await desk.bothWays();
    expect(shown).toEqual(fresh);
    await desk.undo();
    expect(desk.edits).toEqual([{ sheet: null, area: null, own: true }]);
    desk.edits.splice(0);
    desk.workbook.addSheet('草稿');
    await settled();
    expect(desk.edits).toEqual([{ sheet: null, area: null }]);
  });
});
