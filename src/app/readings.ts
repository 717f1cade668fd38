import type { Entries } from '../workbook/read/read';
import type { SkippedRow } from '../workbook/read/rows';
import type { SheetLayout } from '../workbook/recognise/layout';
import type { Recognition } from '../workbook/recognise/recognise';
import type { Snapshot } from '../workbook/snapshot';
import type { SheetReading } from './evaluation';

const REASONS: Readonly<Record<SkippedRow['reason'], string>> = {
  total: '合计、平均一类的行',
  note: '签字、说明一类的行',
  header: '重复的表头',
  title: '重复的标题',
};

/** What each sheet was taken for, for people, in the order of the tabs. */
export function readingsOf(
  snapshot: Snapshot,
  recognition: Recognition,
  entries: Entries,
): readonly SheetReading[] {
  const layouts = new Map(recognition.layouts.map((layout) => [layout.sheet.name, layout] as const));
  const rows = rowCounts(entries);
  return snapshot.sheets.map((sheet) => {
    const layout = layouts.get(sheet.name);
    if (!layout) return ignored(sheet.name);
    return readingOf(
      layout,
      recognition,
      rows.get(sheet.name)?.size ?? 0,
      entries.skipped.get(sheet.name) ?? [],
    );
  });
}

function ignored(sheet: string): SheetReading {
  return {
    sheet,
    definition: null,
    label: '不读取',
    confidence: 1,
    evidence: ['表头不属于任何一种测评表'],
    headerRows: [],
    columns: [],
    dataRows: 0,
    skipped: [],
  };
}

function readingOf(
  layout: SheetLayout,
  recognition: Recognition,
  dataRows: number,
  skipped: readonly SkippedRow[],
): SheetReading {
  const { vocabulary } = recognition;
  const labels = new Map<number, { field: string; label: string }>();
  for (const [field, column] of layout.fields)
    labels.set(column.column, { field, label: vocabulary.field(field).name });
  for (const rule of layout.rules) {
    labels.set(rule.column, {
      field: rule.indicator,
      label: `${rule.indicator} ${vocabulary.rule(rule.indicator)?.title ?? ''}`,
    });
  }
  for (const person of layout.persons) {
    const post = vocabulary.scheme.posts.find((each) => each.id === person.post)?.name ?? person.post;
    labels.set(person.column, { field: `person:${person.post}`, label: post });
  }
  const { top, bottom } = layout.header;
  return {
    sheet: layout.sheet.name,
    definition: layout.definition.id,
    label: layout.definition.name,
    confidence: layout.confidence,
    evidence: layout.evidence,
    headerRows: Array.from({ length: bottom - top + 1 }, (_, index) => top + index),
    columns: layout.header.columns.map((column) => ({
      column: column.column,
      header: [...column.parents, column.leaf].join(' / '),
      field: labels.get(column.column)?.field ?? null,
      label: labels.get(column.column)?.label ?? '不读取',
    })),
    dataRows,
    skipped: skipped.map((row) => ({ row: row.row, reason: REASONS[row.reason] })),
  };
}

function rowCounts(entries: Entries): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, Set<number>>();
  for (const row of [
    ...entries.visits,
    ...entries.findings,
    ...entries.measures,
    ...entries.register,
    ...(entries.roster ?? []),
  ]) {
    const set = rows.get(row.source.sheet) ?? new Set<number>();
    set.add(row.row);
    rows.set(row.source.sheet, set);
  }
  return rows;
}
