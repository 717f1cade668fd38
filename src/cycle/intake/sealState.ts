import { verifySeal } from '../../app/handin/verify';
import type { Scheme } from '../../model';
import type { Snapshot } from '../../workbook/snapshot';

/** Whether a workbook bears a seal, and whether it is still what was sealed. */
export type SealState = 'none' | 'intact' | 'changed';

/** The seal's state. Throws MemoryError. */
export async function sealStateOf(snapshot: Snapshot, scheme: Scheme): Promise<SealState> {
  const { kind } = await verifySeal(snapshot, scheme);
  return kind;
}
