import type { UndoChange } from '../../../workbook/host';
import { guarded, Package, type ArchiveOptions } from '../package';
import type { PartFacts } from '../read/facts';
import { markCells, unmarkAll } from './marks';
import { moveRows } from './moveRows';
import { EditSession } from './session';
import { setCells } from './setCells';
import { setMemory } from './setMemory';
import { setNumberFormats } from './setNumberFormats';
import { addSheet, deleteSheet } from './sheets';

/**
 * The bytes of the workbook with all changes; the given bytes stay as they are. Only the parts that change are
 * written anew, every other part is taken over as it was packed. `name` is the file's name for messages; `facts` are
 * those that were noted when these bytes were read, and save looking again. Throws `HostError` where the bytes are no workbook or one of the changes cannot be made.
 */
export function applyChanges(
  bytes: Uint8Array,
  changes: readonly UndoChange[],
  name: string | null = null,
  options: ArchiveOptions & { readonly facts?: PartFacts } = {},
): Uint8Array {
  return guarded(name, () => {
    const session = new EditSession(Package.open(bytes, name, options), options.facts);
    for (const change of changes) apply(session, change);
    if (changes.some((change) => change.kind !== 'setMemory')) session.finish();
    return session.parts.save();
  });
}

function apply(session: EditSession, change: UndoChange): void {
  switch (change.kind) {
    case 'setCells':
    case 'setFormulas':
      return setCells(session, change.sheet, change.cells);
    case 'insertRows':
      return moveRows(session, change);
    case 'deleteRows':
      return moveRows(session, { ...change, count: -change.count });
    case 'addSheet':
      return addSheet(session, change.sheet);
    case 'deleteSheet':
      return deleteSheet(session, change.sheet);
    case 'setNumberFormats':
      return setNumberFormats(session, change.sheet, change.cells);
    case 'mark':
      return markCells(session, change.sheet, change.cells);
    case 'unmark':
      return unmarkAll(session);
    case 'setMemory':
      return setMemory(session, change.xml);
  }
}
