import type { CellValue, SheetDefinition } from '../../model';
import type { CollectedRow, CollectNote } from './part';

/** What is done with a row that another file has too. */
export type Repeat =
  | { readonly kind: 'new' }
  /** It says the same and is taken once. */
  | { readonly kind: 'same' }
  /** It stays, and the workbook's own checks will not let it pass. */
  | { readonly kind: 'clash'; readonly note: CollectNote }
  /** It is left out: keeping both would count something twice, or let the first silently win. */
  | { readonly kind: 'left-out'; readonly note: CollectNote };

interface Known {
  readonly file: string;
  readonly place: string;
  /** What a row that says the same would say; `null` where this does not matter. */
  readonly text: string | null;
}

const NEW: Repeat = { kind: 'new' };
const SAME: Repeat = { kind: 'same' };

/** Finds rows of different files that are about the same thing. Rows of one file are left to its own checks. */
export class Repeats {
  private readonly known = new Map<string, Known>();

  /** Looks at a row and remembers it. `columns` are the ids of its values. */
  look(definition: SheetDefinition, columns: readonly string[], row: CollectedRow, file: string): Repeat {
    const value = (id: string): CellValue => row.values[columns.indexOf(id)] ?? '';
    const key = keyOf(definition, value);
    if (key === null) return NEW;
    const known = this.known.get(key);
    const compares = definition.kind !== 'matrix' && definition.kind !== 'visits';
    const text = compares ? JSON.stringify(row.values) : null;
    if (!known) {
      this.known.set(key, { file, place: row.place, text });
      return NEW;
    }
    if (known.file === file) return NEW;
    if (text !== null && known.text === text) return SAME;
    return differing(definition, key, known, row, file);
  }
}

/** What a row is about; `null` for rows that may stand more than once. */
function keyOf({ id, kind, post }: SheetDefinition, value: (id: string) => CellValue): string | null {
  const person = [value('department'), value('name'), post ?? value('post')];
  if (value('name') === '') return null;
  switch (kind) {
    case 'matrix':
    case 'visits': {
      const household = value('licence') === '' ? value('household') : value('licence');
      return household === '' ? null : ['visit', ...person, household].join('\n');
    }
    case 'roster':
    case 'measures':
      return [id, ...person].join('\n');
    case 'register': {
      const about = [value('household'), value('complaint')];
      if (about.every((text) => text === '')) return null;
      return [id, value('receivedDate'), ...person, ...about].join('\n');
    }
    default:
      return null;
  }
}

function differing(
  { kind, name }: SheetDefinition,
  key: string,
  known: Known,
  row: CollectedRow,
  file: string,
): Repeat {
  const other = `“${known.file}”的 ${known.place}`;
  const who = key.split('\n').slice(1, 4).join(' ');
  const note = (message: string): CollectNote => ({ severity: 'error', file, place: row.place, message });
  if (kind === 'roster') {
    return {
      kind: 'left-out',
      note: note(`${who} 在${other}也有,两处写的不一样,用的是先读到的那一处。请核对后统一。`),
    };
  }
  const thing = kind === 'register' ? '这起投诉' : kind === 'measures' ? '这个人的数据' : '这一户走访';
  return {
    kind: 'clash',
    note: note(
      `${thing}(${who})在${other}也有,“${name}”里两行都保留,校验会指出重复。请确认以哪一行为准,删去另一行。`,
    ),
  };
}
