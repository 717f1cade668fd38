import type { CellValue, ClassificationScheme, PlainTableScheme, SheetNames, TableScheme } from '../../model';
import type { CellStyle, NewCell, NewSheet, WorkbookHost } from '../../workbook/host';
import { resting } from '../../workbook/host';
import { freeSheetName, textWidth } from '../../workbook/sheetText';
import { memoryChange } from '../fill';
import { memoryOf } from '../remembered';
import { rulesOf, withScheme } from '../scheme/rules';
import { computeTable } from './compute';
import type { ResultTable, TableOutcome } from './outcome';
import { requireOwn } from './owner';

/** Blank rows of a sheet to be filled in. */
const BLANK_ROWS = 200;

/** A sheet with a title, a header and rows. `taken`: names of tabs that there are. */
function sheetOf({ names, headers, rows }: Omit<ResultTable, 'keys'>, taken: readonly string[]): NewSheet {
  const style = (value: CellValue): CellStyle => (typeof value === 'number' ? 'flag' : 'text');
  const cells: NewCell[] = [
    { row: 0, column: 0, value: names.title, style: 'title' },
    ...headers.map((value, column): NewCell => ({ row: 1, column, value, style: 'header' })),
    ...rows.flatMap((row, index) =>
      row.map((value, column): NewCell => ({ row: 2 + index, column, value, style: style(value) })),
    ),
  ];
  return {
    name: freeSheetName(names.name, taken),
    cells,
    merges: [{ top: 0, left: 0, bottom: 0, right: headers.length - 1 }],
    columnWidths: headers.map((header, column) => widthOf(header, rows, column)),
    headerRows: 2,
    landscape: true,
    lists: [],
  };
}

/** As wide as the header, or as the longest text (a customer's name, a licence) up to a sentence. */
function widthOf(header: string, rows: readonly (readonly CellValue[])[], column: number): number {
  let width = Math.max(12, textWidth(header) + 4);
  for (const row of rows) width = Math.max(width, Math.min(30, textWidth(String(row[column] ?? '')) + 2));
  return width;
}

/** A column of a sheet to be filled in. */
interface BlankColumn {
  readonly name: string;
  readonly style: CellStyle;
  /** Words that may stand in it; left out: anything. */
  readonly values?: readonly string[];
}

function blankSheet(names: SheetNames, columns: readonly BlankColumn[]): NewSheet {
  const sheet = sheetOf({ names, headers: columns.map(({ name }) => name), rows: [] }, []);
  const blanks = Array.from({ length: BLANK_ROWS }, (_, index) =>
    columns.map(({ style }, column): NewCell => ({ row: 2 + index, column, value: '', style })),
  );
  const lists = columns.flatMap(({ values }, column) => {
    const area = { top: 2, left: column, bottom: 1 + BLANK_ROWS, right: column };
    return values ? [{ area, values }] : [];
  });
  return { ...sheet, cells: [...sheet.cells, ...blanks.flat()], lists };
}

/** The blank sheets of a scheme over a table, with the words that may stand in its columns. */
export function tableTemplate(scheme: TableScheme): NewSheet[] {
  const figures = figuresIn(scheme);
  const columns = scheme.fields.map(({ id, name }): BlankColumn => {
    const values = wordsIn(scheme, id);
    return { name, style: figures.has(id) ? 'flag' : 'text', ...(values ? { values } : {}) };
  });
  return [
    blankSheet(scheme.sheet, columns),
    ...(scheme.kind === 'classification' ? [] : ownersSheets(scheme)),
  ];
}

/** Fields of numbers: what is typed there is kept as one. */
function figuresIn(scheme: TableScheme): ReadonlySet<string> {
  switch (scheme.kind) {
    case 'classification':
      return new Set(scheme.scale.shares);
    case 'groupMean':
      return new Set([scheme.score]);
    case 'composite':
      return new Set(scheme.forms);
    case 'minimums':
      return new Set([scheme.total, scheme.low, scheme.actual]);
    case 'survey':
    case 'tally':
      return new Set();
  }
}

function wordsIn(scheme: TableScheme, field: string): readonly string[] | null {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  switch (scheme.kind) {
    case 'classification':
      return codesOf(scheme, field);
    case 'survey':
      return scheme.aspects.includes(field) ? scheme.levels.suggested : null;
    case 'minimums':
      return field === scheme.category ? names(scheme.rules) : null;
    case 'tally':
      return field === scheme.category ? names(scheme.categories) : null;
    case 'groupMean':
    case 'composite':
      return null;
  }
}

function codesOf({ codes }: ClassificationScheme, field: string): readonly string[] | null {
  return codes.find((list) => list.field === field)?.values.map(({ name }) => name) ?? null;
}

/** Sheets for what the regulation leaves to its owner: names stand there, figures do not. */
function ownersSheets(scheme: PlainTableScheme): NewSheet[] {
  if (scheme.kind === 'composite') {
    const { sheet, form, weight } = scheme.weights;
    const names = scheme.forms.map((id) => scheme.fields.find((field) => field.id === id)?.name ?? id);
    return [entrySheet(sheet, [form, weight], names, 'percent')];
  }
  if (scheme.kind !== 'survey') return [];
  const { sheet, level, points, suggested } = scheme.levels;
  return [entrySheet(sheet, [level, points], suggested, 'flag')];
}

function entrySheet(
  names: SheetNames,
  headers: readonly string[],
  words: readonly string[],
  style: CellStyle,
): NewSheet {
  const sheet = sheetOf({ names, headers, rows: words.map((word) => [word]) }, []);
  const blanks = words.map((_, index): NewCell => ({ row: 2 + index, column: 1, value: '', style }));
  return { ...sheet, cells: [...sheet.cells, ...blanks] };
}

/** The sheets that say what was found. */
export function outcomeSheets({ tables, snapshot }: Pick<TableOutcome, 'tables' | 'snapshot'>): NewSheet[] {
  const taken = snapshot.sheets.map(({ name }) => name);
  return tables.map((table) => {
    const sheet = sheetOf(table, taken);
    taken.push(sheet.name);
    return sheet;
  });
}

/** What was found, and the names of the sheets that were added; none where nothing is known. */
export interface FilledTable {
  readonly outcome: TableOutcome;
  readonly added: readonly string[];
}

/** Computes a scheme over a workbook's table, adds the sheets and remembers by which scheme. Throws HostError, MemoryError, OtherScheme. */
export async function fillTable(
  host: WorkbookHost,
  scheme: TableScheme,
  period: string | null = null,
): Promise<FilledTable> {
  const snapshot = await host.read();
  const outcome = computeTable(snapshot, scheme, period);
  if (outcome.known === 0) return { outcome, added: [] };
  requireOwn(snapshot, scheme);
  const sheets = outcomeSheets(outcome);
  const memory = memoryOf(snapshot);
  const { standing } = outcome;
  const rules = standing.source === 'shipped' ? null : rulesOf(standing.rules);
  const remembered = memoryChange(memory, withScheme(memory, scheme.id, rules));
  await host.write(
    [...sheets.map((sheet) => ({ kind: 'addSheet' as const, sheet })), ...remembered],
    resting(snapshot),
  );
  return { outcome, added: sheets.map(({ name }) => name) };
}
