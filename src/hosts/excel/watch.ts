import type { CellEdit } from '../../workbook/host';
import { areasOf } from './address';
import { runExcel } from './run';

/** Sheets or cells came, went or moved: nothing is where it was. */
const EVERYTHING: CellEdit = { sheet: null, area: null };

/** The tabs by the id that events name them by; one that was renamed has its old name until they are learnt again. */
export class SheetNames {
  private names = new Map<string, string>();
  /** Sheets that this product makes or takes away, until the event comes that tells of it. */
  private readonly own = new Set<string>();

  /** Called before this product makes or takes away sheets of these names. */
  expect(names: readonly string[]): void {
    for (const name of names) this.own.add(name);
  }

  /** Whether the event on this sheet is one that was expected; the next one on it is not. */
  isExpected(name: string | null): boolean {
    return name !== null && this.own.delete(name);
  }

  of(id: string): string | null {
    return this.names.get(id) ?? null;
  }

  async learn(): Promise<void> {
    await runExcel((context) => this.learnIn(context));
  }

  async learnIn(context: Excel.RequestContext): Promise<void> {
    const sheets = context.workbook.worksheets.load('items/id,items/name');
    await context.sync();
    this.names = new Map(sheets.items.map(({ id, name }) => [id, name]));
  }
}

/**
 * Calls back after each change to cells of any sheet that the user or a co-author makes. What this product writes into
 * cells is passed over where Excel tells (ExcelApi 1.14), else it counts as what the user types. The promised function
 * ends it.
 */
export async function watchWorkbook(
  onEdit: (edit: CellEdit) => void,
  names: SheetNames,
): Promise<() => Promise<void>> {
  const cameOrWent = async ({ worksheetId }: { worksheetId: string }): Promise<void> => {
    const before = names.of(worksheetId);
    // Where it fails, the sheet stays unknown, and its edits lead to full reads.
    await names.learn().catch(() => undefined);
    onEdit(names.isExpected(names.of(worksheetId) ?? before) ? { ...EVERYTHING, own: true } : EVERYTHING);
  };
  const handlers = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const changed = worksheets.onChanged.add(async (event) => {
      if (event.triggerSource === 'ThisLocalAddin') return;
      const edits = editsOf(event, names.of(event.worksheetId));
      if (edits === null) await cameOrWent(event);
      else edits.forEach(onEdit);
    });
    const others = [worksheets.onAdded.add(cameOrWent), worksheets.onDeleted.add(cameOrWent)];
    await names.learnIn(context);
    return [changed, ...others];
  });
  return () =>
    runExcel(async () => {
      for (const handler of handlers) handler.remove();
      await handlers[0]!.context.sync();
    });
}

/** What the event says, `null` where it is not told which cells hold something else now. */
function editsOf(
  { changeType, address }: Excel.WorksheetChangedEventArgs,
  sheet: string | null,
): CellEdit[] | null {
  const areas = changeType === 'RangeEdited' ? areasOf(address) : null;
  return sheet === null || areas === null ? null : areas.map((area) => ({ sheet, area }));
}
