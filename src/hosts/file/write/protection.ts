import { HostError } from '../../../workbook/host';
import { attribute, findElement, findElements, inner } from '../xml/tags';
import { isOn } from '../workbookPart';

/** Whether a sheet's cells are locked against changes. */
export function isProtected(sheetXml: string): boolean {
  const element = findElement(sheetXml, 'sheetProtection');
  return element !== null && isOn(attribute(element.tag, 'sheet'));
}

/** The styles (by index) whose cells may be changed on a protected sheet. */
export function unlockedStyles(stylesXml: string | null): ReadonlySet<string> {
  const list = stylesXml === null ? null : findElement(stylesXml, 'cellXfs');
  const unlocked = new Set<string>();
  if (!list) return unlocked;
  const xml = inner(stylesXml!, list);
  findElements(xml, 'xf').forEach((style, index) => {
    const protection = findElement(inner(xml, style), 'protection');
    if (protection && ['0', 'false'].includes(attribute(protection.tag, 'locked') ?? ''))
      unlocked.add(String(index));
  });
  return unlocked;
}

/** The error for a sheet that is protected. */
export function protectedSheet(sheet: string): HostError {
  return new HostError(
    'protected',
    `工作表“${sheet}”受保护,不能写入。请先在“审阅”中撤销工作表保护,再试一次。`,
  );
}
