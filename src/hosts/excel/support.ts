/** Whether this Excel has the requirement set in this or a higher version. */
export function isSupported(set: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(set, version);
}
