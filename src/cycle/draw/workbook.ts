import { memoryFor } from '../../app/remembered';
import { writeMemory } from '../../workbook/memory';
import { type DrawRecord, withDraw } from './record';

/** What a workbook for visits remembers: its scheme, and the draw that it was made for. */
export function drawMemory(record: DrawRecord): string | null {
  return writeMemory(withDraw(memoryFor(record.scheme.id), record));
}
