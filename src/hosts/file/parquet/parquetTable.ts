import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { DataTable, DataType, DataValue } from '../../../workbook/dataTables';

/** Rows of one row group: what is held of a table at a time. */
const GROUP_ROWS = 32_768;

/** Serial number of 1970-01-01, from which Parquet counts days. */
const EPOCH = 25_569;

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Physical and logical type of each kind of column. Points are decimals, so that sums of them are exact. */
const ELEMENTS: Readonly<Record<DataType, Partial<Element>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  points: { type: 'INT32', converted_type: 'DECIMAL', precision: 9, scale: 2 },
  date: { type: 'INT32', converted_type: 'DATE' },
  flag: { type: 'BOOLEAN' },
};

function schemaOf({ columns }: DataTable): Element[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }): Element => ({ name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] })),
  ];
}

/** One table as a file, written a row group at a time. Throws what the file system throws. */
export class ParquetTable {
  private readonly writer: ParquetWriter;
  private held: DataValue[][];
  private rows = 0;

  constructor(
    private readonly table: DataTable,
    path: string,
  ) {
    this.writer = new ParquetWriter({ writer: fileWriter(path), schema: schemaOf(table) });
    this.held = table.columns.map(() => []);
  }

  add(values: readonly DataValue[]): void {
    this.table.columns.forEach(({ type }, column) => {
      const value = values[column] ?? null;
      this.held[column]!.push(
        type === 'date' && typeof value === 'number' ? Math.floor(value) - EPOCH : value,
      );
    });
    this.rows += 1;
    if (this.rows === GROUP_ROWS) this.flush();
  }

  private flush(): void {
    if (this.rows === 0) return;
    const columnData = this.table.columns.map(({ name, type, isDistinct }, column) => ({
      name,
      data: this.held[column]!,
      // Days are what readers pass over groups by; looking for the least and greatest text took half of the time.
      statistics: type === 'date',
      ...(isDistinct ? { encoding: 'PLAIN' as const } : {}),
    }));
    // A writer to a file does not wait for anything.
    void this.writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    this.held = this.table.columns.map(() => []);
    this.rows = 0;
  }

  /** Writes what is held and the footer; nothing can be added afterwards. */
  end(): void {
    this.flush();
    void this.writer.finish();
  }
}
