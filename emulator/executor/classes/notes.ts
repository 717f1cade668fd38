import { isMarkNote } from '../../../src/workbook/marks';
import { parseArea, splitAddress, type NoteModel, type SheetModel } from '../../model';
import { accessDenied, invalidArgument, itemNotFound, WireError } from '../errors';
import { Remote, type ClassSpec, type RangeTarget, type Session } from '../remote';

interface Note {
  readonly sheet: SheetModel;
  readonly note: NoteModel;
}

/** The cell that a range or an address stands for. */
function cellOf(value: unknown): { row: number; column: number } {
  const area =
    value instanceof Remote ? (value.self as RangeTarget).area : parseArea(splitAddress(String(value)).cells);
  if (!area || area.top !== area.bottom || area.left !== area.right) throw invalidArgument(String(value));
  return { row: area.top, column: area.left };
}

function locationOf({ sheet, note }: Note, session: Session): Remote {
  const { row, column } = note;
  return session.range(sheet, { top: row, left: column, bottom: row, right: column });
}

/** Notes of the staff's cannot be written back into the file. */
function requireChangeable(sheet: SheetModel, content: string, session: Session): void {
  if (sheet.isProtected) throw accessDenied('the sheet is protected');
  if (isMarkNote(content)) session.workbook.journal.hadMarks = true;
  else session.workbook.journal.lose(`${sheet.name}:批注`);
}

const noteClass: ClassSpec<Note> = {
  name: 'Note',
  scalars: {
    AuthorName: { get: ({ note }) => note.author },
    Content: { get: ({ note }) => note.content },
  },
  methods: {
    GetLocation: (self, _args, session) => locationOf(self, session),
    Delete: ({ sheet, note }, _args, session) => {
      requireChangeable(sheet, note.content, session);
      sheet.notes = sheet.notes.filter((one) => one !== note);
    },
  },
};

function notesOf(sheet: SheetModel, isThread: boolean): Note[] {
  return sheet.notes.filter((note) => note.isThread === isThread).map((note) => ({ sheet, note }));
}

function noteAt(sheet: SheetModel, key: unknown): Note {
  const { row, column } = cellOf(key);
  const found = notesOf(sheet, false).find(({ note }) => note.row === row && note.column === column);
  if (!found) throw itemNotFound(String(key));
  return found;
}

/** The notes of a sheet; comments with answers are none. */
export const notesClass: ClassSpec<SheetModel> = {
  name: 'NoteCollection',
  items: (sheet, session) => notesOf(sheet, false).map((one) => session.wrap(noteClass, one)),
  indexer: (sheet, key, session) => session.wrap(noteClass, noteAt(sheet, key)),
  methods: {
    GetCount: (sheet) => notesOf(sheet, false).length,
    GetItemAt: (sheet, [index], session) => {
      const found = notesOf(sheet, false)[Number(index)];
      if (!found) throw itemNotFound(String(index));
      return session.wrap(noteClass, found);
    },
    Add: (sheet, [place, content], session) => {
      const { row, column } = cellOf(place);
      const text = String(content);
      requireChangeable(sheet, text, session);
      if (sheet.notes.some((one) => one.row === row && one.column === column))
        throw new WireError('InvalidOperation', 'The cell has a note or a comment.');
      const note: NoteModel = { row, column, author: 'Excel', content: text, isThread: false };
      sheet.notes = [...sheet.notes, note];
      return session.wrap(noteClass, { sheet, note });
    },
  },
};

const commentClass: ClassSpec<Note> = {
  name: 'Comment',
  scalars: {
    Id: { get: ({ note }) => `${note.row},${note.column}` },
    Content: { get: ({ note }) => note.content },
  },
  methods: { GetLocation: (self, _args, session) => locationOf(self, session) },
  identity: ({ note }) => ({ Id: `${note.row},${note.column}` }),
};

/** The comments with answers; they can be looked at alone. */
export const commentsClass: ClassSpec<SheetModel> = {
  name: 'CommentCollection',
  items: (sheet, session) => notesOf(sheet, true).map((one) => session.wrap(commentClass, one)),
  indexer: (sheet, key, session) => {
    const found = notesOf(sheet, true).find(({ note }) => `${note.row},${note.column}` === key);
    if (!found) throw itemNotFound(String(key));
    return session.wrap(commentClass, found);
  },
};
