import { createElement, lazy, type ComponentType } from 'react';
import { pageKey, type PageName, type View } from '../state/view';

/** Pages that are opened beside the results, which are always there. */
type Opened = Exclude<PageName, 'results'>;

type Source<Name extends Opened> = () => Promise<{ readonly default: ComponentType<View<Name>> }>;

/**
 * Where each page is loaded from when it is first asked for. A new page: a line in `PageProps`, a line here, and a way
 * to it (a line in `toolList.ts`, or a button where it is needed).
 */
const sources: { readonly [Name in Opened]: Source<Name> } = {
  overview: () => import('./Overview'),
  rulings: () => import('./Rulings'),
  tools: () => import('./Tools'),
  cycle: () => import('./Cycle'),
  rules: () => import('./Rules'),
  schemes: () => import('./Schemes'),
  table: () => import('./TableResults'),
  fixes: () => import('./Fixes'),
  entry: () => import('./Entry'),
  snapshot: () => import('./SaveSnapshot'),
  seal: () => import('./Seal'),
  sheets: () => import('./Sheets'),
  person: () => import('./Person'),
  department: () => import('./Department'),
  preview: () => import('./Preview'),
  guide: () => import('./Guide'),
  filling: () => import('./Filling'),
  formulas: () => import('./Formulas'),
  undo: () => import('./UndoChanged'),
};

const loaded: { [Name in Opened]?: ComponentType<View<Name>> } = {};

/** Loads the page anew where it is opened next: `lazy` remembers a failure for good. */
export function loadAgain(name: PageName): void {
  if (name !== 'results') delete loaded[name];
}

/** The opened page; nothing for the results. */
export function OpenedPage({ view }: { view: View }) {
  return view.name === 'results' ? null : pageOf(view, pageKey(view));
}

function pageOf<Name extends Opened>(view: View<Name>, key: string | undefined) {
  const name: Name = view.name;
  const source: Source<Name> = sources[name];
  const known: ComponentType<View<Name>> | undefined = loaded[name];
  const Page: ComponentType<View<Name>> = known ?? lazy(source);
  if (!known) Object.assign(loaded, { [name]: Page });
  return createElement(Page, { ...view, key });
}
