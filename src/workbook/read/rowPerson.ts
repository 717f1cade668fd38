import type { CellValue, Who } from '../../model';
import type { PostColumns } from './gridVisit';
import type { SheetReader } from './reader';

/** Whom a row names for a post. Rows of one person stand together: mostly it is the person of the row before. */
export function rememberedWho(reader: SheetReader, { post, nameColumn }: PostColumns): (row: number) => Who {
  const { sheet } = reader.layout;
  const at = nameColumn ?? reader.column('name');
  const department = reader.column('department');
  const named = (row: number): Who => reader.who(row, post, nameColumn);
  // An uncalculated formula is something else than it shows, and is reported for each row.
  if (at === undefined || department === undefined || sheet.uncalculated.size > 0) return named;
  const [names, places] = [reader.filledDown(at), reader.filledDown(department)];
  const isMerged = !names.isPlain || !places.isPlain;
  const [name, place] = [at - sheet.left, department - sheet.left];
  // The person of the row before, and what stood in the cells that named them.
  let last: Who | null = null;
  let lastName: CellValue = '';
  let lastPlace: CellValue = '';
  return (row) => {
    const cells = sheet.values[row - sheet.top]!;
    const own = isMerged ? names.value(row) : (cells[name] ?? '');
    const office = isMerged ? places.value(row) : (cells[place] ?? '');
    if (last !== null && own === lastName && office === lastPlace) return last;
    const who = named(row);
    last = who.broken === true ? null : who;
    lastName = own;
    lastPlace = office;
    return who;
  };
}
