/** A fill was asked for a department that the workbook does not have; the message names those that it has. */
export class UnknownDepartment extends Error {
  override readonly name = 'UnknownDepartment';
}

/** Throws UnknownDepartment where one of the wanted departments is none of the workbook's. */
export function requireDepartments(wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const choice = known.length > 0 ? `可以选的有:${known.join('、')}。` : '明细里还没有部(所)。';
  throw new UnknownDepartment(`没有“${unknown}”这个部(所)。${choice}`);
}
