import {
  type CellValue,
  finished,
  licenceNumber,
  type RowDate,
  SLICE_ROWS,
  type Slices,
  type Who,
} from '../../model';
import type { SheetLayout } from '../recognise/layout';
import { cellKey } from '../snapshot';
import { CellReader } from './cellReader';
import type { ReadContext } from './context';
import type { SheetField } from './field';
import { OtherTables } from './otherTables';
import { RowFilter } from './rows';
import { OFFSET_1904, readDate, serialOf } from './values/date';
import { readLicence } from './values/licence';
import { compact } from './values/text';

/** A date as read; `faulty` where what stands there is none. */
interface DateRead {
  readonly date: RowDate;
  readonly faulty: boolean;
}

/** Days of these years (1989 to 2079) are kept once they were read. */
const FIRST_DAY = 32_768;
const KEPT_DAYS = 32_768;
const daysFrom1900 = new Array<DateRead | undefined>(KEPT_DAYS);
const daysFrom1904 = new Array<DateRead | undefined>(KEPT_DAYS);

/** Reads the cells of one sheet by its layout. */
export class SheetReader extends CellReader {
  readonly filter: RowFilter;
  /** What stands below the sheet's own table. */
  readonly others: OtherTables;
  /** Where the licences stand; for loops over many rows. */
  readonly licenceField: SheetField;
  /** Positions in a row of what says whose it is; -1 for a column that the sheet does not have. */
  private readonly identity: Readonly<Record<'name' | 'department' | 'post', number>>;
  private readonly days = new Map<CellValue, DateRead>();
  /** Whole days that came up in any workbook whose days count like this one's. */
  private readonly wholeDays: (DateRead | undefined)[];

  constructor(
    context: ReadContext,
    layout: SheetLayout,
    /** The row that is read by itself, with the layout of the whole sheet; left out: all rows. */
    private readonly alone: { readonly row: number; readonly whole: SheetLayout } | null = null,
  ) {
    super(context, layout);
    this.licenceField = this.field('licence');
    this.wholeDays = context.snapshot.date1904 ? daysFrom1904 : daysFrom1900;
    const position = (field: string): number =>
      (this.column(field) ?? layout.sheet.left - 1) - layout.sheet.left;
    this.identity = {
      name: position('name'),
      department: position('department'),
      post: position('post'),
    };
    this.others = new OtherTables(this);
    this.filter = new RowFilter(alone?.whole ?? layout, context.vocabulary.scheme.words);
  }

  /** Calls back for each row below the header that may hold data. */
  eachRow(read: (row: number, cells: readonly CellValue[]) => void): void {
    finished(this.rowsInSlices(read));
  }

  /** The same, in slices. */
  *rowsInSlices(read: (row: number, cells: readonly CellValue[]) => void): Slices<void> {
    const { sheet, header } = this.layout;
    const { filter } = this;
    const end = sheet.top + sheet.values.length;
    let isAside = false;
    if (this.alone === null) this.others.lookAbove();
    for (let row = this.alone?.row ?? Math.max(header.bottom + 1, sheet.top); row < end; row++) {
      const cells = sheet.values[row - sheet.top]!;
      const holdsData = filter.holdsData(cells, row);
      if (filter.beginsAsHeader && this.alone === null) isAside = this.others.follow(row, cells, isAside);
      if (isAside) filter.leaveOut(row);
      else if (holdsData) read(row, cells);
      if (row % SLICE_ROWS === 0) yield;
    }
    this.context.skipped.set(sheet.name, filter.skipped);
  }

  /** Whom the row names; `post` overrides what the row says. A text that names a post is not kept: the post says it. */
  who(row: number, post: string | null, nameColumn: number | null): Who {
    return this.plainWho(row, post, nameColumn) ?? this.whoByCells(row, post, nameColumn, false);
  }

  /** Whom the row names by its own cells, with the text that stands for the post in any case. */
  whoSaid(row: number): Who {
    return this.whoByCells(row, null, null, true);
  }

  /** The same where all of it stands in the row as plain text, as it mostly does; `null` for a closer look. */
  private plainWho(row: number, post: string | null, nameColumn: number | null): Who | null {
    const { sheet } = this.layout;
    if (!this.isPlain) return null;
    const { name: own, department: place, post: role } = this.identity;
    const at = nameColumn === null ? own : nameColumn - sheet.left;
    if (at < 0 || place < 0) return null;
    const cells = sheet.values[row - sheet.top]!;
    const name = cells[at];
    const department = cells[place];
    if (!isPlainCell(name) || !isPlainCell(department)) return null;
    if (post !== null) return this.context.who(department, name, post, '');
    const text = role < 0 ? undefined : cells[role];
    if (!isPlainCell(text)) return null;
    const said = this.context.vocabulary.postOf(text);
    return this.context.who(department, name, said, said === null ? text : '');
  }

  private whoByCells(row: number, post: string | null, nameColumn: number | null, keepsText: boolean): Who {
    const at = nameColumn ?? this.column('name');
    const name = at === undefined ? (this.layout.meta.get('name')?.text ?? '') : this.mergedText(row, at);
    const departmentColumn = this.column('department');
    let broken = this.brokenAt(row, at, 'name');
    if (this.brokenAt(row, departmentColumn, 'department')) broken = true;
    const department =
      departmentColumn === undefined
        ? (this.layout.meta.get('department')?.text ?? '')
        : this.mergedText(row, departmentColumn);
    if (post !== null) return this.context.who(department, name, post, '', broken);
    const postColumn = this.column('post');
    if (this.brokenAt(row, postColumn, 'post')) broken = true;
    const text =
      postColumn === undefined
        ? (this.layout.meta.get('post')?.text ?? '')
        : this.mergedText(row, postColumn);
    const own = this.postOf(text, postColumn);
    return this.context.who(department, name, own, keepsText || own === null ? text : '', broken);
  }

