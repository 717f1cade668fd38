import type { PrintedSheet } from '../../workbook/printed';
import { writeBytes } from './disk';
import { newWorkbook } from './newWorkbook';

/** Writes a new .xlsx file with these sheets, whole or not at all; `memory` is what it remembers. Throws HostError. */
export async function writeNewWorkbook(
  output: string,
  sheets: readonly PrintedSheet[],
  memory: string | null = null,
): Promise<void> {
  await writeBytes(output, newWorkbook(sheets, memory));
}
