import { findConditions } from './marks';
import type { Looked } from './look';
import { askWorkbench } from './preflight';
import { marksLeft } from './problems';
import type { Plan } from './steps';

/** What is to be cleared away: sheets by their ids, and marks by the ids of their sheets and their own. */
interface Rubbish {
  readonly sheets: readonly string[];
  readonly marks: readonly { readonly sheetId: string; readonly id: string }[];
}

function rubbishOf(clearing: Plan['clearing'], { bench, marks }: Looked): Rubbish {
  const retired = clearing.flatMap((one) => {
    const id = one.kind === 'deleteSheet' ? bench.sheets.get(one.sheet)?.id : undefined;
    return id === undefined ? [] : [id];
  });
  const isUnmarking = clearing.some(({ kind }) => kind === 'unmark');
  return {
    sheets: [...bench.leftovers, ...retired],
    marks: (isUnmarking ? marks : []).flatMap(({ sheet, id }) => {
      const sheetId = bench.sheets.get(sheet)?.id;
      return sheetId === undefined ? [] : [{ sheetId, id }];
    }),
  };
}

/**
 * Clears away what a write has made useless, by ids, which hold whatever others rename or move. By then all else is
 * written: what fails is tried once more, with what is still there. A sheet that stays all the same is out of everybody's
 * sight and goes with the next write; of marks that stay the user is told (`HostError`).
 */
export async function clearAway(
  context: Excel.RequestContext,
  clearing: Plan['clearing'],
  looked: Looked,
): Promise<void> {
  const rubbish = rubbishOf(clearing, looked);
  if (rubbish.sheets.length + rubbish.marks.length === 0) return;
  try {
    await remove(context, rubbish);
  } catch {
    await clearAgain(context, rubbish);
  }
}

async function clearAgain(context: Excel.RequestContext, rubbish: Rubbish): Promise<void> {
  try {
    await remove(context, await stillThere(context, rubbish));
  } catch (failure) {
    if (rubbish.marks.length > 0) throw marksLeft(failure);
  }
}

async function remove(context: Excel.RequestContext, { sheets, marks }: Rubbish): Promise<void> {
  const { worksheets } = context.workbook;
  for (const { sheetId, id } of marks) {
    worksheets.getItem(sheetId).getRange().conditionalFormats.getItem(id).delete();
  }
  for (const id of sheets) {
    const sheet = worksheets.getItem(id);
    // Excel does not delete a sheet that is hidden so deeply.
    sheet.visibility = 'Hidden';
    sheet.delete();
  }
  await context.sync();
}

async function stillThere(context: Excel.RequestContext, { sheets, marks }: Rubbish): Promise<Rubbish> {
  const collect = askWorkbench(context);
  await context.sync();
  const bench = collect();
  const names = new Map([...bench.sheets].map(([name, { id }]) => [id, name]));
  const places = [...new Set(marks.flatMap(({ sheetId }) => names.get(sheetId) ?? []))];
  const known = new Set((await findConditions(context, places)).map(({ id }) => id));
  return {
    sheets: sheets.filter((id) => bench.leftovers.includes(id)),
    marks: marks.filter(({ sheetId, id }) => names.has(sheetId) && known.has(id)),
  };
}
