import type Fraction from 'fraction.js';
import { isOutside, periodOfText, periodText, votePeriod } from '../../checks/period';
import {
  type CellRef,
  type Issue,
  makeIssue,
  PERIOD_EXAMPLES,
  PERIOD_WORDS,
  periodUnit,
  type PlainTableScheme,
  type RowDate,
  type SheetNames,
  type TableField,
} from '../../model';
import { readDate, serialOf } from '../../workbook/read/values/date';
import { firstDay, howToDate, monthOf } from './rowPeriods';
import { isUnclear, unclearScores } from './scores';
import { withoutResults } from './source';
import { amountAt, readTable, type TableRow } from '../../workbook/tables';
import { cellKey, type Snapshot } from '../../workbook/snapshot';

/** A scheme's sheet while it is worked on: its rows of the period, and a place for what is wrong with them. */
export class TableReading {
  readonly issues: Issue[] = [];
  rows: readonly TableRow[] = [];
  period: string | null = null;
  /** Rows of which the period cannot be read: whose they are is known, their figures are not. */
  private readonly undated = new Set<TableRow>();
  private columns: ReadonlyMap<string, number> = new Map();
  private readonly header: (column: number) => CellRef;
  /** By field: its scores are all no more than 1, and may be hundredths. */
  private readonly unclear = new Map<string, boolean>();
  private readonly source: Snapshot;

  constructor(
    snapshot: Snapshot,
    readonly scheme: PlainTableScheme,
    given: string | null,
  ) {
    this.source = withoutResults(snapshot, scheme);
    const { rows, columns, sheet, header } = this.table(scheme.sheet, scheme.fields);
    this.columns = columns;
    this.header = (column) => ({ sheet: sheet ?? '', row: header, column });
    this.rows = this.inPeriod(rows, given);
  }

  /** A sheet of the scheme; one without rows is an issue. */
  table(names: SheetNames, fields: readonly TableField[]) {
    const table = readTable(this.source, names, fields, this.scheme.totals);
    this.issues.push(...table.issues);
    if (table.sheet !== null && table.rows.length === 0) this.issues.push(noRows(table.sheet));
    return table;
  }

  /**
   * Rows of a sheet that somebody has filled in under `field`; none where there is no such sheet, without an issue;
   * `null` (with one) where it cannot be told which sheet is meant.
   */
  enteredIn(names: SheetNames, fields: readonly TableField[], field: string): readonly TableRow[] | null {
    const { rows, issues } = readTable(this.source, names, fields, this.scheme.totals);
    const unclear = issues.filter(({ code }) => code === 'header-ambiguous');
    this.issues.push(...unclear);
    return unclear.length > 0 ? null : rows.filter((row) => row.text(field) !== '');
  }

  /** A cell's number format, `''` for none that matters. */
  formatAt({ sheet, row, column }: CellRef): string {
    const found = this.source.sheets.find(({ name }) => name === sheet);
    return found?.formats.get(cellKey(row, column)) ?? '';
  }

  get date1904(): boolean {
    return this.source.date1904;
  }

  has(field: string): boolean {
    return this.columns.has(field);
  }

  fieldName(field: string): string {
    return this.scheme.fields.find(({ id }) => id === field)?.name ?? field;
  }

  report(
    row: TableRow,
    field: string,
    code: Issue['code'],
    details: Pick<Issue, 'received' | 'expected' | 'message'>,
    clause: string | null = null,
  ): void {
    this.issues.push(makeIssue(code, { cell: row.cell(field), clause, ...details }));
  }

  /** Who a row is about, spaces removed; `null` (with an issue) for nobody. */
  nameAt(row: TableRow, field: string): string | null {
    const name = row.text(field).replace(/\s/g, '');
    if (name !== '') return name;
    const title = this.fieldName(field);
    this.report(row, field, 'blank-person', {
      received: '',
      expected: title,
      message: `第 ${row.row + 1} 行没有写“${title}”,不知道算给谁。请补上。`,
    });
    return null;
  }

  /** A number from 0 up; `null` (with an issue) for anything else. */
  numberAt(row: TableRow, id: string): Fraction | null {
    const field = this.scheme.fields.find((each) => each.id === id)!;
    const { value, issue } = amountAt(this.source, row, field);
    if (issue) this.issues.push(issue);
    return value;
  }

  /** A score from 0 to `maximum`; `null` (with an issue) for anything else, and where 0.92 may be 92 points. */
  scoreAt(row: TableRow, id: string, maximum: number): Fraction | null {
    const name = this.fieldName(id);
    if (this.formatAt(row.cell(id)).includes('%')) {
      this.report(row, id, 'not-a-number', {
        received: `${row.text(id)}(百分比格式)`,
        expected: `0 到 ${maximum}`,
        message: `“${name}”这里是百分比格式,看不出是几分。请改成常规格式,写 0 到 ${maximum} 的分数。`,
      });
      return null;
    }
    const value = this.numberAt(row, id);
    if (value === null || this.isUnclear(id, maximum)) return null;
    if (value.compare(maximum) <= 0) return value;
    this.report(row, id, 'rate-out-of-range', {
      received: value.toString(),
      expected: `0 到 ${maximum}`,
      message: `“${name}”写的是 ${value.toString()},应在 0 到 ${maximum} 之间。请核对。`,
    });
    return null;
  }

