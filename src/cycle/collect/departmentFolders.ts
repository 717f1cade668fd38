import type { CollectNote } from './part';
import { folderOf } from './units';

/** Notices departments of one name in several folders: they are put together, and may be different ones. */
export class DepartmentFolders {
  /** The first folder that a department was met in, and a second one. */
  private readonly folders = new Map<string, readonly [string, string | null]>();

  look(department: string, file: string): void {
    const folder = folderOf(file);
    const known = this.folders.get(department);
    if (!known) this.folders.set(department, [folder, null]);
    else if (known[1] === null && known[0] !== folder) this.folders.set(department, [known[0], folder]);
  }

  /** One note for all of them. */
  notes(): CollectNote[] {
    const several = [...this.folders].flatMap(([name, [one, other]]) =>
      other === null ? [] : [{ name, one, other }],
    );
    const [first] = several;
    if (!first) return [];
    const more = several.length > 1 ? `等 ${several.length} 个部门` : '';
    const places = [first.one, first.other].map((folder) => (folder === '' ? '最外层文件夹' : `“${folder}”`));
    const message = `“${first.name}”${more}在${places.join('和')}里都有,按同一个部门汇集。不是同一个部门时,请加 --units folder(每个文件夹是一个单位)或 --units file(每个文件是一个单位)重新汇集。`;
    return [{ severity: 'warning', file: null, place: '', message }];
  }
}
