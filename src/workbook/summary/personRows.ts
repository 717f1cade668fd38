import type { Scheme, Slices } from '../../model';
import { formulaReads } from '../formulaReads';
import { fieldsInRow } from '../recognise/headRows';
import { type Vocabulary, vocabularyOf } from '../recognise/vocabulary';
import { cellKey, type SheetSnapshot, valueAt } from '../snapshot';
import type { ColumnMatch } from './columns';
import { cellsOf } from './headerTexts';
import type { SummaryRow, SummaryTable } from './layout';
import { ColumnReader } from './mergedText';
import { rowKind } from './rowKinds';
import { runningNumber } from './runningNumbers';
import { RunCollector } from './runs';

/** Rows of a summary that are looked at in one slice: each has a dozen cells. */
const ROWS = 1_024;

/** A row below the header. */
interface Line {
  readonly row: number;
  readonly kind: 'total' | 'note' | 'blank' | 'prepared' | 'person';
  readonly department: string;
  /** Id of the post for which the row is prepared. */
  readonly post?: string | null;
  readonly person?: SummaryRow;
  /** Its department or post says that it is about a person; a name alone may be the label of a figure (达标人数). */
  readonly isSure?: boolean;
}

/** Reads who stands where between the header and row `until`, 0-based. */
export function* readPersons(
  sheet: SheetSnapshot,
  scheme: Scheme,
  header: ColumnMatch,
  until: number,
): Slices<SummaryTable> {
  const lines: Line[] = [];
  const lineAt = lineReader(sheet, scheme, header);
  for (let row = header.rows.at(-1)! + 1; row < until; row += 1) {
    if (row % ROWS === 0) yield;
    const line = lineAt(row);
    if (line) lines.push(line);
  }
  const lastSure = lines.filter(({ isSure }) => isSure).at(-1)?.row;
  const collector = new RunCollector(header.rows.at(-1)!);
  for (const line of lines) {
    const { row, kind, department, person } = line;
    if (kind === 'total') collector.endAtTotal(row);
    else if (kind === 'note') collector.endAtNote();
    else if (!person) collector.addFree({ row, department, post: line.post ?? null }, kind === 'prepared');
    else if (line.isSure || lastSure === undefined) collector.add(person);
    else {
      collector.addStray(person);
      if (row > lastSure) collector.endAtNote();
    }
  }
  return summaryTable(header, collector);
}

/** Tells what a row is; `null` for one that is none of the table's: a header once more, a line of something else. */
function lineReader(sheet: SheetSnapshot, scheme: Scheme, header: ColumnMatch): (row: number) => Line | null {
  const vocabulary = vocabularyOf(scheme);
  const reader = (type: string): ColumnReader =>
    new ColumnReader(sheet, columnOfType(vocabulary, header, type));
  const [departments, names, posts] = [reader('department'), reader('name'), reader('post')];
  return (row) => {
    const kind = rowKind(scheme, cellsOf(sheet, row));
    const department = departments.text(row);
    if (kind === 'total') return { row, kind, department };
    if (kind === 'note' || kind === 'notice') return { row, kind: 'note', department };
    if (kind === 'blank') return { row, kind, department };
    if (fieldsInRow(sheet, vocabulary, row) >= 3) return null;
    if (names.text(row) !== '' && (names.own(row) !== '' || posts.own(row) !== '')) {
      const post = posts.text(row);
      const isSure = department !== '' || vocabulary.postOf(post) !== null;
      return {
        row,
        kind: 'person',
        department,
        person: { row, ...downTo(names.bottom(row), row), department, name: names.text(row), post },
        isSure,
      };
    }
    const post = vocabulary.postOf(posts.own(row));
    const isNobodys = posts.own(row) !== '' && post === null;
    if (isNobodys || !isPrepared(sheet, vocabulary, header, row)) return null;
    return { row, kind: 'prepared', department, post };
  };
}

/** Names are rarely merged downwards: most rows say nothing of it. */
function downTo(bottom: number, row: number): Pick<SummaryRow, 'bottom'> {
  return bottom > row ? { bottom } : {};
}

/** Only a running number stands in the row, beside a 序号 also a department and a post; formulas over the row itself wait there. */
function isPrepared(sheet: SheetSnapshot, vocabulary: Vocabulary, header: ColumnMatch, row: number): boolean {
  const occupied = [...header.columns].filter(([, column]) => isOccupied(sheet, row, column));
  const isNumber = (column: number): boolean => runningNumber(valueAt(sheet, row, column)) !== null;
  if (occupied.length === 1) return isNumber(occupied[0]![1]);
  const sequence = header.columns.get('sequence');
  if (sequence === undefined || !isNumber(sequence)) return false;
  return occupied.every(
    ([field, column]) => column === sequence || ['department', 'post'].includes(vocabulary.field(field).type),
  );
}

/** Whether something stands in the cell; a formula that looks at its own row waits, one that adds up others is a footer's. */
function isOccupied(sheet: SheetSnapshot, row: number, column: number): boolean {
  const formula = sheet.formulas.get(cellKey(row, column));
  if (formula === undefined) return valueAt(sheet, row, column) !== '';
  return !formulaReads(formula).areas.some(({ area }) => area.top === row && area.bottom === row);
}

/** The first column under the header whose field is of that type. */
export function columnOfType(vocabulary: Vocabulary, header: ColumnMatch, type: string): number | undefined {
  for (const [field, column] of header.columns) if (vocabulary.field(field).type === type) return column;
  return undefined;
}

/** The table of a header and of what was collected below it. */
export function summaryTable(header: ColumnMatch, collector: RunCollector): SummaryTable {
  const { columns, ambiguous, rows } = header;
  return { headerRows: rows, columns, ambiguous, ...collector.finish() };
}
