import type { CellRef } from '../../model';
import type { LiveHost, UndoChange } from '../../workbook/host';
import type { Snapshot } from '../../workbook/snapshot';
import { cannotShow } from './problems';
import { blockOf } from './ranges';
import { readExcel } from './read';
import type { ReadBefore } from './read-again';
import { readRows } from './read-rows';
import { orCancelled, runExcel } from './run';
import { SheetNames, watchWorkbook } from './watch';
import { writeExcel } from './write';

/** Needs office.js to be ready (`startOffice`). Whatever fails comes out as a `HostError`. */
export function createExcelHost(): LiveHost {
  let before: ReadBefore | null = null;
  const names = new SheetNames();
  return {
    read: async (options = {}) => {
      const known = before;
      const work = runExcel((context) => readExcel(context, options, known));
      const reading = await orCancelled(work, options.signal);
      before = reading.before;
      return reading.snapshot;
    },
    write: async (changes, options = {}) => {
      if (changes.length === 0) return;
      names.expect(changes.flatMap((change) => madeOrGone(change)));
      const { basis, again } = options;
      const reread = async (context: Excel.RequestContext, along: () => void): Promise<Snapshot> => {
        const reading = await readExcel(context, again ?? {}, before, along);
        before = reading.before;
        return reading.snapshot;
      };
      const memoryId = before?.listing.memoryId ?? null;
      const ground = { basis, memoryId, ...(again && { reread }) };
      await runExcel((context) => writeExcel(context, changes, ground, options));
      // Other sheets than before: what was read says nothing of them.
      if (changes.some(({ kind }) => kind === 'addSheet' || kind === 'deleteSheet')) before = null;
    },
    select: (cell) => runExcel((context) => select(context, cell)),
    watch: (onEdit) => watchWorkbook(onEdit, names),
    readRows: async (blocks) => {
      const known = before;
      const rows = known && (await runExcel((context) => readRows(context, blocks, known)));
      if (rows === null) await names.learn();
      return rows;
    },
  };
}

function madeOrGone(change: UndoChange): readonly string[] {
  if (change.kind === 'addSheet') return [change.sheet.name];
  return change.kind === 'deleteSheet' ? [change.sheet] : [];
}

async function select(context: Excel.RequestContext, { sheet, row, column }: CellRef): Promise<void> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
  await context.sync();
  if (worksheet.isNullObject) throw cannotShow(sheet, false);
  if (worksheet.visibility !== 'Visible') throw cannotShow(sheet, true);
  worksheet.activate();
  blockOf(worksheet, { top: row, left: column, bottom: row, right: column }).select();
  await context.sync();
}