  /** The post of a cell; that of the title where the sheet has no such column. */
  private postOf(text: string, column: number | undefined): string | null {
    if (text === '' && column === undefined) return this.layout.post;
    return this.context.vocabulary.postOf(text);
  }

  /** The number of a licence that stands as it should, a text of 12 digits; -1 where `licence` has to look closer. */
  plainLicence(row: number): number {
    const own = this.licenceField.value(row);
    return typeof own === 'string' && this.layout.sheet.uncalculated.size === 0 ? licenceNumber(own) : -1;
  }

  /** Reads the licence; `faulty` where digits were lost or nothing can be read. */
  licence(row: number): { text: string; faulty: boolean } {
    if (this.plainLicence(row) >= 0) return { text: this.licenceField.text(row), faulty: false };
    const own = this.licenceField.value(row);
    if (this.brokenAt(row, this.column('licence'), 'licence')) return { text: '', faulty: true };
    const raw = own === '' ? this.text(row, 'licence') : own;
    const reading = readLicence(raw);
    if (reading.kind === 'licence') return { text: reading.text, faulty: false };
    if (reading.kind === 'blank') return { text: '', faulty: false };
    const name = this.context.vocabulary.field('licence').name;
    this.context.report('licence-precision', {
      cell: this.fieldCell(row, 'licence'),
      received: String(raw),
      expected: '12 位数字',
      message: `${name}“${String(raw)}”已经丢失了后面的数字,无法还原。请按证件重新录入 12 位号码,并把单元格设为文本。`,
    });
    return { text: compact(String(raw)), faulty: true };
  }

  /** The day (Excel serial) of a cell that holds nothing but a whole one; NaN where `date` has to look closer. */
  plainDay(cell: CellValue | undefined): number {
    if (typeof cell !== 'number' || !Number.isInteger(cell)) return NaN;
    const day = cell - FIRST_DAY;
    if (day < 0 || day >= KEPT_DAYS) return NaN;
    return this.context.snapshot.date1904 ? cell + OFFSET_1904 : cell;
  }

  /** The post that a text names; `null` where it names none. */
  postNamed(text: string): string | null {
    return this.context.vocabulary.postOf(text);
  }

  /** Reads a date field; a text that is none is reported and makes the row faulty. */
  date(row: number, field: string): DateRead {
    return this.dateAt(row, field, this.field(field));
  }

  /** The same for loops over many rows: `at` is where the field stands. */
  dateAt(row: number, field: string, at: SheetField): DateRead {
    const own = at.value(row);
    const day = typeof own === 'number' ? own - FIRST_DAY : -1;
    const isKept = day >= 0 && day < KEPT_DAYS && Number.isInteger(day);
    const known = isKept ? this.wholeDays[day] : this.days.get(own);
    if (known) return known;
    const read = this.readDate(row, field, own);
    // Days repeat, and a number is never an error or an uncalculated formula.
    if (typeof own !== 'number' || read.faulty) return read;
    if (isKept) this.wholeDays[day] = read;
    else this.days.set(own, read);
    return read;
  }

  private readDate(row: number, field: string, own: CellValue): DateRead {
    const meta = this.column(field) === undefined ? this.layout.meta.get(field) : undefined;
    const raw = own === '' && meta ? meta.text : own;
    const column = this.column(field) ?? meta?.cell.column;
    const none = { serial: null, yearless: null };
    const invalid = { ...none, invalid: true };
    const name = this.context.vocabulary.field(field).name;
    const look = raw !== '' || this.layout.sheet.uncalculated.size > 0;
    const at = meta || column === undefined ? (meta?.cell.row ?? row) : this.filledDown(column).anchor(row);
    if (column !== undefined && look && this.broken(at, column, name, null)) {
      return { date: invalid, faulty: true };
    }
    const reading = readDate(raw, this.context.snapshot.date1904);
    if (meta && this.layout.definition.kind !== 'card') {
      // Above a table of many visits a month says the period; a wrong date there is one fault, not one a row.
      if (reading.kind === 'unreadable' && /^\d{4}年\d{1,2}月$/.test(compact(String(raw))))
        return { date: none, faulty: false };
      const key = cellKey(meta.cell.row, meta.cell.column);
      if (reading.kind === 'unreadable' && this.brokenCells.has(key)) return { date: invalid, faulty: true };
      this.brokenCells.add(key);
    }
    if (reading.kind === 'blank') return { date: none, faulty: false };
    if (reading.kind === 'day') {
      if (reading.year === null) {
        return { date: { serial: null, yearless: reading.month * 100 + reading.day }, faulty: false };
      }
      return {
        date: { serial: serialOf(reading.year, reading.month, reading.day), yearless: null },
        faulty: false,
      };
    }
    const shown = String(raw);
    this.context.report('date-invalid', {
      cell: this.fieldCell(row, field),
      received: shown,
      expected: '日期,例如 2008-06-30',
      message: `“${shown}”读不出日期。请改成 2008-06-30、2008.6.30、20080630 或 6月30日 这样的写法。`,
    });
    return { date: invalid, faulty: true };
  }
}

/** A text that is no error value. */
function isPlainCell(cell: CellValue | undefined): cell is string {
  return typeof cell === 'string' && cell.charCodeAt(0) !== 0x23;
}
