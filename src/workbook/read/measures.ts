import { type FieldDefinition, FigureTable, type MeasureRow, type Slices } from '../../model';
import { columnOfKey, type SheetSnapshot } from '../snapshot';
import { AmountUnits, type Unlike } from './amountUnits';
import type { SheetField } from './field';
import { BROKEN, type MeasureColumn, NUMERIC, readValue } from './figureCell';
import { FigureRow } from './figureRow';
import { plainScale, setPlain } from './plainFigures';
import type { SheetReader } from './reader';
import { stateWords } from './register';
import { fieldsThatMayBeStruck } from './struck';
import { type ColumnUnit, columnUnit } from './units';

/** Rows of figures that are read in one slice. */
const FIGURE_ROWS = 1_024;

/** Columns with a number format that matters in some cell. */
function formattedColumns({ formats }: SheetSnapshot): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const key of formats.keys()) columns.add(columnOfKey(key));
  return columns;
}

/** Reads a sheet of figures into `into`: a row a person (in the sheet's post, or in the post the row names). */
export function* readMeasures(reader: SheetReader, into: MeasureRow[]): Slices<void> {
  const { layout, context } = reader;
  const fields = layout.definition.fields
    .map((id) => context.vocabulary.field(id))
    .filter((field) => reader.column(field.id) !== undefined)
    .filter((field) => NUMERIC.has(field.type) || field.type === 'flag' || field.type === 'state');
  const filling = ['name', ...fields.map(({ id }) => id)].map((id) => reader.field(id));
  const all = new Int32Array(layout.sheet.values.length);
  let filled = 0;
  yield* reader.rowsInSlices((row) => {
    if (isFilled(filling, row)) all[filled++] = row;
  });
  const rows = all.subarray(0, filled);
  const formatted = formattedColumns(layout.sheet);
  const units = new AmountUnits(reader);
  const struck = fieldsThatMayBeStruck(context.vocabulary.scheme);
  const columns = fields.map((field): MeasureColumn => {
    const unit = unitOf(reader, field, rows);
    const isPlain = !formatted.has(reader.column(field.id)!);
    return {
      field,
      cells: reader.field(field.id),
      column: reader.column(field.id)!,
      unit,
      states: NUMERIC.has(field.type) ? new Map() : stateWords(reader, field.id),
      mayBeStruck: struck.has(field.id),
      scale: isPlain ? plainScale(field.type, unit) : null,
    };
  });
  const shared = columns.map(({ field, column }) => ({ field: field.id, column }));
  const figures = new FigureTable(shared, rows.length);
  const broken = new Map<number, ReadonlySet<string>>();
  const section = layout.definition.section ?? '';
  const sheet = { source: reader.source, section, figures, rows, broken };
  const post = layout.definition.post ?? null;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    const unread = readRow(reader, row, columns, figures, place, units.of(row));
    if (unread !== null) broken.set(place, unread);
    into.push(new FigureRow(sheet, place, reader.who(row, post, null)));
    if (row % FIGURE_ROWS === 0) yield;
  }
}

/** A ratio stands as it is unless its header speaks of percent (社会存销比(%)). */
function unitOf(reader: SheetReader, field: FieldDefinition, rows: Int32Array): ColumnUnit {
  const header = reader.layout.fields.get(field.id)?.leaf ?? '';
  const saysPercent = field.type === 'ratio' && header.normalize('NFKC').includes('%');
  const isRate = field.type === 'rate' || field.type === 'score' || saysPercent;
  return isRate ? columnUnit(reader, field, rows) : 'fraction';
}

function isFilled(fields: readonly SheetField[], row: number): boolean {
  for (let at = 0; at < fields.length; at++) if (fields[at]!.own(row) !== '') return true;
  return false;
}

/** Reads the figures of a row into its place; returns the fields whose cell holds something unreadable, `null` for none. */
function readRow(
  reader: SheetReader,
  row: number,
  columns: readonly MeasureColumn[],
  figures: FigureTable,
  place: number,
  unlike: ReadonlyMap<string, Unlike>,
): ReadonlySet<string> | null {
  let broken: Set<string> | null = null;
  for (let position = 0; position < columns.length; position++) {
    const column = columns[position]!;
    if (unlike.size > 0 && unlike.has(column.field.id)) {
      if (unlike.get(column.field.id) === 'broken') (broken ??= new Set()).add(column.field.id);
      continue;
    }
    const raw = column.cells.own(row);
    if (
      column.scale !== null &&
      typeof raw === 'number' &&
      setPlain(figures, position, place, raw, column.scale)
    )
      continue;
    const value = readValue(reader, row, raw, column);
    if (value === BROKEN) (broken ??= new Set()).add(column.field.id);
    else if (value !== null) figures.set(position, place, value);
  }
  return broken;
}
