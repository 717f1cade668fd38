import { cellName, type Severity } from '../../model';
import type { UndoChange } from '../../workbook/host';
import { isMarkRule, MARK_FILLS, MARK_RULE } from '../../workbook/marks';
import { gatherRuns } from './runs';

/** A conditional format that is a mark. */
export interface KnownMark {
  readonly sheet: string;
  readonly id: string;
}

type MarkedCell = Extract<UndoChange, { kind: 'mark' }>['cells'][number];

/** Blocks of cells that share one conditional format; an address may not be longer than 8192 characters. */
const AREAS_A_FORMAT = 250;

/** A conditional format with a formula of its own. */
export interface Condition extends KnownMark {
  readonly isMark: boolean;
}

/** Finds all conditional formats with a formula on the sheets of these names, in two round trips. */
export async function findConditions(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<Condition[]> {
  const lists = sheets.map((name) => ({
    name,
    formats: context.workbook.worksheets
      .getItem(name)
      .getRange()
      .conditionalFormats.load('items/id,items/type'),
  }));
  await context.sync();
  const custom = lists.flatMap(({ name, formats }) =>
    formats.items
      .filter(({ type }) => type === 'Custom')
      .map((format) => ({ sheet: name, id: format.id, rule: format.custom.rule.load('formula') })),
  );
  if (custom.length === 0) return [];
  await context.sync();
  return custom.map(({ sheet, id, rule }) => ({ sheet, id, isMark: isMarkRule(rule.formula) }));
}

/** Puts marks over cells of a sheet into the batch. */
export function addMarks(sheet: Excel.Worksheet, cells: readonly MarkedCell[]): void {
  for (const severity of Object.keys(MARK_FILLS) as Severity[]) {
    const alike = cells.filter((cell) => cell.severity === severity);
    const places = gatherRuns(alike, () => null).map(
      ({ area }) => `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`,
    );
    for (let from = 0; from < places.length; from += AREAS_A_FORMAT) {
      const areas = sheet.getRanges(places.slice(from, from + AREAS_A_FORMAT).join(','));
      const mark = areas.conditionalFormats.add('Custom');
      mark.custom.rule.formula = `=${MARK_RULE}`;
      mark.custom.format.fill.color = MARK_FILLS[severity];
    }
  }
}

/** Puts the removal of marks into the batch. */
export function removeMarks(context: Excel.RequestContext, marks: readonly KnownMark[]): void {
  for (const { sheet, id } of marks) {
    context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).delete();
  }
}
