import { type CellValue, finished, type Scheme, type SheetDefinition, type Slices } from '../../model';
import { type Vocabulary, vocabularyOf } from '../recognise/vocabulary';
import { type SheetSnapshot, valueAt } from '../snapshot';
import { type ColumnMatch, holdsRequired, matchColumns, summaryDefinition } from './columns';
import type { SummaryLayout, SummaryTable } from './layout';
import { ColumnReader } from './mergedText';
import { rowKind } from './rowKinds';
import { runningNumber } from './runningNumbers';
import { RunCollector } from './runs';
import { isNotice } from './wording';

/** Rows from the top of the used range in which the header is looked for. */
const DEEPEST_HEADER = 40;

function cellsOf(sheet: SheetSnapshot, row: number): readonly CellValue[] {
  return sheet.values[row - sheet.top] ?? [];
}

const found = new WeakMap<SheetSnapshot, Map<Scheme, SummaryLayout | null>>();

/**
 * Recognises a 汇总表 by its header and reads where everybody stands; `null` where the sheet is none. What was read of
 * a sheet never changes, so it is looked at once.
 */
export function findSummary(sheet: SheetSnapshot, scheme: Scheme): SummaryLayout | null {
  return finished(findSummaryInSlices(sheet, scheme));
}

/** The same in slices. */
export function* findSummaryInSlices(sheet: SheetSnapshot, scheme: Scheme): Slices<SummaryLayout | null> {
  let own = found.get(sheet);
  if (!own) found.set(sheet, (own = new Map<Scheme, SummaryLayout | null>()));
  let layout = own.get(scheme);
  if (layout === undefined) own.set(scheme, (layout = yield* summaryOf(sheet, scheme)));
  return layout;
}

/** Rows of a summary that are looked at in one slice: each has a dozen cells. */
const ROWS = 1_024;

function* summaryOf(sheet: SheetSnapshot, scheme: Scheme): Slices<SummaryLayout | null> {
  const definition = summaryDefinition(scheme);
  if (!definition) return null;
  const vocabulary = vocabularyOf(scheme);
  const header = findHeader(sheet, vocabulary, definition);
  if (!header) return null;
  const block = yield* findBlock(sheet, vocabulary, definition, header.rows.at(-1)! + 1);
  const end = sheet.top + sheet.values.length;
  return {
    sheet: sheet.name,
    persons: yield* readPersons(sheet, scheme, header, block?.rows[0] ?? end),
    departments: block && readDepartments(sheet, scheme, block),
    notice: yield* findNotice(sheet, header.rows.at(-1)! + 1),
  };
}

function findHeader(
  sheet: SheetSnapshot,
  vocabulary: Vocabulary,
  definition: SheetDefinition,
): ColumnMatch | null {
  const last = sheet.top + Math.min(sheet.values.length, DEEPEST_HEADER) - 1;
  for (let row = sheet.top; row <= last; row += 1) {
    const known = vocabularyHits(sheet, vocabulary, row);
    if (known === 0) continue;
    const one = matchColumns(sheet, vocabulary, [row], definition.fields);
    const two =
      vocabularyHits(sheet, vocabulary, row + 1) >= 2
        ? matchColumns(sheet, vocabulary, [row, row + 1], definition.fields)
        : one;
    const best = two.columns.size > one.columns.size ? two : one;
    if (holdsRequired(vocabulary, definition, best)) return best.details ? null : best;
  }
  return null;
}

/** Longest text that is tried as a header; what is longer is a remark. */
const LONGEST_HEADER = 40;

const headerTexts = new WeakMap<Vocabulary, Map<string, boolean>>();

/** Whether the scheme knows the text as a header. Asked for every cell of long sheets, so it is kept. */
function isHeaderText(vocabulary: Vocabulary, text: string): boolean {
  const known = headerTexts.get(vocabulary) ?? new Map<string, boolean>();
  headerTexts.set(vocabulary, known);
  const answer = known.get(text) ?? vocabulary.fieldClaims(text).length > 0;
  known.set(text, answer);
  return answer;
}

/** Number of cells of a row that are headers of the scheme. */
function vocabularyHits(sheet: SheetSnapshot, vocabulary: Vocabulary, row: number): number {
  return cellsOf(sheet, row).filter(
    (value) =>
      typeof value === 'string' &&
      value !== '' &&
      value.length <= LONGEST_HEADER &&
      isHeaderText(vocabulary, value),
  ).length;
}

