import type { Area, CellValue } from '../../model';
import { isTooLarge, requireGoing } from './problems';
import { usedBlock } from './ranges';
import { readBlocks } from './read-blocks';
import { areaOf, POSITION } from './sight';

/** What a sheet holds; `area` is `null` for an empty one. */
export interface SheetValues {
  readonly name: string;
  readonly visible: boolean;
  readonly area: Area | null;
  readonly values: CellValue[][];
}

export interface ListedSheet {
  readonly name: string;
  readonly visible: boolean;
}

interface Progress {
  /** Puts more into the batch of the round trip; called again where the trip has to be made again. */
  readonly alongside: () => void;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/** Cells that are read at one go without asking for the size first; a workbook known to be larger is read in blocks. */
const AT_ONE_GO = 400_000;

function loadUsed(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  what: string,
): Excel.Range[] {
  return sheets.map(({ name }) => {
    const used = usedBlock(context.workbook.worksheets.getItem(name));
    return used.load(what);
  });
}

/**
 * All values of the sheets: at one go where that is not too much, else in blocks of rows. `expectedCells` is what an
 * earlier read found (0 for none): it saves a large workbook the attempt.
 */
export async function readValues(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  expectedCells: number,
  progress: Progress,
): Promise<SheetValues[]> {
  if (expectedCells <= AT_ONE_GO) {
    const whole = await readAtOneGo(context, sheets, progress);
    if (whole) return whole;
  }
  return readInBlocks(context, sheets, progress);
}

async function readAtOneGo(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  progress: Progress,
): Promise<SheetValues[] | null> {
  try {
    progress.alongside();
    const used = loadUsed(context, sheets, `${POSITION},values`);
    await context.sync();
    if (used.some((range) => !range.isNullObject && range.values === null)) return null;
    return sheets.map((sheet, index) => {
      const range = used[index]!;
      const area = areaOf(range);
      return { ...sheet, area, values: area ? (range.values as CellValue[][]) : [] };
    });
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw error;
  }
}

async function readInBlocks(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  progress: Progress,
): Promise<SheetValues[]> {
  requireGoing(progress.signal);
  progress.alongside();
  const used = loadUsed(context, sheets, POSITION);
  await context.sync();
  const areas = used.map(areaOf);
  const wanted = sheets.flatMap(({ name }, index) => {
    const area = areas[index];
    return area ? [{ sheet: name, area, kind: 'values' as const }] : [];
  });
  const answers = await readBlocks(context, wanted, progress);
  return sheets.map((sheet, index) => ({
    ...sheet,
    area: areas[index] ?? null,
    values: answers.filter((one) => one.request.sheet === sheet.name).flatMap((one) => one.values ?? []),
  }));
}
