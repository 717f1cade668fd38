import { runExcel } from './run';

/** Cells of a sheet that changed. */
export interface SheetEdit {
  /** The tab's name, `null` for a sheet that was made after the watch began. */
  readonly sheet: string | null;
  /** As Excel gives it, e.g. `B2:C3`. */
  readonly address: string;
}

/** Calls back after each change to cells of any sheet; the promised function ends it. */
export async function watchWorkbook(onChange: (edit: SheetEdit) => void): Promise<() => Promise<void>> {
  const handler = await runExcel(async (context) => {
    const sheets = context.workbook.worksheets.load('items/id,items/name');
    const names = new Map<string, string>();
    const registered = context.workbook.worksheets.onChanged.add(async ({ worksheetId, address }) =>
      onChange({ sheet: names.get(worksheetId) ?? null, address }),
    );
    await context.sync();
    for (const { id, name } of sheets.items) names.set(id, name);
    return registered;
  });
  return () =>
    runExcel(async () => {
      handler.remove();
      await handler.context.sync();
    });
}
