import {
  endsSlice,
  fieldCell,
  type OwnTotal,
  type RowSource,
  shownValue,
  type Slices,
  type VisitRow,
  type VisitRows,
} from '../model';
import type { Desk } from './desk';
import type { KnownVisits } from './knownVisits';
import { type Days, daysOf, isOutside, type Period, periodLike, periodText, serialIn } from './period';

/** Licences, dates and inspectors of all visits; one report a row, also where a household feeds several persons. */
export function* checkVisitRows(visits: VisitRows, period: Period | null, desk: Desk): Slices<void> {
  const days = period === null ? null : daysOf(period);
  const numbered = desk.scheme.fields.some(({ id }) => id === 'licence');
  const sheets = new Set<string>();
  const inspectors = new Inspectors();
  for (let at = 0; at < visits.length; at++) {
    if (endsSlice(at)) yield;
    if (isSound(visits, at, days, inspectors)) continue;
    const row = visits.at(at);
    checkInspector(row, inspectors, desk);
    if (visits.sharesRow(at)) continue;
    if (numbered) checkLicence(row, visits.licenceAt(at), sheets, desk);
    checkDate(row, period, sheets, desk);
  }
}

/** A quick look at a plain visit, which has a licence and a day: `true` only where there is nothing to report. */
function isSound(visits: VisitRows, at: number, days: Days | null, inspectors: Inspectors): boolean {
  if (!visits.isPlain(at)) return false;
  const day = visits.dayAt(at);
  if (days !== null && !(day >= days.from && day < days.to)) return false;
  const { inspectorAt } = visits.partAt(at);
  return inspectorAt === null || !inspectors.name(inspectorAt(visits.rowAt(at)), visits.whoAt(at).name);
}

/** `number` is the licence as one, -1 where it is none of 12 digits. */
function checkLicence(row: VisitRow, number: number, sheets: Set<string>, desk: Desk): void {
  if (row.licenceLost === true || number >= 0) return;
  const name = desk.fieldName('licence');
  if (row.licence === '') {
    const shown = row.household === '' ? `第 ${row.row + 1} 行` : `“${row.household}”`;
    if (!isThere(row, 'licence') && !firstOf(sheets, row, 'licence')) return;
    desk.report('licence-missing', {
      cell: fieldCell(row, 'licence'),
      expected: '12 位数字',
      message: isThere(row, 'licence')
        ? `${shown}没有${name},只能靠客户名称区分。请补上。`
        : `工作表“${row.source.sheet}”没有${name}这一列,各户只能靠客户名称区分。`,
    });
  } else {
    desk.report('licence-format', {
      cell: fieldCell(row, 'licence'),
      received: row.licence,
      expected: '12 位数字',
      message: `${name}“${row.licence}”不是 12 位数字(现有 ${row.licence.length} 位)。请核对。`,
    });
  }
}

function checkDate(row: VisitRow, period: Period | null, sheets: Set<string>, desk: Desk): void {
  if (row.date.invalid) return;
  if (row.date.serial === null && row.date.yearless === null) {
    if (!isThere(row, 'date') && !firstOf(sheets, row, 'date')) return;
    desk.report('date-missing', {
      cell: fieldCell(row, 'date'),
      expected: desk.fieldName('date'),
      message: isThere(row, 'date')
        ? `第 ${row.row + 1} 行没有日期,这次走访仍然计入。请补上日期。`
        : `工作表“${row.source.sheet}”没有日期列,走访仍然计入。`,
    });
    return;
  }
  if (period === null || !isOutside(row.date, period)) return;
  const again = desk.scheme.sections.some(
    ({ grain, revisits }) => grain === 'household' && revisits === true,
  );
  desk.report('date-outside-period', {
    cell: fieldCell(row, 'date'),
    clause: desk.scheme.sampling.clause,
    received: periodText(periodLike(period, serialIn(row.date, period)!)),
    expected: periodText(period),
    message: again
      ? `这一次的日期不在${periodText(period)}内,属于另一期,本期不计。请核对日期或测评期间。`
      : `这次走访的日期不在${periodText(period)}内,仍然计入。请核对日期或测评期间。`,
  });
}

function isThere(row: VisitRow, field: string): boolean {
  return row.source.columns.has(field) || row.source.cells?.has(field) === true;
}

function firstOf(sheets: Set<string>, row: VisitRow, field: string): boolean {
  if (row.source.unreadable?.has(field)) return false;
  const key = `${row.source.sheet}\n${field}`;
  if (sheets.has(key)) return false;
  sheets.add(key);
  return true;
}

/** Whom the texts of inspectors name; each is taken apart once. */
class Inspectors {
  private readonly known = new Map<string, ReadonlySet<string>>();

  /** Whether the text names somebody. */
  name(inspector: string, person: string): boolean {
    if (inspector === '' || person === '') return false;
    let names = this.known.get(inspector);
    if (!names) this.known.set(inspector, (names = inspectorNames(inspector)));
    return names.has(person);
  }
}

function inspectorNames(inspector: string): ReadonlySet<string> {
  const text = inspector.normalize('NFKC');
  return new Set([
    ...text.split(/[、,;/\s]+/),
    ...text.split(/[、,;/]+/).map((name) => name.replace(/\s+/g, '')),
  ]);
}

