import type Fraction from 'fraction.js';
import type { CellValue, FieldDefinition, Measure, MeasureRow, RegisterRow, RosterRow } from '../../model';
import { carried, NO_COLUMN } from './carried';
import type { SourceCells } from './cells';
import { personCells } from './visits';

/** Digits that a number of a workbook keeps. */
const DIGITS = 15;

/** Values of a row of figures, each in one unit whatever the source wrote: rates as fractions, scores out of 100. */
export function measureCells(cells: SourceCells, row: MeasureRow): Map<string, CellValue> {
  const values = personCells(row).set('post', cells.post(row));
  const { definition } = cells.layout(row);
  for (const id of definition.fields) {
    const field = cells.scheme.fields.find((each) => each.id === id);
    const measure = row.measures.get(id);
    if (field && measure) values.set(id, measureValue(field, measure));
    else if (row.broken.has(id)) values.set(id, carried(cells.raw(row, id)));
    else if (row.source.unreadable?.has(id)) values.set(id, NO_COLUMN);
  }
  return values;
}

function measureValue(field: FieldDefinition, { value }: Measure): CellValue {
  if (typeof value === 'boolean') return wordOf(field, String(value));
  if (typeof value === 'string') return wordOf(field, value);
  return field.type === 'score' ? scoreValue(value) : plain(value);
}

/** Out of 100; a score of 1 or less bears a percent sign, lest it be taken for a fraction. */
function scoreValue(value: Fraction): CellValue {
  const points = plain(value.mul(100));
  return points > 0 && points <= 1 ? `${points}%` : points;
}

function plain(value: Fraction): number {
  return Number(value.valueOf().toPrecision(DIGITS));
}

function wordOf(field: FieldDefinition, state: string): string {
  return field.states?.[state]?.[0] ?? state;
}

/** Values of a complaint. */
export function registerCells(cells: SourceCells, row: RegisterRow): Map<string, CellValue> {
  const field = cells.scheme.fields.find(({ id }) => id === 'verdict');
  const verdict = field && row.state !== null ? wordOf(field, row.state) : row.stateText;
  return personCells(row)
    .set('post', cells.post(row))
    .set('receivedDate', cells.date(row, 'receivedDate', row.date))
    .set('household', cells.text(row, 'household'))
    .set('complaint', row.summary)
    .set('verdict', verdict)
    .set('note', cells.text(row, 'note'));
}

/** Values of a row of the roster. */
export function rosterCells(cells: SourceCells, row: RosterRow): Map<string, CellValue> {
  const head = cells.scheme.fields.find(({ id }) => id === 'isHead');
  const customers = row.faulty ? carried(cells.raw(row, 'areaCustomers')) : (row.customers ?? '');
  return personCells(row)
    .set('post', cells.post(row))
    .set('area', cells.text(row, 'area'))
    .set('areaCustomers', customers)
    .set('isHead', row.isHead && head ? wordOf(head, 'true') : '');
}
