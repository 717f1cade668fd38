import type { Area, CellValue } from '../../model';
import { entryFor } from './entry';
import { originOf } from './origin';
import type { Block, BlockAnswer } from './read-blocks';
import type { PlannedStep } from './steps';

/** What a cell held before a write: the entry that brings it back, and its number format. */
export interface FormerCell {
  readonly entry: CellValue;
  readonly numberFormat: string;
  /** The formula that stood there; `null` for a value. */
  readonly formula: string | null;
}

/** Former cells by sheet, row and column (0-based, as before the write). */
export class Former {
  private readonly cells = new Map<string, FormerCell>();

  add(answer: BlockAnswer): void {
    const { sheet, area } = answer.request;
    answer.values?.forEach((row, y) =>
      row.forEach((value, x) => {
        this.cells.set(key(sheet, area.top + y, area.left + x), formerCell(answer, value, y, x));
      }),
    );
  }

  /** Whether a block that was read again holds something else now. */
  differs(answer: BlockAnswer): boolean {
    const { sheet, area } = answer.request;
    return (answer.values ?? []).some((row, y) =>
      row.some((value, x) => {
        const was = this.at(sheet, area.top + y, area.left + x);
        const now = formerCell(answer, value, y, x);
        return !was || was.entry !== now.entry || was.numberFormat !== now.numberFormat;
      }),
    );
  }

  /** Whole rows from 0-based `row` on, from the first column to the last that is known; `null` where none is. */
  rows(sheet: string, row: number, count: number): FormerCell[][] | null {
    const lines = Array.from({ length: count }, (_, index) => {
      const line: FormerCell[] = [];
      for (let cell = this.at(sheet, row + index, 0); cell; cell = this.at(sheet, row + index, line.length)) {
        line.push(cell);
      }
      return line;
    });
    return lines[0]!.length > 0 && lines.every((line) => line.length === lines[0]!.length) ? lines : null;
  }

  at(sheet: string, row: number, column: number): FormerCell | null {
    return this.cells.get(key(sheet, row, column)) ?? null;
  }
}

function key(sheet: string, row: number, column: number): string {
  return `${sheet}\n${row}\n${column}`;
}

function formerCell(answer: BlockAnswer, value: CellValue, y: number, x: number): FormerCell {
  const numberFormat = answer.formats?.[y]?.[x] ?? 'General';
  const text = answer.formulas?.[y]?.[x] ?? '';
  const isFormula = typeof text === 'string' && text.startsWith('=') && text !== value;
  const formula = isFormula ? text : null;
  const isError = answer.types?.[y]?.[x] === 'Error';
  return { entry: formula ?? (isError ? value : entryFor(value, numberFormat)), numberFormat, formula };
}

/** A summary of hundreds of persons is below it. */
const CELLS_LOOKED_AT = 20_000;

function cellsIn({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/**
 * The blocks that the steps will overwrite or delete, where they stand now; new rows count as the row whose format they
 * take. `used` are the areas that sheets use: of a sheet that is not among them, nothing is looked at before rows or the
 * whole of it are deleted, nor of a sheet with more than `CELLS_LOOKED_AT` cells that goes as a whole.
 */
export function blocksBefore(
  steps: readonly PlannedStep[],
  used: ReadonlyMap<string, Area> = new Map(),
): Block[] {
  return steps.flatMap(({ step, before }) => {
    if (step.kind === 'deleteRows') {
      const right = used.get(step.sheet)?.right;
      const origin = originOf(step.sheet, step.row, before);
      if (right === undefined || !origin || origin.fresh) return [];
      const area = { top: origin.row, left: 0, bottom: origin.row + step.count - 1, right };
      return [{ sheet: step.sheet, area, kind: 'state' as const }];
    }
    if (step.kind === 'retireSheet') {
      const area = used.get(step.sheet);
      return area && cellsIn(area) <= CELLS_LOOKED_AT ? [{ sheet: step.sheet, area, kind: 'state' }] : [];
    }
    if (step.kind !== 'values' && step.kind !== 'formulas' && step.kind !== 'numberFormats') return [];
    const blocks: Block[] = [];
    for (let row = step.area.top; row <= step.area.bottom; row += 1) {
      const origin = originOf(step.sheet, row, before);
      if (!origin) continue;
      const last = blocks.at(-1);
      const area = { ...step.area, top: origin.row, bottom: origin.row };
      if (last && last.area.bottom === origin.row) continue;
      if (last && last.area.bottom === origin.row - 1) {
        blocks[blocks.length - 1] = { ...last, area: { ...last.area, bottom: origin.row } };
      } else blocks.push({ sheet: step.sheet, area, kind: 'state' });
    }
    return blocks;
  });
}
