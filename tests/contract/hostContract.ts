import { buildWorkbook } from './buildWorkbook';
import { BOOK } from './contractBook';
import { failureContract } from './host/failures';
import { markContract, noteContract } from './host/marks';
import { readingContract } from './host/reading';
import { movingContract, returnContract } from './host/rows';
import { memoryContract, sheetContract } from './host/sheets';
import type { HostUnderTest, MakeHost } from './host/underTest';
import { formatContract, writingContract } from './host/writing';

/** What each host of a workbook has to do. `make` gets a fresh workbook for each test. */
export function hostContract(title: string, make: MakeHost): void {
  describe(`${title} as a workbook host`, () => {
    const open = (): Promise<HostUnderTest> => make(buildWorkbook(BOOK));
    readingContract(open);
    writingContract(open);
    movingContract(open);
    returnContract(open);
    formatContract(open);
    markContract(open);
    noteContract(make);
    sheetContract(open);
    memoryContract(open);
    failureContract(open);
  });
}
