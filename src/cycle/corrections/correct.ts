import { undoRecord } from '../../app/undoRecord';
import { localTime } from '../../app/handin/record';
import { evaluateWorkbook } from '../../app/scheme/evaluateWorkbook';
import { memoryOf } from '../../app/remembered';
import type { Evaluation } from '../../app/evaluation';
import { type CellRef, cellName, type CellValue, published, type Scheme } from '../../model';
import type { UndoChange } from '../../workbook/host';
import { writeMemory } from '../../workbook/memory';
import type { UndoRecord } from '../../workbook/undo/record';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../../workbook/snapshot';
import { type Correction, CorrectionError, correctionsOf, entryBefore, withCorrection } from './record';
import { CORRECTIONS_SHEET, correctionsSheet, isCorrectionsSheet } from './sheet';

/** What is to be put right, on whose word and why. */
export interface Wish {
  readonly cell: CellRef;
  readonly value: CellValue;
  readonly by: string;
  readonly reason: string;
}

/** What a correction writes, and what it does to the scores. */
export interface CorrectionPlan {
  readonly changes: readonly UndoChange[];
  readonly correction: Correction;
  readonly before: Evaluation;
  readonly after: Evaluation;
}

/**
 * Plans a correction: the cell, the sheet that lists all corrections of the workbook, and what it remembers of them.
 * With `keepUndo` it remembers too what an undo brings back. Throws CorrectionError where the cell is not there, holds a formula, or holds the value already; MemoryError.
 */
export function planCorrection(
  snapshot: Snapshot,
  scheme: Scheme,
  wish: Wish,
  now: Date,
  { keepUndo = false } = {},
): CorrectionPlan {
  const before = requireCell(snapshot, wish);
  const memory = memoryOf(snapshot);
  const [old, corrected] = [snapshot, withValue(snapshot, wish)].map((each) =>
    evaluateWorkbook(each, scheme),
  );
  const correction: Correction = {
    time: localTime(now),
    by: wish.by,
    reason: wish.reason,
    place: `${wish.cell.sheet}!${cellName(wish.cell.row, wish.cell.column)}`,
    before,
    after: wish.value,
    effects: effects(old!, corrected!),
  };
  const remembered = withCorrection(memory, correction);
  const known = snapshot.sheets.find(isCorrectionsSheet);
  const taken = snapshot.sheets.some(({ name }) => name === CORRECTIONS_SHEET) && !known;
  const written: UndoChange[] = [
    {
      kind: 'setCells',
      sheet: wish.cell.sheet,
      cells: [{ row: wish.cell.row, column: wish.cell.column, value: wish.value }],
    },
    ...listed(known, correctionsOf(remembered), taken),
  ];
  const next = keepUndo ? { ...remembered, undo: undoOf(snapshot, written, before) } : remembered;
  const changes: UndoChange[] = [...written, { kind: 'setMemory', xml: writeMemory(next) }];
  return { changes, correction, before: old!, after: corrected! };
}

/** What an undo brings back: the cell, the list as it was, and what the workbook remembered of it. */
function undoOf(snapshot: Snapshot, changes: readonly UndoChange[], before: CellValue): UndoRecord {
  const made = changes.flatMap((change) => (change.kind === 'addSheet' ? [change.sheet] : []));
  const onNew = made.flatMap(({ name, cells }) => cells.map((cell) => ({ ...cell, sheet: name })));
  const onOld = changes.flatMap((change) =>
    change.kind === 'setCells' ? change.cells.map((cell) => ({ ...cell, sheet: change.sheet })) : [],
  );
  const cells = [...onOld, ...onNew].map(({ sheet, row, column, value }, index) => ({
    cell: { sheet, row, column },
    // The first is the one that is corrected; all others stand where nothing was.
    before: index === 0 ? before : '',
    after: value,
  }));
  const record = undoRecord(snapshot, { cells, made: made.map(({ name }) => name), changes });
  return { ...record, of: 'correction', entries: entryBefore(memoryOf(snapshot)) };
}

/** The list's next row where it stands already, looking like the one above it; else the list. */
function listed(
  known: SheetSnapshot | undefined,
  corrections: readonly Correction[],
  isTaken: boolean,
): UndoChange[] {
  const sheet = correctionsSheet(corrections, isTaken);
  if (!known) return [{ kind: 'addSheet', sheet }];
  const last = sheet.cells.reduce((row, cell) => Math.max(row, cell.row), 0);
  const cells = sheet.cells
    .filter(({ row }) => row === last)
    .map(({ row, column, value }) => ({ row, column, value }));
  return [
    { kind: 'insertRows', sheet: known.name, row: last, count: 1, formatOf: last - 1 },
    { kind: 'setCells', sheet: known.name, cells },
  ];
}

function requireCell(snapshot: Snapshot, { cell, value }: Wish): CellValue {
  const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
  if (!sheet) {
    const names = snapshot.sheets.map(({ name }) => name).join('、');
    throw new CorrectionError(`工作簿里没有“${cell.sheet}”这张表。有:${names}。`);
  }
  const place = `“${cell.sheet}”${cellName(cell.row, cell.column)}`;
  const formula = sheet.formulas.get(cellKey(cell.row, cell.column));
  if (formula !== undefined) {
    throw new CorrectionError(`${place}是公式(${formula}),没有更正。请更正公式引用的单元格。`);
  }
  const before = valueAt(sheet, cell.row, cell.column);
  if (before === value) throw new CorrectionError(`${place}已经是“${String(value)}”,没有要更正的。`);
  return before;
}

function withValue(snapshot: Snapshot, { cell, value }: Wish): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    if (sheet.name !== cell.sheet) return sheet;
    const values = sheet.values.map((row) => [...row]);
    while (values.length <= cell.row - sheet.top) values.push([]);
    const row = values[cell.row - sheet.top];
    if (!row) return sheet;
    while (row.length <= cell.column - sheet.left) row.push('');
    row[cell.column - sheet.left] = value;
    return { ...sheet, values };
  });
  return { ...snapshot, sheets };
}

type People = ReadonlyMap<string, Evaluation['scores']['persons'][number]>;

/** Whose score or deduction is another now, and who has come into the result or gone out of it. */
function effects(before: Evaluation, after: Evaluation): string[] {
  const key = (person: Evaluation['scores']['persons'][number]): string =>
    [person.assessee.department, person.assessee.name, person.assessee.post].join('\n');
  const figures = (person: Evaluation['scores']['persons'][number] | undefined): string => {
    if (person === undefined) return '不在结果中';
    const score = published(person.score);
    return score === null ? '未计分' : `${score} 分(考核扣分 ${published(person.deduction) ?? '未定'})`;
  };
  const peopleOf = ({ scores }: Evaluation): People =>
    new Map(scores.persons.map((person) => [key(person), person]));
  const [old, now] = [peopleOf(before), peopleOf(after)];
  return [...new Map([...old, ...now])].flatMap(([id, person]) => {
    const [one, other] = [figures(old.get(id)), figures(now.get(id))];
    const { department, name } = person.assessee;
    return one === other ? [] : [`${department} ${name}:${one} → ${other}`];
  });
}
