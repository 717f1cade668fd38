import { cellName } from '../../model';
import { HostError, type UndoChange } from '../../workbook/host';
import { isMarkNote } from '../../workbook/marks';
import { hostErrorOf } from './problems';
import { isSupported } from './support';

type Placed = Excel.Note | Excel.Comment;

/** Where the notes of a sheet stand, by name (`B3`). */
interface NotePlaces {
  readonly sheet: string;
  /** Those that go with marks. */
  readonly ours: ReadonlySet<string>;
  /** Cells with a note or a comment of the staff's. */
  readonly others: ReadonlySet<string>;
}

/**
 * Takes the notes of old marks away and writes those of new ones, where this Excel has notes (ExcelApi 1.18); elsewhere
 * the fills alone stand. It comes after the fills, in requests of its own: should it fail, these stand, the user is told,
 * and doing it again sets everything right. `present` are the sheets there were before the changes.
 */
export async function renewNotes(
  context: Excel.RequestContext,
  changes: readonly UndoChange[],
  present: readonly string[],
): Promise<void> {
  const isUnmarking = changes.some(({ kind }) => kind === 'unmark');
  const wanted = notesOf(changes);
  if ((!isUnmarking && wanted.size === 0) || !hasNotes()) return;
  const gone = new Set(changes.flatMap((one) => (one.kind === 'deleteSheet' ? [one.sheet] : [])));
  const names = new Set([
    ...(isUnmarking ? present.filter((name) => !gone.has(name)) : []),
    ...wanted.keys(),
  ]);
  try {
    const places = await findNotes(context, [...names], new Set(wanted.keys()));
    for (const place of places) renew(context, place, wanted.get(place.sheet) ?? new Map(), isUnmarking);
    await context.sync();
  } catch (error) {
    throw notesFailed(error);
  }
}

/** An office.js of one's own may be older than the Excel it talks to, and lack what that one has. */
function hasNotes(): boolean {
  return isSupported('ExcelApi', '1.18') && 'notes' in Excel.Worksheet.prototype;
}

/** Sheet → cell → text. */
function notesOf(changes: readonly UndoChange[]): Map<string, Map<string, string>> {
  const wanted = new Map<string, Map<string, string>>();
  for (const change of changes) {
    if (change.kind !== 'mark') continue;
    const notes = wanted.get(change.sheet) ?? new Map<string, string>();
    for (const { row, column, note } of change.cells)
      if (note !== undefined) notes.set(cellName(row, column), note);
    if (notes.size > 0) wanted.set(change.sheet, notes);
  }
  return wanted;
}

/** Finds the notes in two round trips; those of the staff's only on the sheets that get some. */
async function findNotes(
  context: Excel.RequestContext,
  names: readonly string[],
  marked: ReadonlySet<string>,
): Promise<NotePlaces[]> {
  const lists = names.map((sheet) => {
    const { notes, comments } = context.workbook.worksheets.getItem(sheet);
    return { sheet, notes: notes.load('items/content'), comments: comments.load('items/id') };
  });
  await context.sync();
  const asked = lists.map(({ sheet, notes, comments }) => {
    const ours = notes.items.filter(({ content }) => isMarkNote(content));
    const others = [...notes.items.filter((one) => !ours.includes(one)), ...comments.items];
    return { sheet, ours: ours.map(askPlace), others: marked.has(sheet) ? others.map(askPlace) : [] };
  });
  if (asked.some(({ ours, others }) => ours.length + others.length > 0)) await context.sync();
  return asked.map(({ sheet, ours, others }) => ({
    sheet,
    ours: new Set(ours.map(cellAt)),
    others: new Set(others.map(cellAt)),
  }));
}

function askPlace(note: Placed): Excel.Range {
  const place = note.getLocation().load('address');
  place.untrack();
  return place;
}

function cellAt({ address }: Excel.Range): string {
  return address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
}

/** Puts into the batch what has to be done on a sheet. */
function renew(
  context: Excel.RequestContext,
  { sheet, ours, others }: NotePlaces,
  wanted: ReadonlyMap<string, string>,
  isUnmarking: boolean,
): void {
  const { notes } = context.workbook.worksheets.getItem(sheet);
  for (const cell of ours) if (isUnmarking || wanted.has(cell)) notes.getItem(cell).delete();
  for (const [cell, text] of wanted) if (!others.has(cell)) notes.add(cell, text);
}

function notesFailed(cause: unknown): HostError {
  return new HostError(
    hostErrorOf(cause).code,
    '单元格的颜色标记已经处理好,但附在标记上的批注没有全部处理好。请再做一次;单元格里的内容和得分不受影响。',
    cause,
  );
}
