import { MEMORY_NAMESPACE, type ReadOptions } from '../../workbook/host';
import type { Snapshot } from '../../workbook/snapshot';
import { rootElement } from './memory-part';
import { requireGoing } from './problems';
import { readDetails } from './read-detail';
import { readValues, type ListedSheet } from './read-values';
import { isSupported } from './support';

interface Listing {
  readonly name: string;
  readonly sheets: readonly ListedSheet[];
  /** Formulas are computed only when somebody asks: what they show may be out of date. */
  readonly manual: boolean;
  readonly date1904: boolean;
  /** Id of the product's custom XML part, `null` where there is none. */
  readonly memoryId: string | null;
}

/** Serial number of 1904-01-02 in a workbook whose dates count from 1904. */
const DAY_AFTER_1904_EPOCH = 1;

/** First round trip: which sheets there are, and what the workbook remembers. */
async function list(context: Excel.RequestContext): Promise<Listing> {
  const { workbook } = context;
  workbook.load('name');
  workbook.application.load('calculationMode');
  const sheets = workbook.worksheets.load('items/name,items/visibility');
  const parts = workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
  // Excel tells no date system; what DATE gives in this workbook does.
  const day = workbook.functions.date(1904, 1, 2).load('value');
  await context.sync();
  return {
    name: workbook.name,
    sheets: sheets.items.map(({ name, visibility }) => ({ name, visible: visibility === 'Visible' })),
    manual: workbook.application.calculationMode === 'Manual',
    date1904: Number(day.value) === DAY_AFTER_1904_EPOCH,
    memoryId: parts.items[0]?.id ?? null,
  };
}

/**
 * A full, fresh read in three round trips: sheets, values, details; more only where one of these is too large for
 * Excel. `expectedCells` is the size an earlier read found, 0 for none.
 */
export async function readExcel(
  context: Excel.RequestContext,
  options: ReadOptions,
  expectedCells: number,
): Promise<{ snapshot: Snapshot; memoryId: string | null }> {
  const { signal, onProgress = () => undefined, wantsDetail = () => true } = options;
  onProgress(0);
  requireGoing(signal);
  const { name, sheets, manual, date1904, memoryId } = await list(context);
  onProgress(0.1);
  requireGoing(signal);
  const memory: { text: OfficeExtension.ClientResult<string> | null } = { text: null };
  const alongside = (): void => {
    // Stale figures must not be read: Excel computes what it has put off, as with F9.
    if (manual) context.application.calculate('Recalculate');
    if (memoryId !== null) memory.text = context.workbook.customXmlParts.getItem(memoryId).getXml();
  };
  const values = await readValues(context, sheets, expectedCells, {
    alongside,
    signal,
    onProgress: (share) => onProgress(0.1 + 0.5 * share),
  });
  onProgress(0.6);
  requireGoing(signal);
  const detailed = await readDetails(context, values, wantsDetail, isSupported('ExcelApi', '1.13'), {
    signal,
    onProgress: (share) => onProgress(0.6 + 0.4 * share),
  });
  onProgress(1);
  const xml = memory.text && rootElement(memory.text.value);
  return { snapshot: { name, sheets: detailed, memory: xml, date1904 }, memoryId };
}
