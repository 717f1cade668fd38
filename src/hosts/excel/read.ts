import type { ReadOptions } from '../../workbook/host';
import type { SheetSnapshot, Snapshot } from '../../workbook/snapshot';
import { rowsOf } from './alike';
import { askEarly, type Early } from './early';
import { askList, type Listing } from './list';
import { requireOneMemory, rootElement } from './memory-part';
import { requireGoing } from './problems';
import { readAgain, type ReadBefore } from './read-again';
import { type Columns, readDetails } from './read-detail';
import { readValues, type SheetValues } from './read-values';
import { isSupported } from './support';

/** A read, and what the next one can rest on. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly before: ReadBefore;
}

/** The columns whose number formats are wanted. */
function columnsWanted(
  wantsDetail: ReadOptions['wantsDetail'],
  sheet: SheetSnapshot,
  memory: string | null,
): Columns {
  const wanted = wantsDetail ? wantsDetail(sheet, memory) : true;
  return wanted === true ? 'all' : wanted === false ? [] : wanted;
}

/**
 * A full, fresh read. What an earlier one has found (`before`) tells what to ask for, so that one round trip does where
 * the workbook still has the same sheets; else it takes three (sheets, values, details), and more only where one of
 * these is too large for Excel. `along` puts more into the batch of the first round trip.
 */
export async function readExcel(
  context: Excel.RequestContext,
  options: ReadOptions,
  before: ReadBefore | null,
  along: () => void = () => undefined,
): Promise<Reading> {
  const { signal, onProgress = () => undefined } = options;
  onProgress(0);
  requireGoing(signal);
  const merges = isSupported('ExcelApi', '1.13');
  let isAlong = false;
  const alongOnce = (): void => {
    if (!isAlong) along();
    isAlong = true;
  };
  const again = before && (await readAgain(context, before, merges, alongOnce));
  const first = again ?? (await readFirst(context, options, { before, merges, along: alongOnce }));
  onProgress(0.6);
  requireGoing(signal);
  const { sheets, columns } = await readDetails(context, first.values, {
    columnsOf: (sheet) => columnsWanted(options.wantsDetail, sheet, first.memory),
    merges,
    known: first.known,
    ...(signal && { signal }),
    onProgress: (share) => onProgress(0.6 + 0.4 * share),
  });
  onProgress(1);
  const { name, date1904 } = first.listing;
  const areas = new Map(first.values.map(({ name: sheet, area }) => [sheet, area]));
  const snapshot = { name, sheets, memory: first.memory, date1904 };
  return { snapshot, before: { snapshot, listing: first.listing, columns, areas } };
}

async function readFirst(
  context: Excel.RequestContext,
  { signal, onProgress = () => undefined }: ReadOptions,
  { before, merges, along }: { before: ReadBefore | null; merges: boolean; along: () => void },
): Promise<{
  listing: Listing;
  values: readonly SheetValues[];
  memory: string | null;
  known: ReadonlyMap<string, { early: Early | null; formats: null }>;
}> {
  const collect = askList(context);
  along();
  await context.sync();
  const listing = collect();
  onProgress(0.1);
  requireGoing(signal);
  let xml: OfficeExtension.ClientResult<string> | null = null;
  let otherXml: readonly OfficeExtension.ClientResult<string>[] = [];
  let early: (() => ReadonlyMap<string, Early>) | null = null;
  const values = await readValues(context, listing.sheets, before ? cellsOf(before) : 0, {
    alongside: (withEarly, sheetAt) => {
      // Stale figures must not be read: Excel computes what it has put off, as with F9.
      if (listing.manual) context.application.calculate('Recalculate');
      const { memoryId, otherMemoryIds } = listing;
      const xmlOf = (id: string) => context.workbook.customXmlParts.getItem(id).getXml();
      xml = memoryId === null ? null : xmlOf(memoryId);
      otherXml = otherMemoryIds.map(xmlOf);
      early = withEarly ? askEarly(sheetAt, listing.sheets, merges) : null;
    },
    ...(signal && { signal }),
    kept: rowsOf(before?.snapshot ?? null),
    onProgress: (share) => onProgress(0.1 + 0.5 * share),
  });
  const found = collectEarly(early);
  const known = new Map([...found].map(([sheet, one]) => [sheet, { early: one, formats: null }]));
  const memory = textOf(xml);
  requireOneMemory(listing.name, memory, otherXml.map(textOf));
  return { listing, values, memory, known };
}

function cellsOf({ areas }: ReadBefore): number {
  const sizes = [...areas.values()].map((area) =>
    area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function collectEarly(early: (() => ReadonlyMap<string, Early>) | null): ReadonlyMap<string, Early> {
  return early ? early() : new Map<string, Early>();
}

function textOf(xml: OfficeExtension.ClientResult<string> | null): string | null {
  return xml && rootElement(xml.value);
}
