import { finished, type Scheme, type SheetDefinition, type Slices } from '../../model';
import { DEEPEST_HEADER, ofHead } from '../recognise/head';
import { fieldsInRow } from '../recognise/headRows';
import { sideBlockStart, splitAt } from '../recognise/sideBlock';
import { type Vocabulary, vocabularyOf } from '../recognise/vocabulary';
import { type SheetSnapshot, valueAt } from '../snapshot';
import { type ColumnMatch, headerText, holdsRequired, matchColumns, summaryDefinition } from './columns';
import { cellsOf } from './headerTexts';
import type { FreeRow, SummaryLayout, SummaryTable } from './layout';
import { ColumnReader } from './mergedText';
import { columnOfType, readPersons, summaryTable } from './personRows';
import { rowKind } from './rowKinds';
import { RunCollector } from './runs';
import { isNotice } from './wording';

/** Headers that the scheme knows in the row of a summary with its departments beside the persons, at least. */
const FEWEST_BESIDE = 7;

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
  const beside = yield* withBlockBeside(sheet, scheme, definition);
  if (beside) return beside;
  const header = headerOf(sheet, vocabulary);
  if (!header) return null;
  const end = sheet.top + sheet.values.length;
  const below = yield* findBlock(sheet, vocabulary, definition, header.rows.at(-1)! + 1, end);
  const block = below ?? (yield* findBlock(sheet, vocabulary, definition, sheet.top, header.rows[0]!));
  if (block && isRightOf(block, header)) return yield* withBlockOnTheRight(sheet, scheme, header, block);
  return {
    sheet: sheet.name,
    persons: yield* readPersons(sheet, scheme, header, below?.rows[0] ?? end),
    departments: block && readDepartments(sheet, scheme, block, below ? end : header.rows[0]!),
    notice: yield* findNotice(sheet, header.rows.at(-1)! + 1),
  };
}

/** Whether all columns of a block stand on the right of all columns of the persons. */
function isRightOf(block: ColumnMatch, persons: ColumnMatch): boolean {
  return Math.min(...block.columns.values()) > Math.max(...persons.columns.values());
}

/** A summary whose block stands on the right under a header row of its own: its rows end none of the persons'. */
function* withBlockOnTheRight(
  sheet: SheetSnapshot,
  scheme: Scheme,
  header: ColumnMatch,
  block: ColumnMatch,
): Slices<SummaryLayout> {
  const [left, right] = splitAt(sheet, Math.min(...block.columns.values()));
  const end = sheet.top + sheet.values.length;
  const persons = yield* readPersons(left, scheme, header, end);
  const departments = readDepartments(right, scheme, block, end);
  const isBeside = block.rows[0]! < persons.below && departments.below > header.rows[0]!;
  return {
    sheet: sheet.name,
    persons,
    departments: isBeside ? readDepartmentsBeside(right, scheme, block) : departments,
    notice: yield* findNotice(left, header.rows.at(-1)! + 1),
  };
}

/** A summary whose departments stand on the right of the persons; `null` for any other. */
function* withBlockBeside(
  sheet: SheetSnapshot,
  scheme: Scheme,
  definition: SheetDefinition,
): Slices<SummaryLayout | null> {
  const vocabulary = vocabularyOf(scheme);
  const start = sideStart(sheet, vocabulary);
  if (start === null) return null;
  const [left, right] = splitAt(sheet, start);
  const header = findHeader(left, vocabulary, definition);
  if (!header) return null;
  const block = matchColumns(right, vocabulary, header.rows, definition.block?.fields ?? []);
  if (block.columns.size < 3) return null;
  yield;
  return {
    sheet: sheet.name,
    persons: yield* readPersons(left, scheme, header, sheet.top + sheet.values.length),
    departments: readDepartmentsBeside(right, scheme, block),
    notice: yield* findNotice(left, header.rows.at(-1)! + 1),
  };
}

/** First column of the departments on the right of the persons; `null` for none. */
const sideStart = ofHead((sheet, vocabulary): number | null => {
  const definition = summaryDefinition(vocabulary.scheme);
  if (!definition) return null;
  const last = sheet.top + Math.min(sheet.values.length, DEEPEST_HEADER) - 1;
  for (let row = sheet.top; row <= last; row += 1) {
    if (fieldsInRow(sheet, vocabulary, row) < FEWEST_BESIDE) continue;
    const heads = cellsOf(sheet, row).map((_, at) => {
      const column = sheet.left + at;
      return { column, text: headerText(sheet, row, column) };
    });
    const start = sideBlockStart(heads, vocabulary, definition);
    if (start !== null) return start;
  }
  return null;
});

