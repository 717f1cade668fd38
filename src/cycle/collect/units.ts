/** What is a unit of its own, whose departments and persons are no other's: every file, or every folder. */
export type Units = 'file' | 'folder';

/** The unit that a file belongs to, by its name from the folder on; `''` where everything is one unit. */
export function unitOf(file: string, units: Units | null): string {
  if (units === null) return '';
  if (units === 'file') return file.replace(/\.[^./]*$/, '');
  return folderOf(file);
}

/** The folder that a file lies in, `''` for the first one. */
export function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

/** A department's name in the whole; one that is blank stays so, and the checks tell it. */
export function wholeName(unit: string, department: string): string {
  return unit === '' || department === '' ? department : `${unit}/${department}`;
}

/** The department's own name again. */
export function ownName(unit: string, department: string): string {
  return unit !== '' && department.startsWith(`${unit}/`) ? department.slice(unit.length + 1) : department;
}
