import { finished } from '../../model';
import { OutdatedBasis, type WriteOptions } from '../../workbook/host';
import { isSameSnapshotInSlices } from '../../workbook/sameSnapshot';
import type { Snapshot } from '../../workbook/snapshot';
import { called } from './problems';

/**
 * Holds what a write is to rest on against what was read of the bytes that it will change (`null`: they were changed
 * since). Nobody else changes these bytes, so only a basis from an earlier use is looked at. Throws OutdatedBasis.
 */
export function requireBasis(
  read: Snapshot | null,
  { basis, again }: WriteOptions,
  name: string | null,
): void {
  if (!again || !basis || basis === read) return;
  if (read && finished(isSameSnapshotInSlices(basis, read))) return;
  throw new OutdatedBasis('changed', `${called(name)}已不是校验时的样子,什么都没有写入。请重新校验。`);
}
