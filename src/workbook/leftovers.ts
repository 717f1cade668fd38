/**
 * Names of sheets that a write has already put out of sight and that only wait to be deleted. Excel shows them to nobody
 * and no user would choose such a name; where the connection broke before they were deleted, the next write does it.
 */
const PATTERN = /^service-score 待删除 \d+$/;

/** Whether a sheet is what an interrupted write has left over: it is then no part of the workbook. */
export function isLeftover({ name, visible }: { readonly name: string; readonly visible: boolean }): boolean {
  return !visible && PATTERN.test(name);
}

/** The `count` first names for such sheets that are not among `taken`. */
export function leftoverNames(count: number, taken: readonly string[]): string[] {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const names: string[] = [];
  for (let number = 1; names.length < count; number += 1) {
    const name = `service-score 待删除 ${number}`;
    if (!known.has(name)) names.push(name);
  }
  return names;
}
