import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DataTable, DataTables, DataValue } from '../../../workbook/dataTables';
import { HostError } from '../../../workbook/host';
import { ParquetTable } from './parquetTable';

/**
 * A folder of Parquet files, one a table. They are written beside their names and take them together in `commit`,
 * over those of an earlier run; other files of the folder are left alone. `discard` leaves nothing behind.
 */
export class ParquetFolder implements DataTables {
  private readonly tables: {
    readonly table: ParquetTable;
    readonly waiting: string;
    readonly place: string;
  }[] = [];
  private readonly mark = randomBytes(6).toString('hex');

  /** Makes the folder where it is not there. Throws HostError where that fails. */
  constructor(private readonly folder: string) {
    this.guarded(() => mkdirSync(folder, { recursive: true }));
  }

  table(table: DataTable): (values: readonly DataValue[]) => void {
    const place = path.join(this.folder, `${table.name}.parquet`);
    const waiting = path.join(this.folder, `.${table.name}.${this.mark}.tmp`);
    const open = this.guarded(() => new ParquetTable(table, waiting));
    this.tables.push({ table: open, waiting, place });
    return (values) => this.guarded(() => open.add(values));
  }

  /** Gives the files their names. Throws HostError, and then leaves none of its own unnamed files behind. */
  commit(): void {
    this.guarded(() => {
      for (const { table } of this.tables) table.end();
      for (const { waiting, place } of this.tables) renameSync(waiting, place);
    });
  }

  discard(): void {
    for (const { waiting } of this.tables) rmSync(waiting, { force: true });
  }

  private guarded<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      this.discard();
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const message = `Parquet 文件夹“${path.basename(this.folder)}”写不进去(${code})。请检查路径、权限和磁盘空间。`;
      throw new HostError('not-writable', message, error);
    }
  }
}
