import { MEMORY_NAMESPACE } from '../../workbook/host';
import { isLeftover } from '../../workbook/leftovers';

export interface ListedSheet {
  readonly name: string;
  readonly visible: boolean;
}

/** Which sheets there are, and what else has to be known of a workbook before it is read. */
export interface Listing {
  readonly name: string;
  readonly sheets: readonly ListedSheet[];
  /** Formulas are computed only when somebody asks: what they show may be out of date. */
  readonly manual: boolean;
  readonly date1904: boolean;
  /** Id of the product's custom XML part, `null` where there is none. */
  readonly memoryId: string | null;
  /** Ids of further ones, which another program or a copy has left. */
  readonly otherMemoryIds: readonly string[];
}

/** Serial number of 1904-01-02 in a workbook whose dates count from 1904. */
const DAY_AFTER_1904_EPOCH = 1;

/** Puts the questions into the batch; call the result after the sync. */
export function askList(context: Excel.RequestContext): () => Listing {
  const { workbook } = context;
  workbook.load('name');
  workbook.application.load('calculationMode');
  const sheets = workbook.worksheets.load('items/name,items/visibility');
  const parts = workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
  // Excel tells no date system; what DATE gives in this workbook does.
  const day = workbook.functions.date(1904, 1, 2).load('value');
  return () => ({
    name: workbook.name,
    sheets: sheets.items
      .map(({ name, visibility }) => ({ name, visible: visibility === 'Visible' }))
      .filter((sheet) => !isLeftover(sheet)),
    manual: workbook.application.calculationMode === 'Manual',
    date1904: Number(day.value) === DAY_AFTER_1904_EPOCH,
    memoryId: parts.items[0]?.id ?? null,
    otherMemoryIds: parts.items.slice(1).map(({ id }) => id),
  });
}
