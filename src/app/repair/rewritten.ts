import { isPlainText, type Slices } from '../../model';
import { RowFilter } from '../../workbook/read/rows';
import { readDate, serialOf } from '../../workbook/read/values/date';
import { compact } from '../../workbook/read/values/text';
import type { SheetLayout } from '../../workbook/recognise/layout';
import { cellKey, valueAt } from '../../workbook/snapshot';
import type { Evaluation } from '../evaluation';
import { canWrite, type FixKind, type FixOffer } from './offer';

/** Days between the two systems in which Excel counts dates. */
const OFFSET_1904 = 1_462;

/** Shows a date in a cell that showed text. */
const DATE_FORMAT = 'yyyy-mm-dd';

type Rewrite = (text: string, format: string) => Pick<FixOffer, 'after' | 'shown' | 'format'> | null;

interface RepairedColumn {
  readonly kind: FixKind;
  readonly column: number;
  readonly rewrite: Rewrite;
}

/**
 * Cells that the engine reads otherwise than they stand without saying so: names with spaces, licence numbers in
 * full-width digits, dates that are text.
 */
export function* rewrittenCells(evaluation: Evaluation): Slices<FixOffer[]> {
  const { recognition, snapshot, scheme } = evaluation;
  const offers: FixOffer[] = [];
  for (const layout of recognition.layouts) {
    if (layout.definition.kind === 'summary') continue;
    const columns = repairedColumns(layout, evaluation, snapshot.date1904);
    const filter = new RowFilter(layout, scheme.words);
    if (columns.length > 0) yield* addSheetOffers(offers, layout, columns, filter);
  }
  return offers;
}

function repairedColumns(layout: SheetLayout, evaluation: Evaluation, date1904: boolean): RepairedColumn[] {
  const { vocabulary } = evaluation.recognition;
  const fields = [...layout.fields].flatMap(([field, { column }]): RepairedColumn[] => {
    switch (vocabulary.field(field).type) {
      case 'name':
      case 'department':
      case 'post':
        return [{ kind: 'text', column, rewrite: withoutSpaces }];
      case 'licence':
        return [{ kind: 'text', column, rewrite: plainLicence }];
      case 'date':
        return [{ kind: 'date', column, rewrite: (text, format) => realDate(text, format, date1904) }];
      default:
        return [];
    }
  });
  const persons = layout.persons.map(({ column }): RepairedColumn => ({
    kind: 'text',
    column,
    rewrite: withoutSpaces,
  }));
  return [...fields, ...persons];
}

/** Rows that are looked at in one slice. */
const ROWS = 2_048;

function* addSheetOffers(
  offers: FixOffer[],
  { sheet, header }: SheetLayout,
  columns: readonly RepairedColumn[],
  filter: RowFilter,
): Slices<void> {
  for (let row = header.bottom + 1; row < sheet.top + sheet.values.length; row += 1) {
    if (row % ROWS === 0) yield;
    if (!filter.holdsData(sheet.values[row - sheet.top] ?? [], row)) continue;
    for (const { kind, column, rewrite } of columns) {
      const before = valueAt(sheet, row, column);
      if (typeof before !== 'string' || before === '' || !canWrite(sheet, row, column)) continue;
      const found = rewrite(before, sheet.formats.get(cellKey(row, column)) ?? '');
      if (found && found.after !== before) {
        offers.push({ kind, cell: { sheet: sheet.name, row, column }, before, ...found, issue: null });
      }
    }
  }
}

/** Without spaces and invisible characters, letters and digits in half width; brackets stay as they are. */
function withoutSpaces(text: string): ReturnType<Rewrite> {
  // Nearly every name: there is nothing to write otherwise.
  if (isPlainText(text)) return null;
  const after = [...text].map((each) =>
    /[!-~]/.test(compact(each)) && !/[()]/.test(each) ? compact(each) : each,
  );
  const plain = after.filter((each) => compact(each) !== '').join('');
  return plain === '' || compact(plain) !== compact(text)
    ? null
    : { after: plain, shown: plain, format: null };
}

/** Only where the result is a whole number of 12 digits: anything else is for the staff to look at. */
function plainLicence(text: string): ReturnType<Rewrite> {
  const plain = compact(text);
  return /^\d{12}$/.test(plain) ? { after: plain, shown: plain, format: null } : null;
}

/** Only with a year: what year a date without one belongs to hangs on the period. */
function realDate(text: string, format: string, date1904: boolean): ReturnType<Rewrite> {
  const reading = readDate(text, date1904);
  if (reading.kind !== 'day' || reading.year === null) return null;
  const serial = serialOf(reading.year, reading.month, reading.day);
  return {
    after: date1904 ? serial - OFFSET_1904 : serial,
    shown: [reading.year, two(reading.month), two(reading.day)].join('-'),
    format: /[yd]/i.test(format) ? null : DATE_FORMAT,
  };
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
