import { cellName, parseCellName } from '../../src/model';
import type { Book } from './book';
import { byId } from './dom';

/** Name box and formula bar: show the selected cell, jump to a cell, change its content. */
export function formulaBar(book: Book, done: () => void): void {
  const name = byId<HTMLInputElement>('name-box');
  const content = byId<HTMLInputElement>('formula-bar');
  const show = (): void => {
    const { top, left } = book.selection();
    name.value = cellName(top, left);
    content.value = book.active().content(top, left);
  };
  name.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const cell = parseCellName(name.value.trim());
    if (cell) book.select({ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column });
    else show();
    done();
  });
  content.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show();
    else if (event.key === 'Enter') {
      const { top, left } = book.selection();
      byId('message').textContent = book.enter(top, left, content.value) ?? '';
    } else return;
    done();
  });
  book.onChange(show);
  show();
}
