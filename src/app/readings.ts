import type { RowSource } from '../model';
import type { Entries } from '../workbook/read/read';
import type { SkippedRow } from '../workbook/read/rows';
import { columnKeys } from '../workbook/recognise/answers';
import type { HeaderBlock } from '../workbook/recognise/header';
import type { SheetLayout } from '../workbook/recognise/layout';
import type { IgnoredTab, Recognition } from '../workbook/recognise/recognise';
import type { SheetSnapshot, Snapshot } from '../workbook/snapshot';
import type { ColumnReading, SheetReading } from './evaluation';
import { previewRows, previewText, PREVIEWED } from './previewRows';

const REASONS: Readonly<Record<SkippedRow['reason'], string>> = {
  total: '合计、平均一类的行',
  note: '签字、说明一类的行',
  header: '重复的表头',
  title: '重复的标题',
};

/** What a column is for. */
interface Label {
  readonly field: string;
  readonly label: string;
}

const NO_ROWS: ReadonlySet<number> = new Set();
const NO_LABELS: ReadonlyMap<number, Label> = new Map();

/** What each sheet was taken for, for people, in the order of the tabs. `rows` are those of the entries. */
export function readingsOf(
  snapshot: Snapshot,
  recognition: Recognition,
  entries: Entries,
  rows: ReadonlyMap<string, DataRows> = dataRows(entries),
): readonly SheetReading[] {
  const layouts = new Map(recognition.layouts.map((layout) => [layout.sheet.name, layout] as const));
  const ignored = new Map(recognition.ignored.map((tab) => [tab.sheet.name, tab] as const));
  const columns: Columns = (sheet, header, labels) =>
    columnsOf(sheet, header, labels, rows.get(sheet.name)?.first ?? NO_ROWS, recognition, snapshot.date1904);
  return snapshot.sheets.flatMap(({ name }) => {
    const layout = layouts.get(name);
    if (layout) {
      const skipped = entries.skipped.get(name) ?? [];
      return [readingOf(layout, recognition, rows.get(name)?.count ?? 0, skipped, columns)];
    }
    const tab = ignored.get(name);
    return tab ? [ignoredReading(tab, columns)] : [];
  });
}

/** The same, worked out when somebody looks. */
export function readingsLater(
  snapshot: Snapshot,
  recognition: Recognition,
  entries: Entries,
): () => readonly SheetReading[] {
  let made: readonly SheetReading[] | null = null;
  return () => (made ??= readingsOf(snapshot, recognition, entries));
}

type Columns = (
  sheet: SheetSnapshot,
  header: HeaderBlock,
  labels: ReadonlyMap<number, Label>,
) => readonly ColumnReading[];

function ignoredReading({ sheet, header, answer }: IgnoredTab, columns: Columns): SheetReading {
  const chosen = answer?.definition === null;
  return {
    sheet: sheet.name,
    definition: null,
    label: '不读取',
    confidence: 1,
    candidates: [],
    evidence: [chosen ? '由使用者选定' : header ? '表头不属于任何一种测评表' : '没有找到表头'],
    headerRows: header ? headerRows(header) : [],
    columns: header ? columns(sheet, header, NO_LABELS) : [],
    dataRows: 0,
    skipped: [],
    answer,
  };
}

function headerRows({ top, bottom }: HeaderBlock): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
}

function readingOf(
  layout: SheetLayout,
  recognition: Recognition,
  dataRows: number,
  skipped: readonly SkippedRow[],
  columns: Columns,
): SheetReading {
  return {
    sheet: layout.sheet.name,
    definition: layout.definition.id,
    label: layout.definition.name,
    confidence: layout.confidence,
    evidence: layout.evidence,
    candidates: recognition.vocabulary.scheme.sheets
      .filter(({ kind, post }) => kind === layout.definition.kind && layout.undecided.includes(post ?? ''))
      .map(({ id }) => id),
    headerRows: headerRows(layout.header),
    columns: columns(layout.sheet, layout.header, labelsOf(layout, recognition)),
    dataRows,
    skipped: skipped.map((row) => ({ row: row.row, reason: REASONS[row.reason] })),
    answer: layout.answer,
  };
}

function labelsOf(layout: SheetLayout, { vocabulary }: Recognition): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>();
  for (const person of layout.persons) {
    const post = vocabulary.scheme.posts.find((each) => each.id === person.post)?.name ?? person.post;
    labels.set(person.column, { field: `person:${person.post}`, label: post });
  }
  for (const [field, column] of layout.fields)
    labels.set(column.column, { field, label: vocabulary.field(field).name });
  for (const { column, field } of layout.totals)
    labels.set(column, { field, label: vocabulary.field(field).name });
  for (const rule of layout.rules) {
    labels.set(rule.column, {
      field: rule.indicator,
      label: `${rule.indicator} ${vocabulary.rule(rule.indicator)?.title ?? ''}`,
    });
  }
  return labels;
}

function columnsOf(
  sheet: SheetSnapshot,
  header: HeaderBlock,
  labels: ReadonlyMap<number, Label>,
  data: ReadonlySet<number>,
  { vocabulary }: Recognition,
  date1904: boolean,
): readonly ColumnReading[] {
  const rows = previewRows(sheet, header.bottom, data);
  const near = sheet.merges.filter((area) => rows.some((row) => row >= area.top && row <= area.bottom));
  const shown = { ...sheet, merges: near };
  const keys = columnKeys(header);
  return header.columns.map((column, at) => {
    const { field, label } = labels.get(column.column) ?? { field: null, label: '不读取' };
    const type = vocabulary.scheme.fields.find((each) => each.id === field)?.type ?? null;
    return {
      column: column.column,
      ...keys[at]!,
      field,
      label,
      preview: rows.map((row) => previewText(shown, row, column.column, type, date1904)),
    };
  });
}

/** The rows of data of one sheet: how many there are, and the first of them for a look. */
export interface DataRows {
  count: number;
  last: number;
  readonly first: Set<number>;
}

/** Rows of data by tab. Those of one tab stand in their order; a row that feeds several persons is one. */
export function dataRows(entries: Entries): ReadonlyMap<string, DataRows> {
  const tabs = new Map<string, DataRows>();
  const { visits, findings, measures, register, roster } = entries;
  let source: RowSource | null = null;
  let tab: DataRows | null = null;
  for (let at = 0; at < visits.length; at++) {
    // Rows of a tab stand together.
    if (visits.sourceAt(at) !== source) tab = tabOf((source = visits.sourceAt(at)), tabs);
    countRow(visits.rowAt(at), tab!);
  }
  for (const rows of [findings, measures, register, roster ?? []]) {
    for (const each of rows) {
      if (each.source !== source) tab = tabOf((source = each.source), tabs);
      countRow(each.row, tab!);
    }
  }
  return tabs;
}

function tabOf({ sheet }: RowSource, tabs: Map<string, DataRows>): DataRows {
  let tab = tabs.get(sheet);
  if (!tab) tabs.set(sheet, (tab = { count: 0, last: -1, first: new Set() }));
  return tab;
}

function countRow(row: number, tab: DataRows): void {
  if (row === tab.last) return;
  tab.last = row;
  tab.count += 1;
  if (tab.first.size < PREVIEWED) tab.first.add(row);
}
