import { openFile } from '../../../emulator';
import { openInExcel } from '../../../emulator/bridge/install';
import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { createExcelHost } from '../../hosts/excel';
import { createBytesHost } from '../../hosts/file/bytes';
import type { CellValue } from '../../model';
import { yinchuan2008 } from '../../schemes';
import { entryTargets, type EntryTarget } from '../../workbook/entry/targets';
import type { EntryFault, VisitEntry } from '../../workbook/entry/visitEntry';
import type { UndoChange, WorkbookHost } from '../../workbook/host';
import { serialOf } from '../../workbook/read/values/date';
import { cellKey, type Snapshot } from '../../workbook/snapshot';
import { evaluateWorkbook } from '../scheme/evaluateWorkbook';
import { rowAfter } from '../fill';
import { undoFill } from '../undo';
import { writeEntry } from './write';

const scheme = yinchuan2008();
const DAY = serialOf(2008, 6, 3);

const hosts = {
  file: (bytes: Uint8Array, name: string): WorkbookHost => createBytesHost(bytes, name),
  excel: (bytes: Uint8Array, name: string): WorkbookHost => {
    openInExcel(openFile(bytes, name).workbook);
    return createExcelHost();
  },
};

/** A first visit for the first scored persons of a sheet's posts, all in one department. */
function entryFor(snapshot: Snapshot, target: EntryTarget, turn: number): VisitEntry {
  const { scores } = evaluateWorkbook(snapshot, scheme);
  const scored = scores.persons.filter(({ status }) => status === 'scored').map(({ assessee }) => assessee);
  const own = scored.filter(({ post }) => target.posts.includes(post));
  const first = own[(turn * 3) % own.length];
  const posts = target.layout === 'combined' ? target.posts : [first!.post];
  const persons = posts.map((post) => {
    const { department, name } = scored.find(
      (each) => each.department === first!.department && each.post === post,
    )!;
    return { department, name, post };
  });
  const rules = target.indicators.filter((id) =>
    scheme.indicators.some((rule) => rule.id === id && rule.posts.some((post) => posts.includes(post))),
  );
  const faults = rules
    .filter((id, at) => (at + turn) % 3 === 0 && id !== 'DL-S04b')
    .map((indicator, at): EntryFault => ({ indicator, count: at === 1 && turn > 0 ? 2 : 1 }));
  return {
    sheet: target.sheet,
    persons,
    household: '新登记便利店',
    licence: `64019900000${turn}`,
    date: DAY,
    inspector: target.hasInspector ? '测评组丁' : '',
    note: target.hasNote ? '货架凌乱' : '',
    faults: turn === 2 ? [] : faults,
  };
}

/** Every cell with its value and formula, by place. */
function cellsOf(snapshot: Snapshot): Map<string, CellValue> {
  const cells = new Map<string, CellValue>();
  for (const sheet of snapshot.sheets) {
    sheet.values.forEach((line, y) =>
      line.forEach((value, x) => {
        const [row, column] = [sheet.top + y, sheet.left + x];
        const said = sheet.formulas.get(cellKey(row, column)) ?? value;
        if (said !== '') cells.set(`${sheet.name}!${row}!${column}`, said);
      }),
    );
  }
  return cells;
}

function placeAfter(place: string, changes: readonly UndoChange[]): string {
  const [sheet, row, column] = place.split('!') as [string, string, string];
  return `${sheet}!${rowAfter(changes, sheet, Number(row))}!${column}`;
}

function inOrder(cells: ReadonlyMap<string, CellValue>): [string, CellValue][] {
  return [...cells].sort(([one], [other]) => (one < other ? -1 : 1));
}

const CASES = [
  ['city-matrix', 'file', 1],
  ['city-combined-dirty', 'file', 2],
  ['list-with-defects', 'file', 2],
  ['no-roster', 'excel', 1],
  ['worked-examples', 'file', 3],
  ['worked-examples', 'excel', 3],
] as const;

describe.each(CASES)('entering into %s through the %s host', (name, kind, turns) => {
  const open = () => hosts[kind](sampleBytes(name), `${name}.xlsx`);

  test('is read as exactly the visit that was entered, changes no other cell, and is undone in one step', async () => {
    const host = open();
    const start = await host.read();
    const { targets } = entryTargets(evaluateWorkbook(start, scheme).recognition);
    expect(targets.length).toBeGreaterThan(0);
    for (const [turn, target] of [...targets, targets[0]!].slice(0, turns).entries()) {
      const before = await host.read();
      const entry = entryFor(before, target, turn);
      const { kind: done, preview } = await writeEntry(host, scheme, entry);
      expect([done, preview.recorded, preview.waiting]).toEqual(['entered', null, []]);
      const after = await host.read();
      const old = cellsOf(before);
      const expected = new Map(
        [...old].map(([place, value]) => [placeAfter(place, preview.plan.changes), value] as const),
      );
      for (const { cell, after: value, formula } of preview.plan.cells) {
        const said = formula ?? value;
        if (said !== '') expected.set(`${cell.sheet}!${cell.row}!${cell.column}`, said);
      }
      expect(inOrder(cellsOf(after))).toEqual(inOrder(expected));
      const { scores } = evaluateWorkbook(after, scheme);
      for (const { person, after: score, points, maximum } of preview.effects) {
        const own = scores.persons.find(
          ({ assessee }) =>
            assessee.name === person.name &&
            assessee.department === person.department &&
            assessee.post === person.post,
        )!;
        expect(score).toBe(own.score === null ? null : Math.round(own.score.valueOf() * 100) / 100);
        const lost = entry.faults.reduce((sum, { indicator, count }) => {
          const rule = scheme.indicators.find(({ id }) => id === indicator)!;
          const own = rule.kind === 'perFinding' && rule.posts.includes(person.post) ? rule.points : 0;
          return sum + own * count;
        }, 0);
        expect(points).toBe(maximum - lost);
      }
      expect(await undoFill(host)).toMatchObject({ kind: 'undone' });
      expect(inOrder(cellsOf(await host.read()))).toEqual(inOrder(old));
    }
  });
});
