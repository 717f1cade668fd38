import type { Area, CellValue } from '../../model';
import { mayBeEarly } from './early';
import type { ListedSheet } from './list';
import { isTooLarge, requireGoing } from './problems';
import { type SheetAt, sheetsAt, usedBlock } from './ranges';
import { type BlockOptions, readBlocks } from './read-blocks';
import { areaOf, areaWithin, CORNER, POSITION } from './sight';

/** What a sheet holds; `area` is `null` for an empty one. */
export interface SheetValues {
  readonly name: string;
  readonly visible: boolean;
  readonly area: Area | null;
  readonly values: CellValue[][];
}

interface Progress extends BlockOptions {
  /**
   * Puts more into the batch of the round trip, with or without what may fail; called again where the trip has to be
   * made again.
   */
  readonly alongside: (early: boolean, sheetAt: SheetAt) => void;
}

/** Cells that are read at one go without asking for the size first; a workbook known to be larger is read in blocks. */
export const AT_ONE_GO = 600_000;

/** Asks for something of the used range of each sheet. */
export function loadUsed(sheetAt: SheetAt, sheets: readonly ListedSheet[], what: string): Excel.Range[] {
  return sheets.map(({ name }) => usedBlock(sheetAt(name)).load(what));
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

/** One round trip for the used ranges and what comes along; where the latter is the trouble, once more without it. */
async function tripWith(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  what: string,
  { alongside }: Progress,
  isTrouble: (error: unknown) => boolean = () => false,
): Promise<Excel.Range[]> {
  const ask = (early: boolean): Excel.Range[] => {
    const sheetAt = sheetsAt(context);
    alongside(early, sheetAt);
    return loadUsed(sheetAt, sheets, what);
  };
  try {
    const used = ask(true);
    await context.sync();
    return used;
  } catch (error) {
    if (!mayBeEarly(error) && !isTrouble(error)) throw error;
    const used = ask(false);
    await context.sync();
    return used;
  }
}

async function readAtOneGo(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  progress: Progress,
): Promise<SheetValues[] | null> {
  try {
    const used = await tripWith(context, sheets, CORNER, progress);
    return collectValues(sheets, used);
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw error;
  }
}

/** The values after the sync; `null` where they were too many. */
export function collectValues(
  sheets: readonly ListedSheet[],
  used: readonly Excel.Range[],
): SheetValues[] | null {
  if (used.some((range) => !range.isNullObject && range.values === null)) return null;
  return sheets.map((sheet, index) => {
    const range = used[index]!;
    const area = areaWithin(range);
    return { ...sheet, area, values: area ? (range.values as CellValue[][]) : [] };
  });
}

async function readInBlocks(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  progress: Progress,
): Promise<SheetValues[]> {
  requireGoing(progress.signal);
  const used = await tripWith(context, sheets, POSITION, progress, isTooLarge);
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
