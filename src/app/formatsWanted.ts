import type { CellValue, FieldType, Scheme, SheetKind } from '../model';
import type { ReadOptions } from '../workbook/host';
import type { SheetLayout } from '../workbook/recognise/layout';
import { readSettings } from '../workbook/memory';
import { recognise } from '../workbook/recognise/recognise';
import type { Vocabulary } from '../workbook/recognise/vocabulary';
import type { SheetSnapshot } from '../workbook/snapshot';
import { rememberedAnswers } from './answers';
import type { EvaluateOptions } from './evaluation';

/** The long sheets: a row a visit, a finding or a person. In them a number format says something of dates alone. */
const LONG: ReadonlySet<SheetKind> = new Set(['roster', 'matrix', 'combined', 'findings', 'visits']);

/** Figures that a percent format makes others of. */
const RATES: ReadonlySet<FieldType> = new Set(['rate', 'score']);

/** Columns in which a text may be offered to be made a number, which hangs on the format that it stands under. */
const REPAIRED: ReadonlySet<FieldType> = new Set<FieldType>([
  'count',
  'amount',
  'ratio',
  'deduction',
  'findingCount',
  'figure',
]);

/**
 * What the number formats are read for: `scores` also covers the repairs that are offered beside them; `cells` is for
 * what shows or seals the cells themselves (a date's own format, a count that somebody formatted as a percentage).
 */
export type FormatUse = 'scores' | 'cells';

/**
 * Which number formats a read for `evaluate` needs, as `ReadOptions.wantsDetail` tells it to the host: of sheets that are
 * recognised by themselves those of the columns in which one changes what is read or offered, of all others every one.
 * Where somebody has answered how a sheet is to be read, every one of every sheet.
 */
export function formatsWanted(
  scheme: Scheme,
  options: EvaluateOptions = {},
  use: FormatUse = 'scores',
): ReadOptions['wantsDetail'] {
  // Asked for each sheet, and a large memory takes a while to read.
  let known: { readonly memory: string | null; readonly answered: boolean } | null = null;
  return (sheet, memory) => {
    if (known?.memory !== memory) known = { memory, answered: hasAnswers(scheme, memory) };
    if (options.answers || known.answered) return true;
    const { layouts, vocabulary } = recognise(alone(sheet), scheme);
    const [layout] = layouts;
    if (!layout) return true;
    const isLong = LONG.has(layout.definition.kind);
    if (use === 'cells') return isLong ? datesOf(layout, vocabulary) : true;
    if (!isLong && isInDoubt(layout)) return true;
    return columnsThatMatter(layout, vocabulary, isLong);
  };
}

function alone(sheet: SheetSnapshot) {
  return { name: null, sheets: [sheet], memory: null, date1904: false };
}

function datesOf({ fields }: SheetLayout, vocabulary: Vocabulary): number[] {
  return [...fields].flatMap(([id, { column }]) => (vocabulary.field(id).type === 'date' ? [column] : []));
}

/** The user will be shown the sheet and asked: then it should look as it does. */
function isInDoubt({ issues, undecided, unreadable }: SheetLayout): boolean {
  return issues.length + undecided.length + unreadable.size > 0;
}

function columnsThatMatter(layout: SheetLayout, vocabulary: Vocabulary, isLong: boolean): number[] {
  const { sheet, header, fields } = layout;
  const types = new Map([...fields].map(([id, { column }]) => [column, vocabulary.field(id).type]));
  const rows = sheet.values.slice(Math.max(0, header.bottom + 1 - sheet.top));
  const holds = (column: number, is: (value: CellValue) => boolean): boolean =>
    rows.some((row) => is(row[column - sheet.left] ?? ''));
  const matters = (column: number): boolean => {
    const type = types.get(column);
    // What an unknown column holds is only shown: a number may be a date.
    if (type === undefined) return !isLong && holds(column, isNumber);
    if (type === 'date' || (!isLong && REPAIRED.has(type))) return holds(column, isText);
    return !isLong && RATES.has(type) && holds(column, (value) => value !== '');
  };
  const width = sheet.values.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: width }, (_, index) => sheet.left + index).filter(matters);
}

function isNumber(value: CellValue): boolean {
  return typeof value === 'number';
}

function isText(value: CellValue): boolean {
  return typeof value === 'string' && value !== '';
}

/** Whether somebody has answered, or what is remembered cannot be read: that is said where it is evaluated. */
function hasAnswers(scheme: Scheme, memory: string | null): boolean {
  try {
    return rememberedAnswers(readSettings(memory), scheme).sheets.length > 0;
  } catch {
    return true;
  }
}
