import { cellName, columnName, type Area } from '../../../src/model';
import type { BookSheet } from '../book';
import { element } from '../dom';
import { span, type Axis } from './geometry';
import { mergesIn } from './merges';

/** The grid's layout: both axes of the sheet that is shown. */
export interface Layout {
  readonly rows: Axis;
  readonly columns: Axis;
}

function place(cell: HTMLElement, left: number, width: number, height: number): void {
  cell.style.left = `${left}px`;
  cell.style.width = `${width}px`;
  cell.style.height = `${height}px`;
}

function drawCell(sheet: BookSheet, layout: Layout, area: Area): HTMLElement | null {
  const { top: row, left: column } = area;
  const width = span(layout.columns, column, area.right);
  const height = span(layout.rows, row, area.bottom);
  if (width === 0 || height === 0) return null;
  const look = sheet.look(row, column);
  const cell = element(
    'div',
    { role: 'gridcell', class: 'cell', 'data-cell': cellName(row, column), 'aria-colindex': column + 1 },
    sheet.text(row, column),
  );
  place(cell, layout.columns.starts[column]!, width, height);
  if (typeof sheet.value(row, column) === 'number') cell.classList.add('number');
  if (look.wrap || row !== area.bottom) cell.classList.add('wrap');
  if (look.bold) cell.style.fontWeight = 'bold';
  if (look.italic) cell.style.fontStyle = 'italic';
  if (look.color) cell.style.color = look.color;
  if (look.fill) cell.style.backgroundColor = look.fill;
  if (look.align) cell.style.textAlign = look.align;
  return cell;
}

function drawRow(layout: Layout, row: number): HTMLElement {
  const line = element('div', { role: 'row', class: 'row', 'aria-rowindex': row + 1 });
  line.style.top = `${layout.rows.starts[row]!}px`;
  return line;
}

/** Draws the cells of `view` into `host`, merged areas as one cell each, and nothing else of the sheet. */
export function paintCells(host: HTMLElement, sheet: BookSheet, layout: Layout, view: Area): void {
  const merges = mergesIn(sheet.merges, view);
  const covered = new Set<string>();
  const lines = new Map<number, HTMLElement>();
  const put = (area: Area): void => {
    const cell = drawCell(sheet, layout, area);
    if (!cell) return;
    if (!lines.has(area.top)) lines.set(area.top, drawRow(layout, area.top));
    lines.get(area.top)!.append(cell);
  };
  for (const area of merges) {
    for (let row = Math.max(area.top, view.top); row <= Math.min(area.bottom, view.bottom); row += 1) {
      for (
        let column = Math.max(area.left, view.left);
        column <= Math.min(area.right, view.right);
        column += 1
      ) {
        covered.add(`${row},${column}`);
      }
    }
    put(area);
  }
  for (let row = view.top; row <= view.bottom; row += 1) {
    for (let column = view.left; column <= view.right; column += 1) {
      if (!covered.has(`${row},${column}`)) put({ top: row, left: column, bottom: row, right: column });
    }
  }
  host.replaceChildren(...lines.values());
}

/** Letters above and numbers beside the cells of `view`, those of the selection marked. */
export function paintHeads(
  hosts: { columns: HTMLElement; rows: HTMLElement },
  layout: Layout,
  view: Area,
  selection: Area,
): void {
  const columns: HTMLElement[] = [];
  for (let column = view.left; column <= view.right; column += 1) {
    const head = element('div', { class: 'head' }, columnName(column));
    head.style.left = `${layout.columns.starts[column]!}px`;
    head.style.width = `${span(layout.columns, column, column)}px`;
    head.classList.toggle('selected', column >= selection.left && column <= selection.right);
    columns.push(head);
  }
  const rows: HTMLElement[] = [];
  for (let row = view.top; row <= view.bottom; row += 1) {
    const head = element('div', { class: 'head' }, String(row + 1));
    head.style.top = `${layout.rows.starts[row]!}px`;
    head.style.height = `${span(layout.rows, row, row)}px`;
    head.classList.toggle('selected', row >= selection.top && row <= selection.bottom);
    rows.push(head);
  }
  hosts.columns.replaceChildren(...columns);
  hosts.rows.replaceChildren(...rows);
}
