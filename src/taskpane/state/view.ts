import type { FillOptions, FillPlan } from '../../app/evaluation';
import type { SealVerdict } from '../../app/submission';
import type { CellRef } from '../../model';
import type { Planned, UndoableWork } from './services';

/** Where the reading of a sheet has to be asked about: at the sheet, or at one of its columns (0-based). */
export interface Question {
  readonly sheet: string;
  readonly about: 'sheet' | 'mark' | 'column';
  readonly column: number;
}

/** A page that needs nothing handed in. */
type Plain = Readonly<Record<never, never>>;

/** The pages of the pane, and what each is opened with. Where they are loaded from stands in `views/pages.tsx`. */
export interface PageProps {
  readonly results: Plain;
  readonly overview: Plain;
  /** `ruling`: the key of the one that is to be looked at. */
  readonly rulings: { readonly ruling?: string };
  readonly tools: Plain;
  readonly cycle: Plain;
  readonly rules: Plain;
  readonly schemes: Plain;
  readonly table: { readonly id: string };
  readonly fixes: Plain;
  readonly snapshot: Plain;
  readonly entry: Plain;
  readonly filling: Plain;
  /** `atMessages`: at the part on what messages mean. */
  readonly guide: { readonly atMessages?: boolean };
  readonly seal: { readonly seen: SealVerdict };
  readonly sheets: { readonly question?: Question };
  readonly person: { readonly id: string };
  readonly department: { readonly department: string };
  readonly preview: { readonly planned: Planned; readonly options?: FillOptions };
  readonly formulas: { readonly plan: FillPlan; readonly options?: FillOptions };
  readonly undo: { readonly work: UndoableWork; readonly cells: readonly CellRef[] };
}

export type PageName = keyof PageProps;

/** Pages that have a tab of their own; every other one stands behind one of these. */
export const TABS = ['results', 'overview', 'sheets', 'rulings', 'tools'] as const;

export type Tab = (typeof TABS)[number];

/** A page by its name, with what it is opened with. */
export type View<Name extends PageName = PageName> = {
  [Each in Name]: { readonly name: Each } & PageProps[Each];
}[Name];

/** What tells one opening of a page from another, so that each begins afresh; `undefined` where there is but one. */
export function pageKey(view: View): string | undefined {
  if (view.name === 'person' || view.name === 'table') return view.id;
  if (view.name === 'department') return view.department;
  if (view.name === 'rulings') return view.ruling;
  return view.name === 'sheets' ? JSON.stringify(view.question) : undefined;
}

/** Whether both are the same page, which may have got newer figures. */
export function isSamePage(one: View, other: View): boolean {
  return one.name === other.name && pageKey(one) === pageKey(other);
}