function checkInspector(row: VisitRow, inspectors: Inspectors, desk: Desk): void {
  const { inspector } = row;
  if (!inspectors.name(inspector, row.who.name)) return;
  desk.reportOnce('self-assessment', {
    cell: fieldCell(row, 'inspector'),
    received: inspector,
    expected: '被测评人以外的人',
    message: `${row.who.name}测评了自己。请核对测评人。`,
    person: row.who.name,
  });
}

/** Totals that the staff keep in a row, against the row itself. Rows with a fault are left to that fault. */
export function* checkRowTotals(visits: KnownVisits, section: string, desk: Desk): Slices<void> {
  const maxima = desk.scheme.sections.find((each) => each.id === section)!.points;
  const spoiled = spoiledRows(visits, section, desk);
  const caps = new Map(
    desk.scheme.indicators.flatMap(({ id, cap }) => (cap === undefined ? [] : [[id, cap]])),
  );
  const capped = caps.size > 0;
  let looked = 0;
  for (const at of visits.mayKeepTotals) {
    if (endsSlice(looked++)) yield;
    if (visits.isPlain(at) && totalsFit(visits, at, maxima, capped)) continue;
    const { row, assessee } = visits.at(at);
    const { total, score } = row;
    if (total === null && score === null && row.itemScores.length === 0) continue;
    if (row.faulty || desk.blockedSections(assessee).has(section)) continue;
    for (const item of row.itemScores) {
      if (item.wholeRow === true && spoiled.get(row.source)?.has(row.row)) continue;
      if ([item.expected, ...(item.orElse ?? [])].some((each) => near(figure(item), each))) continue;
      differs(row, item.cell, item.value, item.expected, desk.fieldName(item.field ?? 'itemScore'), desk);
    }
    const lost = row.findings.reduce((sum, finding) => sum + finding.hundredths, 0) / 100;
    const own = capped ? lostByItem(row, caps) : lost;
    const reached = Math.max(0, (maxima[row.who.post ?? ''] ?? 0) - own);
    if (total !== null && !near(Math.abs(total), lost) && !near(Math.abs(total), own)) {
      differs(row, fieldCell(row, 'rowTotal'), total, lost, desk.fieldName('rowTotal'), desk);
    }
    if (score !== null && !near(score, reached)) {
      differs(row, fieldCell(row, 'rowScore'), score, reached, desk.fieldName('rowScore'), desk);
    }
  }
}

/** A quick look at a plain visit: `true` only where there is nothing to report. `capped`: items have points of their own. */
function totalsFit(
  visits: KnownVisits,
  at: number,
  maxima: Readonly<Record<string, number>>,
  capped: boolean,
): boolean {
  const { total, score } = visits.plainTotals(at);
  if (total === null && score === null) return true;
  if (capped) return false;
  const lost = visits.plainLoss(at) / 100;
  const reached = Math.max(0, (maxima[visits.plainWho(at).post ?? ''] ?? 0) - lost);
  return (total === null || near(Math.abs(total), lost)) && (score === null || near(score, reached));
}

/** Points lost in a row where items are used up by their own points (R3). */
function lostByItem({ findings }: VisitRow, caps: ReadonlyMap<string, number>): number {
  const lost = new Map<string, number>();
  for (const { indicator, hundredths } of findings)
    lost.set(indicator, (lost.get(indicator) ?? 0) + hundredths / 100);
  return [...lost].reduce((sum, [id, points]) => sum + Math.min(points, caps.get(id) ?? Infinity), 0);
}

/** A deduction's sign is dropped, in its total too. */
function figure({ field, value }: OwnTotal): number {
  return field === 'rowTotal' ? Math.abs(value) : value;
}

/** Rows that feed somebody whose section is not known, where a row's totals reach over several persons. */
function spoiledRows(
  visits: KnownVisits,
  section: string,
  desk: Desk,
): ReadonlyMap<RowSource, ReadonlySet<number>> {
  const rows = new Map<RowSource, Set<number>>();
  if (!keepsTotalsOfSeveral(visits)) return rows;
  for (const { row, assessee } of visits) {
    if (!desk.blockedSections(assessee).has(section)) continue;
    const own = rows.get(row.source) ?? new Set<number>();
    rows.set(row.source, own.add(row.row));
  }
  return rows;
}

/** A plain row never does. */
function keepsTotalsOfSeveral(visits: KnownVisits): boolean {
  return visits.odd.some((at) => visits.rowOf(at).itemScores.some((item) => item.wholeRow));
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.005;
}

function differs(
  row: VisitRow,
  cell: ReturnType<typeof fieldCell>,
  found: number,
  expected: number,
  what: string,
  desk: Desk,
): void {
  desk.report('row-total-differs', {
    cell,
    received: shownValue(found),
    expected: shownValue(expected),
    message: `${what}写的是 ${shownValue(found)},按本行各项计算应为 ${shownValue(expected)}。计分只看各项扣分,请核对本行。`,
    person: row.who.name,
  });
}
