import type { CellValue } from '../../src/model';
import type { HostEndpoint } from '..';
import type { Book } from './book';

/** A sheet as tests read it: from its first used cell on, `top` and `left` 0-based. */
export interface SheetDump {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
}

declare global {
  interface Window {
    /** For tests: what stands in the workbook behind the page now. */
    emulatorWorkbook?: {
      snapshot(): readonly SheetDump[];
      activeCell(): { sheet: string; row: number; column: number };
      /** Round trips of the pane so far, the bytes of their answers, and those of the requests. */
      traffic(): { requests: number; bytesOut: number; bytesIn: number };
    };
  }
}

/** Lets tests look at the workbook itself instead of at what the grid happens to show of it. */
export function offerToTests(book: Book, endpoint: HostEndpoint): void {
  window.emulatorWorkbook = {
    snapshot: () =>
      book.sheets().map((sheet) => {
        const used = sheet.used();
        const values: CellValue[][] = [];
        for (let row = used?.top ?? 0; used && row <= used.bottom; row += 1) {
          const line: CellValue[] = [];
          for (let column = used.left; column <= used.right; column += 1) line.push(sheet.value(row, column));
          values.push(line);
        }
        return { name: sheet.name, top: used?.top ?? 0, left: used?.left ?? 0, values };
      }),
    traffic: () => ({
      requests: endpoint.requests,
      bytesOut: endpoint.bytesOut,
      bytesIn: endpoint.bytesIn,
    }),
    activeCell: () => {
      const { top, left } = book.selection();
      return { sheet: book.active().name, row: top, column: left };
    },
  };
}
