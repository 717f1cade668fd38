import { BLOCK_ROWS, type SealedTable } from '../../workbook/seal';
import type { SealChange } from './changes';

/** The tables that differ from what was sealed: which sheet, which rows, or that a sheet came or went. */
export function compareTables(sealed: readonly SealedTable[], now: readonly SealedTable[]): SealChange[] {
  const changes: SealChange[] = [];
  const left = new Set(now);
  const open: SealedTable[] = [];
  const take = (table: SealedTable, suits: (other: SealedTable) => boolean): SealedTable | undefined => {
    const found = [...left].find((other) => isSameKind(table, other) && suits(other));
    if (found) left.delete(found);
    return found;
  };
  for (const table of sealed) if (!take(table, (other) => isEqual(table, other))) open.push(table);
  // Of those that differ, the same tab is compared first, then what is left in the order of the tabs.
  const renamed = open.filter((table) => {
    const found = take(table, (other) => other.sheet === table.sheet);
    if (found) changes.push(...compareTable(table, found));
    return !found;
  });
  for (const table of renamed) {
    const found = take(table, () => true);
    changes.push(...(found ? compareTable(table, found) : [gone(table)]));
  }
  return [...changes, ...[...left].map(added)];
}

function isSameKind(one: SealedTable, other: SealedTable): boolean {
  return one.definition === other.definition && one.table === other.table;
}

function isEqual(one: SealedTable, other: SealedTable): boolean {
  const { length } = one.blocks;
  return (
    one.head === other.head &&
    length === other.blocks.length &&
    one.blocks.every((block, index) => block === other.blocks[index])
  );
}

function place(table: SealedTable): string {
  return `“${table.sheet}”${table.table === 'departments' ? '的部(所)一栏' : ''}`;
}

function gone(table: SealedTable): SealChange {
  const message = `${place(table)}现在没有了,或者已经认不出来。`;
  return { what: 'sheet-gone', sheet: table.sheet, from: null, to: null, message };
}

function added(table: SealedTable): SealChange {
  const message = `${place(table)}是提交以后加进来的。`;
  return { what: 'sheet-added', sheet: table.sheet, from: null, to: null, message };
}

function compareTable(sealed: SealedTable, now: SealedTable): SealChange[] {
  const changes: SealChange[] = [];
  const { sheet } = now;
  if (sealed.head !== now.head) {
    const message = `${place(now)}的表头或表头上方的内容变了。`;
    changes.push({ what: 'header', sheet, from: null, to: null, message });
  }
  const first = now.blocks.length > 0 ? now.first : sealed.first;
  const count = Math.max(sealed.blocks.length, now.blocks.length);
  for (let block = 0; block < count; block += 1) {
    if (sealed.blocks[block] === now.blocks[block]) continue;
    const from = first + block * BLOCK_ROWS;
    const to = from + BLOCK_ROWS - 1;
    const message = `${place(now)}第 ${from + 1} 至 ${to + 1} 行之间的内容变了。`;
    changes.push({ what: 'rows', sheet, from, to, message });
  }
  return changes;
}
