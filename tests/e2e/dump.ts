import { read } from '@e965/xlsx';
import type { SheetDump } from '../../emulator/demo/hook';

type Cell = { readonly v?: string | number | boolean } | undefined;

/** A file as another reader sees it. */
export function dump(bytes: Buffer): SheetDump[] {
  const book = read(bytes, { dense: true });
  return book.SheetNames.map((name) => {
    const rows = (book.Sheets[name]!['!data'] ?? []) as readonly Cell[][];
    return {
      name,
      top: 0,
      left: 0,
      values: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell?.v ?? '')),
    };
  });
}
