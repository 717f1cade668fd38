import type { CellValue, Post, Scheme, SheetDefinition } from '../../model';
import type { NewCell, NewSheet } from '../host';
import { type TemplateColumn, templateColumns, householdRules } from './columns';

/** Labels of the two rows above the card's table, by field id. */
const META_ROWS = [
  ['name', 'post', 'department'],
  ['household', 'licence', 'date'],
] as const;

const HEADER_ROW = 3;

/** A form for one visited household of one person of the post: the rules as rows. */
export function cardSheet(scheme: Scheme, definition: SheetDefinition, post: Post): NewSheet {
  const columns = templateColumns(scheme, definition);
  const right = columns.length - 1;
  const meta = META_ROWS.map((fields, index): NewCell => {
    const text = fields.flatMap((field) => metaLabel(scheme, field, post) ?? []).join('        ');
    return { row: 1 + index, column: 0, value: text, style: 'meta' };
  });
  return {
    name: scheme.posts.length === 1 ? definition.name : `${definition.name}-${post.name}`,
    cells: [
      { row: 0, column: 0, value: definition.title, style: 'title' },
      ...meta,
      ...columns.map(({ header }, column): NewCell => ({
        row: HEADER_ROW,
        column,
        value: header,
        style: 'header',
      })),
      ...ruleRows(scheme, definition, post, columns),
    ],
    merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right })),
    columnWidths: columns.map(({ width }, column) => (definition.fields[column] === 'item' ? 34 : width)),
    headerRows: HEADER_ROW + 1,
    landscape: false,
    lists: [],
  };
}

/** `null` where the scheme has no word for the field. */
function metaLabel(scheme: Scheme, field: string, post: Post): string | null {
  const label = scheme.words.metaLabels[field]?.[0];
  if (label === undefined) return null;
  return `${label}:${field === 'post' ? post.name : '          '}`;
}

function ruleRows(
  scheme: Scheme,
  definition: SheetDefinition,
  post: Post,
  columns: readonly TemplateColumn[],
): NewCell[] {
  return householdRules(scheme, post).flatMap((rule, index) => {
    const known: Readonly<Record<string, CellValue>> = {
      sequence: index + 1,
      item: `${rule.id} ${rule.title}`,
      criterion: `一项不符扣${rule.points}分`,
      itemPoints: rule.points,
    };
    return definition.fields.map((field, column): NewCell => ({
      row: HEADER_ROW + 1 + index,
      column,
      value: known[field] ?? '',
      style: columns[column]!.style,
    }));
  });
}
