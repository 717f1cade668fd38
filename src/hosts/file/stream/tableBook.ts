import { cellName, type CellValue } from '../../../model';
import { type CellStyle, HostError, type NewSheet } from '../../../workbook/host';
import type { LongTables } from '../../../workbook/longTables';
import { emptyWorkbook } from '../newWorkbook';
import { Package } from '../package';
import { applyChanges } from '../write/applyChanges';
import { cellXml } from '../write/cellXml';
import { newSheetXml } from '../write/newSheetXml';
import { EditSession } from '../write/session';
import { addSheet } from '../write/sheets';
import { styleIndexes } from '../write/styles';
import { readDirectory } from '../zip/directory';
import { LIMITS } from '../zip/limits';
import { type PackedFile, writeArchive } from '../zip/pack';
import { packedBytes } from '../zip/unpack';
import { PackStream } from './packStream';

/** Rows that one sheet of a workbook holds. */
const MOST_ROWS = 1_048_576;

const STYLES: readonly CellStyle[] = [
  'title',
  'meta',
  'header',
  'text',
  'integer',
  'decimal',
  'percent',
  'date',
  'flag',
  'note',
];

/** A sheet that grows row by row, below its head. */
interface OpenSheet {
  readonly head: NewSheet;
  readonly stream: PackStream;
  readonly order: number;
  readonly styles: readonly string[];
  readonly tail: string;
  row: number;
}

/**
 * A new workbook of long tables. Rows are packed as they come, so that what is held is the packed file and not its
 * cells: hundreds of thousands of rows need no more memory than the file they become.
 */
export class TableBook implements LongTables {
  private readonly sheets: OpenSheet[] = [];
  private readonly styles: ReadonlyMap<CellStyle, number>;

  /** `mostRows`: rows that one sheet holds, those of its head among them. */
  constructor(private readonly mostRows: number = MOST_ROWS) {
    this.styles = withStyles().styles;
  }

  sheet(head: NewSheet, styles: readonly CellStyle[], order: number): (values: readonly CellValue[]) => void {
    const xml = newSheetXml(head, this.styles).replace(/<dimension [^>]*\/>/, '');
    const cut = xml.indexOf('</sheetData>');
    const stream = new PackStream();
    stream.write(xml.slice(0, cut));
    const ids = styles.map((style) => String(this.styles.get(style)));
    const open: OpenSheet = {
      head,
      stream,
      order,
      styles: ids,
      tail: xml.slice(cut),
      row: head.headerRows,
    };
    this.sheets.push(open);
    return (values) => addRow(open, values, this.mostRows);
  }

  finish(first: readonly NewSheet[], memory: string | null): Uint8Array {
    const { session } = withStyles();
    const sheets = [...this.sheets].sort((one, other) => one.order - other.order);
    for (const sheet of first) addSheet(session, sheet);
    for (const { head } of sheets) addSheet(session, head);
    session.finish();
    const plain = applyChanges(session.parts.save(), [{ kind: 'setMemory', xml: memory }]);
    const streamed = new Map(
      sheets.map(({ stream, tail }, index): [string, PackedFile] => {
        const path = `xl/worksheets/sheet${first.length + index + 1}.xml`;
        stream.write(tail);
        return [path, stream.end(path)];
      }),
    );
    const files = readDirectory(plain, LIMITS.entries).map(
      (entry): PackedFile => streamed.get(entry.name) ?? { ...entry, packed: packedBytes(plain, entry) },
    );
    return writeArchive(files);
  }
}

/** A workbook that knows all formats, always under the same numbers. */
function withStyles(): { session: EditSession; styles: ReadonlyMap<CellStyle, number> } {
  const session = new EditSession(Package.open(emptyWorkbook(), null));
  return { session, styles: styleIndexes(session, new Set(STYLES)) };
}

function addRow(sheet: OpenSheet, values: readonly CellValue[], mostRows: number): void {
  const { row, stream, styles } = sheet;
  if (row >= mostRows) {
    const message = `“${sheet.head.name}”超过了一张工作表能放的 ${mostRows} 行,没有写出工作簿。请按部门或地区分几次汇集。`;
    throw new HostError('too-large', message);
  }
  let cells = '';
  values.forEach((value, column) => {
    if (value !== '') cells += cellXml('', cellName(row, column), styles[column] ?? null, value);
  });
  stream.write(`<row r="${row + 1}">${cells}</row>`);
  sheet.row = row + 1;
}
