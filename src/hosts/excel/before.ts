import type { CellValue } from '../../model';
import { entryFor } from './entry';
import { originOf } from './origin';
import { readBlocks, type Block, type BlockAnswer } from './read-blocks';
import type { PlannedStep } from './steps';

/** What a cell held before a write: the entry that brings it back, and its number format. */
export interface FormerCell {
  readonly entry: CellValue;
  readonly numberFormat: string;
}

/** Former cells by sheet, row and column (0-based, as before the write). */
export class Former {
  private readonly cells = new Map<string, FormerCell>();

  add(answer: BlockAnswer): void {
    const { sheet, area } = answer.request;
    answer.values?.forEach((row, y) =>
      row.forEach((value, x) => {
        const numberFormat = answer.formats?.[y]?.[x] ?? 'General';
        const formula = answer.formulas?.[y]?.[x] ?? '';
        const entry = formerEntry(value, formula, answer.types?.[y]?.[x] ?? '', numberFormat);
        this.cells.set(`${sheet}\n${area.top + y}\n${area.left + x}`, { entry, numberFormat });
      }),
    );
  }

  at(sheet: string, row: number, column: number): FormerCell | null {
    return this.cells.get(`${sheet}\n${row}\n${column}`) ?? null;
  }
}

function formerEntry(value: CellValue, formula: CellValue, type: string, format: string): CellValue {
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) return formula;
  return type === 'Error' ? value : entryFor(value, format);
}

/** The blocks that the steps will overwrite, where they stand now; new rows count as the row whose format they take. */
export function blocksBefore(steps: readonly PlannedStep[]): Block[] {
  return steps.flatMap(({ step, before }) => {
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

/** Reads what the steps will overwrite. */
export async function readFormer(context: Excel.RequestContext, blocks: readonly Block[]): Promise<Former> {
  const former = new Former();
  for (const answer of await readBlocks(context, blocks)) former.add(answer);
  return former;
}