/** The header of a department block: departments without persons, with at least one column of its own. */
function* findBlock(
  sheet: SheetSnapshot,
  vocabulary: Vocabulary,
  definition: SheetDefinition,
  from: number,
): Slices<ColumnMatch | null> {
  const fields = definition.block?.fields ?? [];
  const own = fields.filter((field) => !definition.fields.includes(field));
  const naming = fields.filter((field) => vocabulary.field(field).type === 'department');
  const persons = definition.fields.filter((field) => vocabulary.field(field).type === 'name');
  for (let row = from; row < sheet.top + sheet.values.length; row += 1) {
    if (row % ROWS === 0) yield;
    if (vocabularyHits(sheet, vocabulary, row) < 3) continue;
    const match = matchColumns(sheet, vocabulary, [row], [...fields, ...persons]);
    const has = (field: string): boolean => match.columns.has(field);
    if (naming.every(has) && own.some(has) && !persons.some(has) && match.columns.size >= 3) return match;
  }
  return null;
}

function* readPersons(
  sheet: SheetSnapshot,
  scheme: Scheme,
  header: ColumnMatch,
  until: number,
): Slices<SummaryTable> {
  const vocabulary = vocabularyOf(scheme);
  const reader = (type: string): ColumnReader =>
    new ColumnReader(sheet, columnOfType(vocabulary, header, type));
  const [departments, names, posts] = [reader('department'), reader('name'), reader('post')];
  const collector = new RunCollector(header.rows.at(-1)!);
  for (let row = header.rows.at(-1)! + 1; row < until; row += 1) {
    if (row % ROWS === 0) yield;
    const kind = rowKind(scheme, cellsOf(sheet, row));
    if (kind === 'total') collector.endAtTotal(row);
    else if (kind === 'note' || kind === 'notice') collector.endAtNote();
    else if (kind === 'blank') collector.addFree(row, departments.text(row), false);
    else if (vocabularyHits(sheet, vocabulary, row) >= 3) continue;
    else if (names.text(row) !== '' && (names.own(row) !== '' || posts.own(row) !== '')) {
      const [department, name, post] = [departments.text(row), names.text(row), posts.text(row)];
      collector.add({ row, department, name, post });
    } else if (isPrepared(sheet, header, row)) collector.addFree(row, departments.text(row), true);
  }
  return table(header, collector);
}

/** Only a running number stands in the row. */
function isPrepared(sheet: SheetSnapshot, header: ColumnMatch, row: number): boolean {
  const filled = [...header.columns].filter(([, column]) => valueAt(sheet, row, column) !== '');
  return filled.length === 1 && runningNumber(valueAt(sheet, row, filled[0]![1])) !== null;
}

function readDepartments(sheet: SheetSnapshot, scheme: Scheme, header: ColumnMatch): SummaryTable {
  const names = new ColumnReader(sheet, columnOfType(vocabularyOf(scheme), header, 'department'));
  const collector = new RunCollector(header.rows.at(-1)!);
  for (let row = header.rows.at(-1)! + 1; row < sheet.top + sheet.values.length; row += 1) {
    const kind = rowKind(scheme, cellsOf(sheet, row));
    if (kind === 'note' || kind === 'notice' || (kind === 'blank' && collector.hasRows)) break;
    if (kind === 'total') collector.endAtTotal(row);
    else if (kind === 'blank') collector.addFree(row, '', false);
    else if (names.own(row) !== '') collector.add({ row, department: names.own(row), name: '', post: '' });
  }
  return table(header, collector);
}

function columnOfType(vocabulary: Vocabulary, header: ColumnMatch, type: string): number | undefined {
  for (const [field, column] of header.columns) if (vocabulary.field(field).type === type) return column;
  return undefined;
}

function table(header: ColumnMatch, collector: RunCollector): SummaryTable {
  const { columns, ambiguous, rows } = header;
  return { headerRows: rows, columns, ambiguous, ...collector.finish() };
}

function* findNotice(sheet: SheetSnapshot, from: number): Slices<SummaryLayout['notice']> {
  for (let row = from; row < sheet.top + sheet.values.length; row += 1) {
    if (row % ROWS === 0) yield;
    const index = cellsOf(sheet, row).findIndex((value) => typeof value === 'string' && isNotice(value));
    if (index >= 0) {
      const column = sheet.left + index;
      return { row, column, text: String(valueAt(sheet, row, column)) };
    }
  }
  return null;
}
