import type { CellValue, ClassificationScheme, SheetNames } from '../../model';
import type { CellStyle, NewCell, NewSheet, WorkbookHost } from '../../workbook/host';
import { resting } from '../../workbook/host';
import { freeSheetName, textWidth } from '../../workbook/sheetText';
import { memoryChange } from '../fill';
import { memoryOf } from '../remembered';
import { withScheme } from '../scheme/rules';
import { type Classification, classifyCustomers } from './classify';

/** Blank rows of the sheet to be filled in. */
const BLANK_ROWS = 200;

function tableOf(
  names: SheetNames,
  taken: readonly string[],
  headers: readonly string[],
  rows: readonly (readonly CellValue[])[],
): NewSheet {
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
    columnWidths: headers.map((header) => Math.max(12, textWidth(header) + 4)),
    headerRows: 2,
    landscape: true,
    lists: [],
  };
}

/** The blank sheet of a classification, with the words that may stand in its columns. */
export function classificationTemplate(scheme: ClassificationScheme): NewSheet[] {
  const headers = scheme.fields.map(({ name }) => name);
  const isAmount = (id: string): boolean => scheme.scale.shares.includes(id);
  const sheet = tableOf(scheme.sheet, [], headers, []);
  const blanks = Array.from({ length: BLANK_ROWS }, (_, index) =>
    scheme.fields.map(({ id }, column): NewCell => ({
      row: 2 + index,
      column,
      value: '',
      style: isAmount(id) ? 'flag' : 'text',
    })),
  );
  const lists = scheme.codes.map(({ field, values }) => {
    const column = scheme.fields.findIndex(({ id }) => id === field);
    const area = { top: 2, left: column, bottom: 1 + BLANK_ROWS, right: column };
    return { area, values: values.map(({ name }) => name) };
  });
  return [{ ...sheet, cells: [...sheet.cells, ...blanks.flat()], lists }];
}

/** The sheets that say what was found: a row a customer, and how many recorded classes differ. */
export function classificationSheets(found: Classification): NewSheet[] {
  const { scheme, customers, differing, snapshot } = found;
  const taken = snapshot.sheets.map(({ name }) => name);
  const named = (id: string): string => scheme.fields.find((field) => field.id === id)?.name ?? id;
  const { identity, codes, compare } = scheme;
  const headers = [
    ...[identity.name, identity.number].map(named),
    ...codes.map(({ field }) => named(field)),
    '规模指数(%)',
    '规模',
    '分类结果',
    ...(differing ? [named(compare.field), '是否一致'] : []),
  ];
  const rows = customers.map((each): CellValue[] => [
    each.name,
    each.number,
    ...codes.map(({ field }) => each.codes[field] ?? ''),
    each.index === null ? '' : Number(each.index.mul(100).round(6).valueOf()),
    each.scale ?? '',
    each.code ?? '未分类',
    ...(differing ? [each.recorded, agreement(each.code, each.recorded)] : []),
  ]);
  const result = tableOf(scheme.result, taken, headers, rows);
  if (!differing) return [result];
  const countHeaders = [...compare.by.map(named), '客户数', '比对数', compare.feeds];
  const countRows = differing.map((each): CellValue[] => [
    ...each.by,
    each.customers,
    each.compared,
    each.differing ?? '未确定',
  ]);
  return [result, tableOf(scheme.counts, [...taken, result.name], countHeaders, countRows)];
}

function agreement(code: string | null, recorded: string): string {
  if (code === null || recorded === '') return '';
  return code === recorded ? '一致' : '不一致';
}

/** Classifies a workbook, adds the sheets and remembers by which scheme; nothing is written where nobody could be classified. */
export async function fillClassification(
  host: WorkbookHost,
  scheme: ClassificationScheme,
): Promise<Classification> {
  const snapshot = await host.read();
  const found = classifyCustomers(snapshot, scheme);
  if (!found.customers.some(({ code }) => code !== null)) return found;
  const sheets = classificationSheets(found);
  const memory = memoryOf(snapshot);
  const remembered = memoryChange(memory, withScheme(memory, scheme.id, null));
  const added = sheets.map((sheet) => ({ kind: 'addSheet' as const, sheet }));
  await host.write([...added, ...remembered], resting(snapshot));
  return found;
}
