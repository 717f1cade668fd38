import { type FieldType, isInArea } from '../model';
import { rateFormat } from '../workbook/numberFormats';
import { readDate } from '../workbook/read/values/date';
import { cellKey, type SheetSnapshot, valueAt } from '../workbook/snapshot';

/** Rows of data that a preview shows. */
export const PREVIEWED = 3;

/** Rows below the header that are looked through for a preview where no data could be read. */
const DEPTH = 20;

/** The first rows of data, 0-based; where none could be read, the first that are not blank below the header. */
export function previewRows(
  sheet: SheetSnapshot,
  headerBottom: number,
  data: ReadonlySet<number>,
): readonly number[] {
  const read = [...data].filter((row) => row > headerBottom).sort((one, other) => one - other);
  if (read.length > 0) return read.slice(0, PREVIEWED);
  const below = Array.from({ length: DEPTH }, (_, index) => headerBottom + 1 + index);
  return below
    .filter((row) => sheet.values[row - sheet.top]?.some((value) => value !== '') === true)
    .slice(0, PREVIEWED);
}

/** A cell much as the sheet shows it: dates as dates, rates with their sign; a merged area shows in each row. */
export function previewText(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  type: FieldType | null,
  date1904: boolean,
): string {
  const area = sheet.merges.find((each) => isInArea(each, row, column));
  const [at, from] = area ? [area.top, area.left] : [row, column];
  const value = valueAt(sheet, at, from);
  if (typeof value !== 'number') return String(value).trim();
  const format = sheet.formats.get(cellKey(at, from)) ?? '';
  const rate = rateFormat(format);
  if (rate === 'percent') return `${shortened(value * 100)}%`;
  if (rate !== null) return `${shortened(value)}${rate === 'percent sign' ? '%' : '‰'}`;
  if (type !== 'date' && !/[ymd]/i.test(format)) return shortened(value);
  const day = readDate(value, date1904);
  return day.kind === 'day' && day.year !== null ? `${day.year}-${day.month}-${day.day}` : shortened(value);
}

function shortened(value: number): string {
  return String(Number(value.toPrecision(12)));
}
