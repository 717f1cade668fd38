import type { AnyScheme } from '../../model';
import type { NewSheet, WorkbookHost } from '../../workbook/host';
import { HostError } from '../../workbook/host';
import type { Snapshot } from '../../workbook/snapshot';
import { memoryOf } from '../remembered';
import { formOf } from './form';
import { rulesSheets } from './sheetScheme';
import { standingOf } from './standing';

/** A scheme as a sheet of a new workbook. */
export function newSchemeSheet(scheme: AnyScheme): NewSheet {
  return formOf(scheme).sheet(scheme);
}

/** The rules that a workbook is scored under. Throws MemoryError. */
export function schemeInForce<S extends AnyScheme>(snapshot: Snapshot, shipped: S): S {
  return standingOf(snapshot, shipped, memoryOf(snapshot)).rules;
}

/**
 * Adds the rules in force to a workbook as a sheet; the sheet's name. Throws HostError where a sheet of rules stands
 * there already: it is the owner's, and is not written over.
 */
export async function addSchemeSheet(host: WorkbookHost, shipped: AnyScheme): Promise<string> {
  const snapshot = await host.read();
  const [present] = rulesSheets(snapshot, shipped);
  if (present) {
    throw new HostError(
      'unsupported',
      `工作簿里已经有评分标准表“${present.name}”。请直接在那里修改,或先把它删去。`,
    );
  }
  const { rules } = standingOf(snapshot, shipped, memoryOf(snapshot));
  const sheet = formOf(rules).sheet(
    rules,
    snapshot.sheets.map(({ name }) => name),
  );
  await host.write([{ kind: 'addSheet', sheet }]);
  return sheet.name;
}
