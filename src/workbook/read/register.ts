import type { CellValue, FieldDefinition, RegisterRow, RosterRow, Slices } from '../../model';
import { cellKey } from '../snapshot';
import type { SheetReader } from './reader';
import { readNumber } from './values/number';
import { compact } from './values/text';

/** Reads the complaints register: a row a complaint against a person in a post. */
export function readRegister(reader: SheetReader): RegisterRow[] {
  const rows: RegisterRow[] = [];
  const states = stateWords(reader, 'verdict');
  reader.eachRow((row) => {
    if (
      !['name', 'verdict', 'receivedDate', 'complaint', 'household'].some(
        (field) => reader.value(row, field) !== '',
      )
    ) {
      return;
    }
    const date = reader.date(row, 'receivedDate');
    const isLost = reader.brokenAt(row, reader.column('verdict'), 'verdict');
    const text = reader.text(row, 'verdict');
    rows.push({
      source: reader.source,
      row,
      who: reader.who(row, null, null),
      nameColumn: null,
      section: reader.layout.definition.section ?? '',
      state: states.get(compact(text)) ?? null,
      stateText: text,
      household: reader.text(row, 'household'),
      date: date.date,
      summary: reader.text(row, 'complaint'),
      ...(isLost ? { verdictLost: true } : {}),
      faulty: date.faulty || isLost,
    });
  });
  return rows;
}

/** Word → state id, of a field with states. */
export function stateWords(reader: SheetReader, field: string): ReadonlyMap<string, string> {
  const definition = reader.context.vocabulary.field(field);
  let words = known.get(definition);
  if (!words) known.set(definition, (words = wordsOf(definition)));
  return words;
}

const known = new WeakMap<FieldDefinition, ReadonlyMap<string, string>>();

function wordsOf({ states = {} }: FieldDefinition): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(states).flatMap(([id, words]) => words.map((word) => [compact(word), id] as const)),
  );
}

/** Reads the roster into `rows`: a row a person in a post. */
export function* readRoster(reader: SheetReader, rows: RosterRow[]): Slices<void> {
  const heads = stateWords(reader, 'isHead');
  const [name, head, area] = ['name', 'isHead', 'areaCustomers'].map((field) => reader.field(field));
  yield* reader.rowsInSlices((row) => {
    if (name!.own(row) === '' && !isUncalculated(reader, row, 'name')) return;
    const raw = area!.own(row);
    // Nearly all are plain numbers, which are neither errors nor uncalculated.
    const read = isCustomers(raw) ? null : customersAt(reader, row, raw);
    rows.push({
      source: reader.source,
      row,
      who: reader.who(row, null, null),
      nameColumn: null,
      customers: isCustomers(raw) ? raw : (read?.value ?? null),
      isHead: isYes(head!.text(row), heads),
      faulty: read?.faulty ?? false,
    });
  });
}

/** A formula whose value nobody knows yet: blank as it looks, the row is somebody's. */
function isUncalculated(reader: SheetReader, row: number, field: string): boolean {
  const { uncalculated } = reader.layout.sheet;
  const column = reader.column(field);
  return uncalculated.size > 0 && column !== undefined && uncalculated.has(cellKey(row, column));
}

function isCustomers(raw: CellValue): raw is number {
  return typeof raw === 'number' && raw >= 0 && Number.isInteger(raw);
}

function isYes(text: string, states: ReadonlyMap<string, string>): boolean {
  return text !== '' && states.get(compact(text)) === 'true';
}

function customersAt(
  reader: SheetReader,
  row: number,
  raw: CellValue,
): { value: number | null; faulty: boolean } {
  const column = reader.column('areaCustomers');
  if (column === undefined) return { value: null, faulty: false };
  const field = reader.context.vocabulary.field('areaCustomers');
  if (reader.broken(row, column, field.name, null)) return { value: null, faulty: true };
  const reading = readNumber(raw);
  if (reading.kind === 'blank') return { value: null, faulty: false };
  if (
    reading.kind === 'number' &&
    reading.sign === 'none' &&
    reading.value >= 0 &&
    Number.isInteger(reading.value)
  ) {
    if (reading.asText) {
      reader.reportTextNumber(row, column, String(raw), reading.value, {
        kind: 'set-number',
        value: reading.value,
      });
    }
    return { value: reading.value, faulty: false };
  }
  reader.context.report('not-a-number', {
    cell: reader.cell(row, column),
    received: String(raw),
    expected: '户数,不小于 0 的整数',
    message: `“${field.name}”这里写的是“${String(raw)}”,应为不小于 0 的整数。`,
  });
  return { value: null, faulty: true };
}
