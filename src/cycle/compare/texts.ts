import { type CellValue, periodTitle, type Scheme } from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../../workbook/host';
import type { CycleComparison, RuleChange } from './compareCycles';

/** Name of the sheet of a comparison. */
export const COMPARE_SHEET = '两期对比';

/** `CM-S03 价签维护 多扣 1.5 分`, for each reason. */
function reasonText(reasons: readonly RuleChange[]): string {
  return reasons
    .map(({ rule, title, points }) => `${rule} ${title} ${points > 0 ? '多' : '少'}扣 ${Math.abs(points)} 分`)
    .join(';');
}

function changeText(change: number | null): string {
  if (change === null) return '不能比较';
  return change === 0 ? '持平' : `${change > 0 ? '上升' : '下降'} ${Math.abs(change)}`;
}

const STATES = { both: '', new: '本期新增', gone: '本期没有' } as const;

/** Sentences that go in front of the figures: which half-years, and what keeps them from being compared plainly. */
function headLines({ before, after, rulings, isSame }: CycleComparison): string[] {
  const shown = (period: string | null): string => periodTitle(period) || '半年未定';
  const lines = [`${shown(before.period)} 与 ${shown(after.period)} 对比`];
  if (before.period !== null && before.period === after.period) {
    const same = isSame ? ',结果也完全相同' : '';
    lines.push(`注意:两份归档是同一期(${shown(after.period)})${same},这不是两期的对比。请核对选的归档文件。`);
  }
  if (before.scheme !== after.scheme) {
    lines.push(`注意:两期用的办法不同(${before.scheme};${after.scheme}),分数不能直接比较。`);
  }
  for (const { key, title, words } of rulings) {
    lines.push(`注意:两期的口径不同,${title}(${key}):${words.join(' → ')}。变化里有一部分来自口径。`);
  }
  return lines;
}

/** The comparison as text for a terminal. */
export function comparisonText(comparison: CycleComparison): string {
  const { persons, departments } = comparison;
  const figure = (value: number | null): string => (value === null ? '—' : String(value));
  return `${[
    ...headLines(comparison),
    '',
    ...departments.map(
      ({ name, before, after, change, reasons, state }) =>
        `${name}:${figure(before)} → ${figure(after)} ${STATES[state] || changeText(change)}${reasons.length > 0 ? `(人均 ${reasonText(reasons)})` : ''}`,
    ),
    '',
    ...persons.map(
      ({ name, department, role, movedFrom, before, after, change, reasons, state }) =>
        `${department} ${name} ${role}${movedFrom === null ? '' : `(原在${movedFrom})`}:${figure(before)} → ${figure(after)} ` +
        `${STATES[state] || changeText(change)}${reasons.length > 0 ? `(${reasonText(reasons)})` : ''}`,
    ),
  ].join('\n')}\n`;
}

/** The comparison as a sheet: departments, then persons, each with the rules that account for the change. */
export function comparisonSheet(comparison: CycleComparison, { fields }: Scheme): NewSheet {
  const named = (id: string): string => fields.find((field) => field.id === id)?.name ?? id;
  const lines = headLines(comparison);
  const cells: NewCell[] = [
    { row: 0, column: 0, value: COMPARE_SHEET, style: 'title' },
    ...lines.map((value, at): NewCell => ({ row: 1 + at, column: 0, value, style: 'meta' })),
  ];
  let row = lines.length + 2;
  const table = (headers: readonly string[], rows: readonly (readonly (CellValue | null)[])[]): void => {
    headers.forEach((value, column) => cells.push({ row, column, value, style: 'header' }));
    rows.forEach((line, at) =>
      line.forEach((value, column) =>
        cells.push({ row: row + 1 + at, column, value: value ?? '', style: styleOf(value) }),
      ),
    );
    row += rows.length + 2;
  };
  table(
    [named('department'), '', '', '上期', '本期', '变化', '情况', '主要原因(人均)'],
    comparison.departments.map(({ name, before, after, change, state, reasons }) => [
      name,
      '',
      '',
      before,
      after,
      change,
      STATES[state] || changeText(change),
      reasonText(reasons),
    ]),
  );
  table(
    [...['department', 'name', 'post'].map(named), '上期', '本期', '变化', '情况', '主要原因'],
    comparison.persons.map(({ department, name, role, movedFrom, before, after, change, state, reasons }) => [
      department,
      name,
      role,
      before,
      after,
      change,
      `${STATES[state] || changeText(change)}${movedFrom === null ? '' : `,原在${movedFrom}`}`,
      reasonText(reasons),
    ]),
  );
  return {
    name: COMPARE_SHEET,
    cells,
    merges: [0, ...lines.map((_, at) => at + 1)].map((at) => ({ top: at, left: 0, bottom: at, right: 7 })),
    columnWidths: [18, 10, 10, 9, 9, 9, 16, 60],
    headerRows: 0,
    landscape: true,
    lists: [],
  };
}

function styleOf(value: CellValue | null): CellStyle {
  return typeof value === 'number' ? 'decimal' : 'text';
}
