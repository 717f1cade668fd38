import { EMPTY_MEMORY, writeMemory } from '../../workbook/memory';
import { type DrawRecord, withDraw } from './record';

/** What a workbook for visits remembers: the draw that it was made for. */
export function drawMemory(record: DrawRecord): string | null {
  return writeMemory(withDraw(EMPTY_MEMORY, record));
}
