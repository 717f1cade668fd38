import { MEMORY_NAMESPACE, type UndoChange } from '../../workbook/host';
import { isLeftover, leftoverNames } from '../../workbook/leftovers';
import { goneSheet, protectedSheet, protectedWorkbook, readOnlyWorkbook, sheetExists } from './problems';

interface WritableSheet {
  readonly id: string;
  readonly isProtected: boolean;
  readonly visibility: Excel.Worksheet['visibility'];
}

/** What has to be known of the workbook before something is written. */
export interface Workbench {
  /** Sheets by name, in the order of their tabs. */
  readonly sheets: ReadonlyMap<string, WritableSheet>;
  /** Ids of sheets that an interrupted write has left over. */
  readonly leftovers: readonly string[];
  /** The names that sheets get which are put out of sight. */
  readonly retiredName: (index: number) => string;
  readonly structureProtected: boolean;
  readonly readOnly: boolean;
  /** Ids of the product's custom XML parts: one, or none. */
  readonly memoryIds: readonly string[];
}

/** Loads what the checks need; call the result after the sync. */
export function askWorkbench(context: Excel.RequestContext): () => Workbench {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  const parts = workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
  return () => ({
    ...sheetsOf(sheets.items),
    structureProtected: workbook.protection.protected,
    readOnly: workbook.readOnly,
    memoryIds: parts.items.map((part) => part.id),
  });
}

function sheetsOf(
  items: readonly Excel.Worksheet[],
): Pick<Workbench, 'sheets' | 'leftovers' | 'retiredName'> {
  const isOver = ({ name, visibility }: Excel.Worksheet): boolean =>
    isLeftover({ name, visible: visibility === 'Visible' });
  const names = items.map(({ name }) => name);
  const known = items
    .filter((sheet) => !isOver(sheet))
    .map(({ id, name, visibility, protection: { protected: isProtected } }) => {
      return [name, { id, isProtected, visibility }] as const;
    });
  return {
    sheets: new Map(known),
    leftovers: items.filter(isOver).map(({ id }) => id),
    retiredName: (index) => leftoverNames(index + 1, names)[index]!,
  };
}

/** Throws the `HostError` for the first thing that would make the write fail, naming the sheets. */
export function checkWritable(bench: Workbench, changes: readonly UndoChange[]): void {
  if (bench.readOnly) throw readOnlyWorkbook();
  const structural = changes.some((one) => one.kind === 'addSheet' || one.kind === 'deleteSheet');
  if (structural && bench.structureProtected) throw protectedWorkbook();
  const names = touchedSheets(changes);
  const gone = names.filter((name) => !bench.sheets.has(name));
  if (gone.length > 0) throw goneSheet(gone);
  const locked = names.filter((name) => bench.sheets.get(name)?.isProtected);
  if (locked.length > 0) throw protectedSheet(locked);
  const taken = addedSheets(changes).find((name) => hasSheet(bench, name, changes));
  if (taken !== undefined) throw sheetExists(taken);
}

function addedSheets(changes: readonly UndoChange[]): string[] {
  return changes.flatMap((one) => (one.kind === 'addSheet' ? [one.sheet.name] : []));
}

function hasSheet(bench: Workbench, name: string, changes: readonly UndoChange[]): boolean {
  const lower = name.toLowerCase();
  const deleted = changes.some((one) => one.kind === 'deleteSheet' && one.sheet.toLowerCase() === lower);
  return !deleted && [...bench.sheets.keys()].some((one) => one.toLowerCase() === lower);
}

/** Sheets that must be there already: those the changes name before they make one of that name. */
export function touchedSheets(changes: readonly UndoChange[]): string[] {
  const made = new Set<string>();
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'addSheet') made.add(change.sheet.name);
    else if (change.kind !== 'setMemory' && change.kind !== 'unmark' && !made.has(change.sheet))
      touched.add(change.sheet);
  }
  return [...touched];
}
