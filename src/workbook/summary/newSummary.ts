import {
  type Area,
  type CellValue,
  type DepartmentScore,
  endsSlice,
  finished,
  periodTitle,
  type PersonScore,
  type Scheme,
  type SheetDefinition,
  type Slices,
} from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../host';
import type { Vocabulary } from '../recognise/vocabulary';
import { freeSheetName, textWidth } from '../sheetText';
import { summaryDefinition } from './columns';
import { noticeFor } from './notice';
import { vocabularyOf } from '../recognise/vocabulary';
import type { Origin, RowOwner } from './fillPlan';
import { endsPlanSlice } from './tableFill';
import { departmentSubject, personSubject } from './tableTask';

/** Fields whose figures are whole numbers. */
const WHOLE = new Set(['sequence', 'sumHouseholds', 'sumRank', 'sumPersons']);

const HEADER_ROWS = 3;

/** A table of the sheet. */
interface DraftTable {
  /** Row of the headers, and first column. */
  readonly top: number;
  readonly left: number;
  readonly fields: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly DraftRow[];
}

/** A row of a table: whose it is, and its values by field. */
interface DraftRow {
  readonly owner: RowOwner;
  readonly values: ReadonlyMap<string, CellValue>;
}

/** Cells of the sheet while it is put together. */
class SheetDraft {
  readonly cells: NewCell[] = [];
  private readonly tables: DraftTable[] = [];
  readonly merges: Area[] = [];

  constructor(
    readonly width: number,
    private readonly vocabulary: Vocabulary,
  ) {}

  put(row: number, column: number, value: CellValue, style: CellStyle): void {
    this.cells.push({ row, column, value, style });
  }

  /** A text over the whole width. */
  across(row: number, text: string, style: CellStyle): void {
    this.put(row, 0, text, style);
    this.merges.push({ top: row, left: 0, bottom: row, right: this.width - 1 });
  }

  /**
   * A table: headers, then one row an item, blanks included so that the grid is closed; one blank row where
   * there is no item, whose formats later rows take. Returns the row below.
   */
  *table(table: DraftTable): Slices<number> {
    const { top, left, fields, headers, rows } = table;
    this.tables.push(table);
    headers.forEach((header, index) => this.put(top, left + index, header, 'header'));
    const lines = rows.length > 0 ? rows.map(({ values }) => values) : [new Map<string, CellValue>()];
    for (const [index, values] of lines.entries()) {
      fields.forEach((field, offset) => {
        const value = values.get(field) ?? '';
        this.put(top + 1 + index, left + offset, value, this.styleOf(field, value));
      });
      if (endsPlanSlice(index)) yield;
    }
    return top + 1 + lines.length;
  }

  /** Whose cell it is, and what it holds. */
  originAt(row: number, column: number): Origin {
    for (const { top, left, fields, rows } of this.tables) {
      const own = rows[row - top - 1];
      if (own) return { owner: own.owner, field: fields[column - left] ?? null };
    }
    return { owner: null, field: null };
  }

  private styleOf(field: string, value: CellValue): CellStyle {
    if (typeof value === 'string' && value !== '') return 'text';
    const points = field.endsWith('Deduction') && Number.isInteger(value);
    if (WHOLE.has(field) || points) return 'integer';
    return this.vocabulary.field(field).type === 'figure' ? 'decimal' : 'text';
  }

  /** Widths in characters that fit the tables. */
  *columnWidths(): Slices<number[]> {
    const widths = Array.from({ length: this.width }, () => 6);
    let looked = 0;
    for (const { column, value, style } of this.cells) {
      if (endsSlice(looked++)) yield;
      if (style === 'title' || style === 'meta' || style === 'note') continue;
      widths[column] = Math.min(24, Math.max(widths[column] ?? 6, textWidth(String(value)) + 2));
    }
    return widths;
  }
}

/** What a new summary holds. */
export interface NewSummary {
  /** In the order in which they are listed. */
  readonly persons: readonly PersonScore[];
  readonly departments: readonly DepartmentScore[];
  /** The department whose own summary it is, `null` for one for all. */
  readonly department: string | null;
  /** Names of tabs that there are. */
  readonly taken: readonly string[];
  readonly period: string | null;
}

