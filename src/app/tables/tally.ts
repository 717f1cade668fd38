import { type CellValue, nearestOf, type TallyScheme } from '../../model';
import { readDate } from '../../workbook/read/values/date';
import type { TableRow } from '../../workbook/tables';
import type { Computed } from './outcome';
import type { TableReading } from './reading';

/** Rows counted by each field alone and by all of them together; a row whose word is not known spoils that field's counts. */
export function tally(reading: TableReading, scheme: TallyScheme): Computed {
  const found = reading.rows.filter((row) => !saysNothing(scheme, row));
  const keys = found.map((row) => scheme.by.map((field) => keyAt(reading, scheme, row, field)));
  const spoiled = scheme.by.map((_, at) => keys.some((own) => own[at] === null));
  const single = scheme.by.map((field, at) => ({
    field,
    counts: counted(keys.flatMap((own) => (own[at] === null ? [] : [[own[at]!]]))).map(
      ([[name = ''], count]) => ({
        name,
        count: spoiled[at] ? null : count,
      }),
    ),
  }));
  const whole = keys.filter((own): own is string[] => !own.includes(null));
  const together = counted(whole).map(([names, count]) => ({
    ...Object.fromEntries(scheme.by.map((field, at) => [field, names[at] ?? ''])),
    count: spoiled.includes(true) ? null : count,
  }));
  const { result, words } = scheme;
  const shown = (count: number | null): CellValue => count ?? words.unknown;
  const headers = scheme.by.map((field) => reading.fieldName(field));
  return {
    tables: [
      {
        names: result,
        headers: [...headers, words.count],
        rows: together.map((each) => [
          ...scheme.by.map((field) => String((each as Readonly<Record<string, unknown>>)[field])),
          shown(each.count),
        ]),
        keys: scheme.by.length,
      },
      ...single.map(({ counts }, at) => ({
        names: { name: `${result.name}-${headers[at]!}`, title: `${result.title}(按${headers[at]!})` },
        headers: [headers[at]!, words.count],
        rows: counts.map(({ name, count }) => [name, shown(count)]),
        keys: 1,
      })),
    ],
    data: {
      total: found.length,
      counts: together,
      by: Object.fromEntries(single.map(({ field, counts }) => [field, counts])),
    },
    known: whole.length,
    unknown: keys.length - whole.length,
  };
}

function saysNothing({ nothing }: TallyScheme, row: TableRow): boolean {
  return nothing !== undefined && nothing.words.includes(row.text(nothing.field).replace(/\s/g, ''));
}

/** How often each combination comes up, in the order of their texts. */
function counted(keys: readonly (readonly string[])[]): (readonly [readonly string[], number])[] {
  const counts = new Map<string, number>();
  for (const key of keys) {
    const text = JSON.stringify(key);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => [JSON.parse(text) as string[], count] as const)
    .sort(([one], [other]) => one.join('\n').localeCompare(other.join('\n'), 'zh-CN'));
}

/** What a row is counted under; `null` (with an issue) where it cannot be told. */
function keyAt(reading: TableReading, scheme: TallyScheme, row: TableRow, field: string): string | null {
  if (field === scheme.date) return dayText(reading, row, field);
  if (field !== scheme.category) return reading.nameAt(row, field);
  const text = row.text(field).replace(/\s/g, '');
  const found = scheme.categories.find(({ name, synonyms }) => [name, ...synonyms].includes(text));
  if (found) return found.name;
  const names = scheme.categories.map(({ name }) => name);
  const meant = nearestOf(text, names);
  reading.report(row, field, 'code-unknown', {
    received: text,
    expected: names.join('、'),
    message: `没有类别“${text}”。${meant === null ? '' : `是否想写“${meant}”?`}可以写:${names.join('、')}。`,
  });
  return null;
}

function dayText(reading: TableReading, row: TableRow, field: string): string | null {
  if (reading.dayAt(row, field) !== null) {
    const day = readDate(row.value(field), reading.date1904);
    if (day.kind === 'day')
      return [day.year, day.month, day.day].map((part) => String(part).padStart(2, '0')).join('-');
  }
  if (row.text(field) === '') {
    reading.report(row, field, 'date-invalid', {
      received: '',
      expected: '日期,例如 2024-6-30',
      message: `第 ${row.row + 1} 行没有写“${reading.fieldName(field)}”。请补上。`,
    });
  }
  return null;
}
