import type { FieldType } from '../../model';
import { MergedColumn } from '../read/merged';
import { RowFilter } from '../read/rows';
import type { HeaderColumn } from '../recognise/header';
import type { SheetLayout } from '../recognise/layout';
import type { Vocabulary } from '../recognise/vocabulary';
import { cellKey, type SheetSnapshot, type Snapshot, valueAt } from '../snapshot';
import { sealedBlocks, type SealedPart, sealedValue } from './cells';

/** Columns in which a blank cell of a merged area means what stands in its first cell. */
const MERGED: ReadonlySet<FieldType> = new Set(['department', 'name', 'post']);

/** A column that is read: what it is read as, and how the cells of a row are sealed. */
interface SealedColumn {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: number) => string;
}

/** A recognised sheet of details in the form that is sealed. */
export function detailPart(snapshot: Snapshot, layout: SheetLayout, vocabulary: Vocabulary): SealedPart {
  const { sheet, header } = layout;
  const columns = sealedColumns(layout, vocabulary);
  const filter = new RowFilter(layout, vocabulary.scheme.words);
  const end = sheet.top + sheet.values.length;
  return {
    definition: layout.definition.id,
    table: 'rows',
    sheet: sheet.name,
    head: headText(snapshot, layout, columns),
    blocks: sealedBlocks(header.bottom + 1, end, (row) =>
      filter.holdsData(sheet.values[row - sheet.top] ?? [], row)
        ? columns.map((column) => column.cell(row))
        : null,
    ),
  };
}

function headText(snapshot: Snapshot, layout: SheetLayout, columns: readonly SealedColumn[]): string {
  const meta = [...layout.meta].map(([field, value]) => [field, value.text.normalize('NFC')]);
  return JSON.stringify({
    columns: columns.map(({ key, header }) => [key, header]),
    meta: meta.sort(([one], [other]) => (one! < other! ? -1 : 1)),
    post: layout.post,
    date1904: snapshot.date1904,
    mark: layout.answer?.mark ?? null,
    deductions: layout.answer?.deductions ?? null,
  });
}

function sealedColumns(layout: SheetLayout, vocabulary: Vocabulary): SealedColumn[] {
  const { sheet } = layout;
  const isMeasures = layout.definition.kind === 'measures';
  const fields = [...layout.fields].map(([field, { column }]) => {
    const isMerged = MERGED.has(vocabulary.field(field).type);
    return { key: field, column, cell: cellOf(sheet, column, { isMerged, isMeasures }) };
  });
  const rules = layout.rules.map(({ indicator, column }) => ({
    key: `rule:${indicator}`,
    column,
    cell: cellOf(sheet, column, { isMerged: false, isMeasures: false }),
  }));
  const persons = layout.persons.map(({ post, column }) => ({
    key: `person:${post}`,
    column,
    cell: cellOf(sheet, column, { isMerged: true, isMeasures: false }),
  }));
  const headers = new Map(layout.header.columns.map((each) => [each.column, headerText(each)]));
  return [...fields, ...rules, ...persons]
    .map(({ key, column, cell }) => ({ key, header: headers.get(column) ?? '', cell }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
}

function headerText({ parents, leaf }: HeaderColumn): string {
  return [...parents, leaf].join('/').normalize('NFKC').replace(/\s/g, '');
}

function cellOf(
  sheet: SheetSnapshot,
  column: number,
  { isMerged, isMeasures }: { readonly isMerged: boolean; readonly isMeasures: boolean },
): (row: number) => string {
  if (isMerged) {
    const merged = new MergedColumn(sheet, column);
    return (row) => sealedValue(merged.value(row));
  }
  if (!isMeasures) return (row) => sealedValue(valueAt(sheet, row, column));
  return (row) => {
    const value = valueAt(sheet, row, column);
    return sealedValue(value) + (typeof value === 'number' ? unitOf(sheet, row, column) : '');
  };
}

/** A percent or per mille format makes another figure of the same number. */
function unitOf(sheet: SheetSnapshot, row: number, column: number): string {
  const format = sheet.formats.get(cellKey(row, column)) ?? '';
  return format.includes('%') ? '%' : format.includes('‰') ? '‰' : '';
}