/** The summary to be made where a workbook has none: ready to print, with a department block and a footer. */
export function newSummary(scheme: Scheme, content: NewSummary): NewSheet {
  return finished(newSummaryInSlices(scheme, content)).sheet;
}

/** A summary to be made, and what its cells (0-based) hold. */
export interface MadeSummary {
  readonly sheet: NewSheet;
  readonly originAt: (row: number, column: number) => Origin;
}

/** The same in slices: a province's has hundreds of thousands of cells. */
export function* newSummaryInSlices(scheme: Scheme, content: NewSummary): Slices<MadeSummary> {
  const definition = summaryDefinition(scheme);
  if (!definition) throw new Error(`scheme ${scheme.id} has no summary sheet`);
  const { persons, department, period } = content;
  const vocabulary = vocabularyOf(scheme);
  const draft = new SheetDraft(definition.fields.length, vocabulary);
  const whose = department === null ? '' : `(${department})`;
  draft.across(0, periodTitle(period) + definition.title + whose, 'title');
  draft.across(1, `依据:${scheme.title}(${scheme.number})`, 'meta');
  const headers = definition.fields.map((field) => vocabulary.field(field).name);
  const rows = yield* personRows(scheme, persons);
  let row = yield* draft.table({ top: 2, left: 0, fields: definition.fields, headers, rows });
  const notice = noticeFor(scheme, persons);
  if (notice !== '') draft.across(row++, notice, 'note');
  row = yield* putDepartments(draft, row + 1, { scheme, definition, vocabulary }, content.departments);
  putSignatures(draft, row + 1, scheme);
  const sheet: NewSheet = {
    name: freeSheetName(tabName(definition, department), content.taken),
    cells: draft.cells,
    merges: draft.merges,
    columnWidths: yield* draft.columnWidths(),
    headerRows: HEADER_ROWS,
    landscape: true,
    lists: [],
  };
  return { sheet, originAt: (at, column) => draft.originAt(at, column) };
}

/** Characters that Excel does not take in the name of a tab, or that no file can hold there. */
const NOT_IN_TABS = /[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]/gu;

function tabName({ name }: SheetDefinition, department: string | null): string {
  return department === null ? name : `${name}-${department.replace(NOT_IN_TABS, ' ').trim()}`;
}

function* personRows(scheme: Scheme, persons: readonly PersonScore[]): Slices<DraftRow[]> {
  const subject = personSubject(scheme);
  const rows: DraftRow[] = [];
  for (const [index, person] of persons.entries()) {
    const named: [string, CellValue][] = [['sequence', index + 1], ...subject.naming(person)];
    rows.push({ owner: subject.owner(person), values: new Map([...named, ...subject.figures(person)]) });
    if (endsPlanSlice(index)) yield;
  }
  return rows;
}

/** What the tables of a new summary are made by. */
interface Forms {
  readonly scheme: Scheme;
  readonly definition: SheetDefinition;
  readonly vocabulary: Vocabulary;
}

/** The block stands under the persons' own department column, which is wide enough. */
function* putDepartments(
  draft: SheetDraft,
  top: number,
  { scheme, definition, vocabulary }: Forms,
  departments: readonly DepartmentScore[],
): Slices<number> {
  const fields = definition.block?.fields ?? [];
  if (fields.length === 0) return top;
  const left = Math.max(0, definition.fields.indexOf(fields[0]!));
  const subject = departmentSubject(scheme);
  const rows = departments.map((department) => ({
    owner: subject.owner(department),
    values: new Map([...subject.naming(department), ...subject.figures(department)]),
  }));
  const headers = fields.map((field) => vocabulary.field(field).name);
  return yield* draft.table({ top, left, fields, headers, rows });
}

function putSignatures(draft: SheetDraft, row: number, scheme: Scheme): void {
  const { signatures } = scheme.words;
  const step = Math.max(1, Math.floor((draft.width - 1) / Math.max(1, signatures.length)));
  signatures.forEach((word, index) => draft.put(row, 1 + index * step, `${word}:`, 'meta'));
}
