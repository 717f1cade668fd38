import { cellName, type Area } from '../../../src/model';
import type { Book } from '../book';
import { byId } from '../dom';
import { editor, type Editor } from './editor';
import { indexAt, layOut, span } from './geometry';
import { step } from './keys';
import { mergeAt } from './merges';
import { paintCells, paintHeads, type Layout } from './painter';

/** Size of the strips with letters and numbers, in CSS pixels; page.css has the same figures. */
const HEAD = { width: 46, height: 24 };

/**
 * The grid over the active sheet: draws only what is in view, selects with mouse and arrow keys, edits in place.
 * Follows the book: a selection made from outside is scrolled to.
 */
export class Grid {
  private readonly viewport = byId('grid');
  private readonly canvas = byId('canvas');
  private readonly cells = byId('cells');
  private readonly heads = { columns: byId('column-heads'), rows: byId('row-heads') };
  private readonly marker = byId('selection');
  private readonly edit: Editor;
  private layout: Layout;
  private shown = '';
  private pending = false;

  constructor(private readonly book: Book) {
    this.layout = layOut(book.active(), { row: 0, column: 0 });
    this.edit = editor(byId<HTMLInputElement>('cell-editor'), {
      box: () => this.editBox(),
      commit: (text, move) => this.commit(text, move),
      onKey: (event) => this.key(event),
    });
    this.viewport.addEventListener('scroll', () => this.later());
    new ResizeObserver(() => this.later()).observe(this.viewport);
    this.cells.addEventListener('mousedown', (event) => this.click(event));
    this.cells.addEventListener('dblclick', () => this.edit.open(this.content()));
    this.viewport.addEventListener('focus', () => this.edit.focus());
    book.onChange(() => this.follow());
    this.follow();
  }

  /** Puts the keyboard back on the cells. */
  focus(): void {
    this.edit.focus();
  }

  /** Several changes of one moment are drawn once. */
  private later(): void {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.draw();
    });
  }

  private follow(): void {
    const selection = this.book.selection();
    this.layout = layOut(this.book.active(), { row: selection.top, column: selection.left });
    const key = `${this.book.active().id}:${Object.values(selection).join()}`;
    if (key !== this.shown) {
      const { rows, columns } = this.layout;
      this.canvas.style.width = `${HEAD.width + columns.starts[columns.count]!}px`;
      this.canvas.style.height = `${HEAD.height + rows.starts[rows.count]!}px`;
      this.reveal(selection);
      this.shown = key;
    }
    this.later();
  }

  /** Scrolls so that the first cell of the area can be seen, by as little as it takes. */
  private reveal({ top, left }: Area): void {
    const { rows, columns } = this.layout;
    const cell = {
      top: rows.starts[top]!,
      bottom: rows.starts[top]! + span(rows, top, top),
      left: columns.starts[left]!,
      right: columns.starts[left]! + span(columns, left, left),
    };
    const view = this.viewport;
    const height = view.clientHeight - HEAD.height;
    const width = view.clientWidth - HEAD.width;
    if (cell.top < view.scrollTop) view.scrollTop = cell.top;
    else if (cell.bottom > view.scrollTop + height) view.scrollTop = cell.bottom - height + 44;
    if (cell.left < view.scrollLeft) view.scrollLeft = cell.left;
    else if (cell.right > view.scrollLeft + width) view.scrollLeft = cell.right - width + 44;
  }

  private view(): Area {
    const { rows, columns } = this.layout;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.viewport;
    return {
      top: indexAt(rows, scrollTop),
      bottom: indexAt(rows, scrollTop + clientHeight),
      left: indexAt(columns, scrollLeft),
      right: indexAt(columns, scrollLeft + clientWidth),
    };
  }

  private draw(): void {
    const sheet = this.book.active();
    const selection = this.book.selection();
    const view = this.view();
    paintCells(this.cells, sheet, this.layout, view);
    paintHeads(this.heads, this.layout, view, selection);
    this.viewport.setAttribute('aria-label', `工作表 ${sheet.name}`);
    this.viewport.setAttribute('aria-rowcount', String(this.layout.rows.count));
    const merge = mergeAt(sheet.merges, selection.top, selection.left);
    this.mark(
      merge && merge.bottom >= selection.bottom && merge.right >= selection.right ? merge : selection,
    );
  }

  private mark(area: Area): void {
    const { rows, columns } = this.layout;
    Object.assign(this.marker.style, {
      top: `${rows.starts[area.top]! - 1}px`,
      left: `${columns.starts[area.left]! - 1}px`,
      width: `${span(columns, area.left, area.right)}px`,
      height: `${span(rows, area.top, area.bottom)}px`,
    });
    this.marker.dataset.cell = cellName(area.top, area.left);
  }

  private click(event: MouseEvent): void {
    event.preventDefault();
    this.edit.close();
    const box = this.cells.getBoundingClientRect();
    const row = indexAt(this.layout.rows, event.clientY - box.top);
    const column = indexAt(this.layout.columns, event.clientX - box.left);
    const merge = mergeAt(this.book.active().merges, row, column);
    const first = merge ?? { top: row, left: column };
    const from = event.shiftKey ? this.book.selection() : { top: first.top, left: first.left };
    this.book.select({
      top: Math.min(from.top, first.top),
      left: Math.min(from.left, first.left),
      bottom: Math.max(from.top, first.top),
      right: Math.max(from.left, first.left),
    });
    this.focus();
  }

  /** Whatever is no command goes into the editor's input and opens it. */
  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = step(event);
    if (move) this.move(move.rows, move.columns);
    else if (event.key === 'F2') this.edit.open(this.content());
    else if (event.key === 'Delete' || event.key === 'Backspace') this.commit('', null);
    else return;
    event.preventDefault();
  }

  private move(rows: number, columns: number): void {
    const { top, left } = this.book.selection();
    const row = Math.max(0, top + rows);
    const column = Math.max(0, left + columns);
    this.book.select({ top: row, left: column, bottom: row, right: column });
    this.focus();
  }

  private content(): string {
    const { top, left } = this.book.selection();
    return this.book.active().content(top, left);
  }

  private editBox(): { top: number; left: number; width: number; height: number } {
    const { top, left } = this.book.selection();
    const { rows, columns } = this.layout;
    return {
      top: rows.starts[top]!,
      left: columns.starts[left]!,
      width: Math.max(span(columns, left, left), 120),
      height: span(rows, top, top),
    };
  }

  private commit(text: string, move: { rows: number; columns: number } | null): void {
    const { top, left } = this.book.selection();
    const refusal = this.book.enter(top, left, text);
    byId('message').textContent = refusal ?? '';
    if (move) this.move(move.rows, move.columns);
  }
}
