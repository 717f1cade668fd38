import type { Book } from './book';
import { byId, element } from './dom';

/** The sheet tabs; hidden sheets have none. */
export function sheetTabs(book: Book): void {
  const host = byId('tabs');
  let shown = '';
  const show = (): void => {
    const sheets = book.sheets().filter((sheet) => sheet.visible);
    const active = book.active().id;
    const state = JSON.stringify([active, sheets.map(({ id, name }) => [id, name])]);
    if (state === shown) return;
    shown = state;
    const tabs = sheets.map((sheet) => {
      const selected = sheet.id === active;
      const tab = element('button', { role: 'tab', 'aria-selected': String(selected) }, sheet.name);
      tab.addEventListener('click', () => book.activate(sheet.id));
      return tab;
    });
    host.replaceChildren(...tabs);
    tabs.find((tab) => tab.getAttribute('aria-selected') === 'true')?.scrollIntoView({ block: 'nearest' });
  };
  book.onChange(show);
  show();
}
