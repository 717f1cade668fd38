import type { Scheme } from '../../model';
import type { NewSheet, WorkbookHost } from '../../workbook/host';
import { HostError } from '../../workbook/host';
import { isSchemeSheet, schemeSheet } from '../../workbook/schemeSheet';
import type { Snapshot } from '../../workbook/snapshot';
import { memoryOf } from '../remembered';
import { standingOf } from './standing';

/** A scheme as a sheet of a new workbook. */
export function newSchemeSheet(scheme: Scheme): NewSheet {
  return schemeSheet(scheme);
}

/** The rules that a workbook is scored under. Throws MemoryError. */
export function schemeInForce(snapshot: Snapshot, shipped: Scheme): Scheme {
  return standingOf(snapshot, shipped, memoryOf(snapshot)).rules;
}

/**
 * Adds the rules in force to a workbook as a sheet; the sheet's name. Throws HostError where a sheet of rules stands
 * there already: it is the owner's, and is not written over.
 */
export async function addSchemeSheet(host: WorkbookHost, shipped: Scheme): Promise<string> {
  const snapshot = await host.read();
  const present = snapshot.sheets.find(isSchemeSheet);
  if (present) {
    throw new HostError(
      'unsupported',
      `工作簿里已经有评分标准表“${present.name}”。请直接在那里修改,或先把它删去。`,
    );
  }
  const { rules } = standingOf(snapshot, shipped, memoryOf(snapshot));
  const sheet = schemeSheet(
    rules,
    snapshot.sheets.map(({ name }) => name),
  );
  await host.write([{ kind: 'addSheet', sheet }]);
  return sheet.name;
}