  /** Whether a column's scores may be hundredths: an issue at its header, once. */
  private isUnclear(id: string, maximum: number): boolean {
    const known = this.unclear.get(id);
    if (known !== undefined) return known;
    const found = isUnclear(
      this.rows.map((row) => row.value(id)),
      maximum,
    );
    this.unclear.set(id, found);
    if (found)
      this.issues.push(unclearScores(this.header(this.columns.get(id)!), this.fieldName(id), maximum));
    return found;
  }

  /** The day of a cell; `null` for a blank one, with an issue for a text that is none: `how` it may be written. */
  dayAt(row: TableRow, field: string, how = '2024-6-30 这样的日期'): number | null {
    const reading = readDate(row.value(field), this.source.date1904);
    if (reading.kind === 'blank') return null;
    if (reading.kind === 'day' && reading.year !== null)
      return serialOf(reading.year, reading.month, reading.day);
    this.report(row, field, 'date-invalid', {
      received: row.text(field),
      expected: how,
      message: `“${this.fieldName(field)}”写的是“${row.text(field)}”,看不出是什么时候。请改成 ${how}。`,
    });
    return null;
  }

  /** Rows of the period that is given or that most rows lie in; a row that says none belongs to it. */
  private inPeriod(rows: readonly TableRow[], given: string | null): readonly TableRow[] {
    const { period: rule } = this.scheme;
    if (!rule) return rows;
    if (!this.columns.has(rule.field)) {
      this.period = given;
      return rows;
    }
    const dates = rows.map((row) => this.rowDate(row, rule.field));
    this.period = given ?? this.voted(dates);
    const { period } = this;
    if (period === null) return dates.every(({ serial }) => serial === null) ? rows : [];
    return rows.filter((row, index) => {
      if (!isOutside(dates[index]!, period)) return true;
      this.report(row, rule.field, 'date-outside-period', {
        received: row.text(rule.field),
        expected: periodText(period),
        message: `这一行不属于${periodText(period)},本期不计。请核对,或用 --period 指定另一期。`,
      });
      return false;
    });
  }

  /** A day, a period by its name (2024年6月, 2024Q3), or none. */
  private rowDate(row: TableRow, field: string): RowDate {
    const { unit } = this.scheme.period!;
    const text = row.text(field);
    const named = periodUnit(text) === unit ? text : (periodOfText(text, unit) ?? monthOf(text, unit));
    const day = named === null ? this.dayAt(row, field, howToDate(unit)) : firstDay(named);
    if (day === null && text !== '') this.undated.add(row);
    return { serial: day, yearless: null, invalid: false };
  }

  private voted(dates: readonly RowDate[]): string | null {
    const { unit } = this.scheme.period!;
    const vote = votePeriod(dates, unit);
    if (vote.kind === 'period') return vote.period;
    if (vote.kind === 'tie') {
      const found = vote.periods.map(periodText).join('和');
      this.issues.push(
        makeIssue('period-ambiguous', {
          received: found,
          expected: `一个${PERIOD_WORDS[unit]},例如 ${PERIOD_EXAMPLES[unit]}`,
          message: `看不出是哪个${PERIOD_WORDS[unit]}:${found}的行一样多。请用 --period 指定,例如 ${PERIOD_EXAMPLES[unit]}。`,
        }),
      );
    }
    return null;
  }

  /** Rows by what names them; a name that stands twice is an issue, and `null`. */
  unique(
    rows: readonly (readonly [string, TableRow])[],
    field: string,
  ): ReadonlyMap<string, TableRow | null> {
    const found = new Map<string, TableRow | null>();
    const first = new Map<string, TableRow>();
    for (const [name, row] of rows) {
      const before = first.get(name);
      if (!before) {
        first.set(name, row);
        found.set(name, this.undated.has(row) ? null : row);
        continue;
      }
      found.set(name, null);
      this.report(row, field, 'duplicate-row', {
        received: name,
        expected: '一行',
        message: `“${name}”在第 ${before.row + 1} 行已经有了,不知道按哪一行。请删去或改正一行。`,
      });
    }
    return found;
  }
}

function noRows(sheet: string): Issue {
  return makeIssue('sheet-missing', {
    sheet,
    received: '没有数据行',
    expected: '至少一行',
    message: `工作表“${sheet}”认出了表头,但下面没有一行数据。`,
  });
}