/** The header of a summary whose departments do not stand beside its persons. */
const headerOf = ofHead((sheet, vocabulary): ColumnMatch | null => {
  const definition = summaryDefinition(vocabulary.scheme);
  return definition && findHeader(sheet, vocabulary, definition);
});

function findHeader(
  sheet: SheetSnapshot,
  vocabulary: Vocabulary,
  definition: SheetDefinition,
): ColumnMatch | null {
  const last = sheet.top + Math.min(sheet.values.length, DEEPEST_HEADER) - 1;
  for (let row = sheet.top; row <= last; row += 1) {
    const known = fieldsInRow(sheet, vocabulary, row);
    if (known === 0) continue;
    const one = matchColumns(sheet, vocabulary, [row], definition.fields);
    const two =
      fieldsInRow(sheet, vocabulary, row + 1) >= 2
        ? matchColumns(sheet, vocabulary, [row, row + 1], definition.fields)
        : one;
    const best = two.columns.size > one.columns.size ? two : one;
    if (holdsRequired(vocabulary, definition, best)) return best.details ? null : best;
  }
  return null;
}

/** The header of a department block in rows `from` to before `until`: departments without persons, with at least one column of its own. */
function* findBlock(
  sheet: SheetSnapshot,
  vocabulary: Vocabulary,
  definition: SheetDefinition,
  from: number,
  until: number,
): Slices<ColumnMatch | null> {
  const fields = definition.block?.fields ?? [];
  const own = fields.filter((field) => !definition.fields.includes(field));
  const naming = fields.filter((field) => vocabulary.field(field).type === 'department');
  const persons = definition.fields.filter((field) => vocabulary.field(field).type === 'name');
  for (let row = from; row < until; row += 1) {
    if (row % ROWS === 0) yield;
    if (fieldsInRow(sheet, vocabulary, row) < 3) continue;
    const match = matchColumns(sheet, vocabulary, [row], [...fields, ...persons]);
    const has = (field: string): boolean => match.columns.has(field);
    if (naming.every(has) && own.some(has) && !persons.some(has) && match.columns.size >= 3) return match;
  }
  return null;
}

/** The departments below a block's header, at most to before row `until`: what stands there is another table's. */
function readDepartments(
  sheet: SheetSnapshot,
  scheme: Scheme,
  header: ColumnMatch,
  until: number,
): SummaryTable {
  const names = new ColumnReader(sheet, columnOfType(vocabularyOf(scheme), header, 'department'));
  const collector = new RunCollector(header.rows.at(-1)!);
  for (let row = header.rows.at(-1)! + 1; row < until; row += 1) {
    const kind = rowKind(scheme, cellsOf(sheet, row));
    if (kind === 'note' || kind === 'notice' || (kind === 'blank' && collector.hasRows)) break;
    if (kind === 'total') collector.endAtTotal(row);
    else if (kind === 'blank') collector.addFree(openRow(row), false);
    else if (names.own(row) !== '') collector.add({ row, department: names.own(row), name: '', post: '' });
  }
  return summaryTable(header, collector);
}

function openRow(row: number): FreeRow {
  return { row, department: '', post: null };
}

/**
 * The departments on the right of the persons. Rows for further ones cannot come in there without tearing the persons
 * apart, so blank cells below are free, and who finds none has no row.
 */
function readDepartmentsBeside(sheet: SheetSnapshot, scheme: Scheme, header: ColumnMatch): SummaryTable {
  const names = new ColumnReader(sheet, columnOfType(vocabularyOf(scheme), header, 'department'));
  const collector = new RunCollector(header.rows.at(-1)!);
  const end = sheet.top + sheet.values.length;
  for (let row = header.rows.at(-1)! + 1; row < end; row += 1) {
    const kind = rowKind(scheme, cellsOf(sheet, row));
    if (kind === 'blank') collector.addFree(openRow(row), true);
    else if (kind === 'other' && names.own(row) !== '')
      collector.add({ row, department: names.own(row), name: '', post: '' });
    else break;
  }
  return { ...summaryTable(header, collector), isBeside: true };
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
