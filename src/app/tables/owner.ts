import { isTableScheme, type TableScheme } from '../../model';
import { schemeById, tableSchemeById } from '../../schemes';
import type { Snapshot } from '../../workbook/snapshot';
import { memoryOf } from '../remembered';
import { rememberedScheme } from '../scheme/rules';
import { fittingSchemes } from './fitting';
import { OtherScheme } from './otherScheme';

/**
 * Throws OtherScheme where a workbook remembers another regulation, with something that would be lost, or has sheets of one
 * that scores persons: from then on it would be read by the table's, and what was settled for its own be gone.
 */
export function requireOwn(snapshot: Snapshot, scheme: TableScheme): void {
  const owner = ownerOf(snapshot, scheme);
  if (owner === null) return;
  throw new OtherScheme(
    `这个工作簿用的是“${owner}”。写出“${scheme.title}”的结果,会换掉它记住的办法、测评期和口径,所以什么也没有写。` +
      `请把“${scheme.sheet.name}”放在另一个工作簿里再写出;只看结果不受影响。`,
  );
}

/** Title of the regulation that a workbook belongs to, where that is another one; `null` where nothing would be lost. */
function ownerOf(snapshot: Snapshot, { id }: TableScheme): string | null {
  const remembered = rememberedScheme(memoryOf(snapshot));
  if (remembered?.id === id) return null;
  if (remembered) {
    const table = tableSchemeById(remembered.id);
    // A table's own regulation without rules of its owner is found again by its sheet.
    if (!table || remembered.rules !== null)
      return (table ?? schemeById(remembered.id))?.title ?? remembered.id;
  }
  return fittingSchemes(snapshot).find((each) => !isTableScheme(each.scheme))?.scheme.title ?? null;
}
