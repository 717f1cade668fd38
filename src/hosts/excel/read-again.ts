import type { Area } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';
import { cellsIn } from './blocks';
import { askEarly, mayBeEarly } from './early';
import { askList, type Listing } from './list';
import { rootElement } from './memory-part';
import { isOfficeFailure, isTooLarge } from './problems';
import { sheetsAt } from './ranges';
import { askBlocks, type Block } from './read-blocks';
import { columnAreas, type Columns, type Known } from './read-detail';
import { collectValues, loadUsed, type SheetValues } from './read-values';
import { CORNER, sameArea } from './sight';

/** What an earlier read has found: it only says what to ask for, and rows that are the same again are kept once. */
export interface ReadBefore {
  readonly snapshot: Snapshot;
  readonly listing: Listing;
  /** Columns whose number formats were wanted, by sheet. */
  readonly columns: ReadonlyMap<string, Columns>;
  /** Areas in use, by sheet. */
  readonly areas: ReadonlyMap<string, Area | null>;
}

interface Again {
  readonly listing: Listing;
  readonly values: readonly SheetValues[];
  readonly memory: string | null;
  readonly known: ReadonlyMap<string, Known>;
}

/** Cells of values and number formats that go safely into one answer. */
const CELLS_AT_ONCE = 120_000;

/**
 * Reads everything in one round trip, where the workbook is small enough and has the same sheets as before; `null`
 * where it is not: then it has to be read from the beginning.
 */
export async function readAgain(
  context: Excel.RequestContext,
  before: ReadBefore,
  merges: boolean,
  along: () => void,
): Promise<Again | null> {
  const { listing, areas } = before;
  const blocks = blocksOf(before);
  const cells = [...areas.values()].reduce((sum, area) => sum + (area ? cellsIn(area) : 0), 0);
  if (cells + blocks.reduce((sum, { area }) => sum + cellsIn(area), 0) > CELLS_AT_ONCE) return null;
  try {
    if (listing.manual) context.application.calculate('Recalculate');
    const list = askList(context);
    const sheetAt = sheetsAt(context);
    const used = loadUsed(sheetAt, listing.sheets, CORNER);
    const early = askEarly(sheetAt, listing.sheets, merges);
    const formats = askBlocks(sheetAt, blocks);
    const { memoryId } = listing;
    const xml = memoryId === null ? null : context.workbook.customXmlParts.getItem(memoryId).getXml();
    along();
    await context.sync();
    const values = collectValues(listing.sheets, used);
    const now = list();
    // A second part of settings has to be held against the first, which a whole read does.
    if (!values || !isSame(listing, now) || now.otherMemoryIds.length > 0) return null;
    const memory = now.memoryId === memoryId ? xml : await memoryOf(context, now.memoryId);
    return {
      listing: now,
      values,
      memory: memory && rootElement(memory.value),
      known: knownOf(values, before, early(), formats()),
    };
  } catch (error) {
    if (!isGone(error) && !isTooLarge(error) && !mayBeEarly(error)) throw error;
    return null;
  }
}

function isGone(error: unknown): boolean {
  return isOfficeFailure(error) && ['ItemNotFound', 'InvalidReference'].includes(error.code);
}

function blocksOf({ areas, columns }: ReadBefore): Block[] {
  return [...columns].flatMap(([sheet, wanted]) => {
    const area = areas.get(sheet);
    return area
      ? columnAreas(area, wanted).map((part): Block => ({ sheet, area: part, kind: 'formats' }))
      : [];
  });
}

/** What the workbook remembers in a part that was not there before. */
async function memoryOf(
  context: Excel.RequestContext,
  id: string | null,
): Promise<OfficeExtension.ClientResult<string> | null> {
  if (id === null) return null;
  const xml = context.workbook.customXmlParts.getItem(id).getXml();
  await context.sync();
  return xml;
}

function isSame(before: Listing, now: Listing): boolean {
  const plain = ({ sheets, manual }: Listing): string => JSON.stringify([sheets, manual]);
  return plain(before) === plain(now);
}

/** Number formats hold only where the sheet still uses the same cells. */
function knownOf(
  values: readonly SheetValues[],
  { areas, columns }: ReadBefore,
  early: Awaited<ReturnType<ReturnType<typeof askEarly>>>,
  answers: ReturnType<ReturnType<typeof askBlocks>>,
): Map<string, Known> {
  return new Map(
    values.map(({ name, area }): [string, Known] => {
      const own = answers.filter(({ request }) => request.sheet === name);
      const asked = columns.get(name);
      const holds = asked !== undefined && sameArea(area, areas.get(name));
      const formats = holds ? { columns: asked, answers: own } : null;
      return [name, { early: early.get(name) ?? null, formats }];
    }),
  );
}
