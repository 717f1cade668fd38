import type { CellValue, Who } from '../../model';
import type { PostColumns } from './gridVisit';
import type { SheetReader } from './reader';

/** Whom a row names for a post. Rows of one person stand together: mostly it is the person of the row before. */
export function rememberedWho(reader: SheetReader, { post, nameColumn }: PostColumns): (row: number) => Who {
  const { sheet } = reader.layout;
  const at = nameColumn ?? reader.column('name');
  const department = reader.column('department');
  // Merged areas and uncalculated formulas make a cell mean something else than it shows.
  const plain = sheet.merges.length === 0 && sheet.uncalculated.size === 0;
  if (at === undefined || department === undefined || !plain) {
    return (row) => reader.who(row, post, nameColumn);
  }
  const [name, place] = [at - sheet.left, department - sheet.left];
  let last: { readonly name: CellValue; readonly place: CellValue; readonly who: Who } | null = null;
  return (row) => {
    const cells = sheet.values[row - sheet.top]!;
    if (last !== null && cells[name] === last.name && cells[place] === last.place) return last.who;
    const who = reader.who(row, post, nameColumn);
    last = who.broken === true ? null : { name: cells[name] ?? '', place: cells[place] ?? '', who };
    return who;
  };
}
