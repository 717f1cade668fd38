import { createElement, lazy, type ComponentType } from 'react';
import { pageKey, type PageName, type View } from '../state/view';

/** Pages that are opened beside the results, which are always there. */
type Opened = Exclude<PageName, 'results'>;

/**
 * Where each page is loaded from when it is first asked for. A new page: a line in `PageProps`, a line here, and a way
 * to it (a line in `toolList.ts`, or a button where it is needed).
 */
const pages: { readonly [Name in Opened]: ComponentType<View<Name>> } = {
  overview: lazy(() => import('./Overview')),
  rulings: lazy(() => import('./Rulings')),
  tools: lazy(() => import('./Tools')),
  cycle: lazy(() => import('./Cycle')),
  rules: lazy(() => import('./Rules')),
  schemes: lazy(() => import('./Schemes')),
  table: lazy(() => import('./TableResults')),
  fixes: lazy(() => import('./Fixes')),
  entry: lazy(() => import('./Entry')),
  snapshot: lazy(() => import('./SaveSnapshot')),
  seal: lazy(() => import('./Seal')),
  sheets: lazy(() => import('./Sheets')),
  person: lazy(() => import('./Person')),
  department: lazy(() => import('./Department')),
  preview: lazy(() => import('./Preview')),
  filling: lazy(() => import('./Filling')),
  formulas: lazy(() => import('./Formulas')),
  undo: lazy(() => import('./UndoChanged')),
};

/** The opened page; nothing for the results. */
export function OpenedPage({ view }: { view: View }) {
  return view.name === 'results' ? null : pageOf(view, pageKey(view));
}

function pageOf<Name extends Opened>(view: View<Name>, key: string | undefined) {
  const name: Name = view.name;
  const Page: ComponentType<View<Name>> = pages[name];
  return createElement(Page, { ...view, key });
}
