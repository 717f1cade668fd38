import type { Area, FieldDefinition, FieldType, Scheme } from '../../model';
import type { CellStyle, NewCell, NewSheet } from '../host';

/** Blank rows that a sheet to be filled in is given, in the formats of their columns. */
export const BLANK_ROWS = 60;

/** Rows that a list of allowed values reaches over. */
const LIST_ROWS = 2000;

const STYLES: Readonly<Partial<Record<FieldType, CellStyle>>> = {
  text: 'text',
  name: 'text',
  department: 'text',
  post: 'text',
  licence: 'text',
  item: 'text',
  date: 'date',
  rate: 'percent',
};

/** Format of a field's cells; figures and answers stay general, so that what is typed is what is kept. */
export function fieldStyle(field: FieldDefinition): CellStyle {
  return STYLES[field.type] ?? 'flag';
}

/** The words a field's cells may hold, the usual one of each meaning; `null` where anything may stand. */
export function allowedValues(scheme: Scheme, field: FieldDefinition): readonly string[] | null {
  if (field.type === 'post') return scheme.posts.map(({ name }) => name);
  if (!field.states) return null;
  return Object.values(field.states).map((words) => words[0]!);
}

/** Blank cells of the columns, from `top` on, so that what is typed there has its column's format. */
export function blankCells(top: number, styles: readonly CellStyle[], rows = BLANK_ROWS): NewCell[] {
  return Array.from({ length: rows }, (_, index) => top + index).flatMap((row) =>
    styles.map((style, column): NewCell => ({ row, column, value: '', style })),
  );
}

/** The list of allowed values of a column below its header. */
export function columnList(
  top: number,
  column: number,
  values: readonly string[],
): NewSheet['lists'][number] {
  const area: Area = { top, left: column, bottom: top + LIST_ROWS - 1, right: column };
  return { area, values };
}
