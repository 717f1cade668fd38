import type { CellValue, Slices } from '../../model';
import type { Former } from './before';
import { entryFor } from './entry';
import { addMarks } from './marks';
import { addCells, addSheet } from './new-sheet';
import type { Held } from './hold';
import { growNames, type KnownName } from './names';
import { originOf } from './origin';
import { blockOf, rowsOf } from './ranges';
import type { PlannedStep, Step } from './steps';

function sheetOf(context: Excel.RequestContext, name: string): Excel.Worksheet {
  return context.workbook.worksheets.getItem(name);
}

function insertRows(
  context: Excel.RequestContext,
  step: Extract<Step, { kind: 'insertRows' }>,
  { names, onInserted }: Pick<ApplyOptions, 'names' | 'onInserted'>,
): void {
  const { row, count, formatOf } = step;
  const sheet = sheetOf(context, step.sheet);
  rowsOf(sheet, row, count).insert('Down').untrack();
  onInserted();
  const source = formatOf < row ? formatOf : formatOf + count;
  rowsOf(sheet, row, count).copyFrom(rowsOf(sheet, source, 1), 'Formats');
  growNames(context, step, names);
}

/** Rows of a block between which the page may have its turn. */
const ROWS_A_SLICE = 500;

function* setValues(
  context: Excel.RequestContext,
  step: Extract<Step, { kind: 'values' }>,
  formatAt: (row: number, column: number) => string,
): Slices<void> {
  const { area } = step;
  const entries: CellValue[][] = [];
  for (const [y, line] of step.rows.entries()) {
    const entriesOfLine = line.map((value, x) => {
      const [row, column] = [area.top + y, area.left + x];
      const format = formatAt(row, column);
      // A number that is written into a cell of text would become text.
      if (typeof value !== 'string' && format === '@') {
        const one = { top: row, left: column, bottom: row, right: column };
        blockOf(sheetOf(context, step.sheet), one).numberFormat = [['General']];
      }
      return entryFor(value, format);
    });
    entries.push(entriesOfLine);
    if (y % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
  }
  blockOf(sheetOf(context, step.sheet), area).values = entries;
}

function setMemory(context: Excel.RequestContext, xml: string | null, ids: readonly string[]): void {
  const parts = context.workbook.customXmlParts;
  const [first, ...others] = ids;
  for (const id of others) parts.getItem(id).delete();
  if (first === undefined) {
    if (xml !== null) parts.add(xml);
  } else if (xml === null) parts.getItem(first).delete();
  else parts.getItem(first).setXml(xml);
}

export interface ApplyOptions {
  /** Knows the number formats of the cells that are written. */
  readonly former: Former;
  /** The custom XML parts there are. */
  readonly memoryIds: readonly string[];
  readonly retiredName: (index: number) => string;
  /** The ranges that follow what moves, for steps that must not miss their cells. */
  readonly held: Held;
  /** The names that new rows may belong to. */
  readonly names: readonly KnownName[];
  /** Called where rows have been inserted, before they are given their formats. */
  readonly onInserted: () => void;
}

/** Puts one step into the batch, one with many cells in slices. */
export function* applyStep(
  context: Excel.RequestContext,
  planned: PlannedStep,
  { former, memoryIds, retiredName, held, names, onInserted }: ApplyOptions,
): Slices<void> {
  const { step, before } = planned;
  switch (step.kind) {
    case 'values':
      return yield* setValues(context, step, (row, column) => {
        const origin = originOf(step.sheet, row, before);
        return (origin && former.at(step.sheet, origin.row, column)?.numberFormat) ?? 'General';
      });
    case 'formulas':
      (held.get(planned) ?? blockOf(sheetOf(context, step.sheet), step.area)).formulas = step.rows.map(
        (row) => [...row],
      );
      return;
    case 'numberFormats':
      blockOf(sheetOf(context, step.sheet), step.area).numberFormat = step.rows.map((row) => [...row]);
      return;
    case 'insertRows':
      return insertRows(context, step, { names, onInserted });
    case 'deleteRows':
      return (held.get(planned) ?? rowsOf(sheetOf(context, step.sheet), step.row, step.count)).delete('Up');
    case 'retireSheet': {
      const sheet = sheetOf(context, step.sheet);
      sheet.visibility = 'VeryHidden';
      sheet.name = retiredName(step.index);
      return;
    }
    case 'addSheet':
      return yield* addSheet(context, step.sheet, step.extent);
    case 'moreCells':
      return yield* addCells(sheetOf(context, step.sheet), step.cells);
    case 'mark':
      return addMarks(sheetOf(context, step.sheet), step.cells);
    case 'setMemory':
      return setMemory(context, step.xml, memoryIds);
  }
}
