import type { UndoChange } from '../../workbook/host';
import { grownName } from '../../workbook/grownName';

/** A name (名称) and what it means, with the leading `=`. */
export interface KnownName {
  /** The sheet it belongs to, `null` for the workbook. */
  readonly scope: string | null;
  readonly name: string;
  readonly formula: string;
}

type Inserting = Extract<UndoChange, { kind: 'insertRows' }>;

/** The sheets into which rows come that names may have to take in. */
export function sheetsOfNames(changes: readonly UndoChange[]): readonly string[] {
  const growing = changes.flatMap((one) =>
    one.kind === 'insertRows' && one.namesFrom !== undefined ? [one.sheet] : [],
  );
  return [...new Set(growing)];
}

/** Asks for the names of the workbook and of these sheets; nothing is asked where there are none. */
export function askNames(context: Excel.RequestContext, sheets: readonly string[]): () => KnownName[] {
  if (sheets.length === 0) return () => [];
  const asked = [null, ...sheets].map((scope) => ({
    scope,
    names: namesOf(context, scope).load('items/name,items/formula'),
  }));
  return () =>
    asked.flatMap(({ scope, names }) =>
      names.items.map(({ name, formula }): KnownName => ({ scope, name, formula: String(formula) })),
    );
}

function namesOf({ workbook }: Excel.RequestContext, scope: string | null): Excel.NamedItemCollection {
  return scope === null ? workbook.names : workbook.worksheets.getItem(scope).names;
}

/** The names that the new rows make grow, with what they mean then. */
function grown(step: Inserting, names: readonly KnownName[]): KnownName[] {
  return names.flatMap((one) => {
    const formula = grownName(one.name, one.formula, step);
    return formula === null ? [] : [{ ...one, formula }];
  });
}

/** Puts into the batch, behind the insertion, what lets names over the whole block take in its new rows. */
export function growNames(context: Excel.RequestContext, step: Inserting, names: readonly KnownName[]): void {
  for (const { scope, name, formula } of grown(step, names)) {
    namesOf(context, scope).getItem(name).formula = formula;
  }
}

/**
 * Puts into the batch what gives names back that somebody has changed in the moment of the write; the others shrink by
 * themselves as the rows go. `now` is what names meant right before it.
 */
export function restoreNames(
  context: Excel.RequestContext,
  step: Inserting,
  { names, namesNow: now }: { readonly names: readonly KnownName[]; readonly namesNow: readonly KnownName[] },
): void {
  for (const { scope, name } of grown(step, names)) {
    const isOne = (one: KnownName): boolean => one.scope === scope && one.name === name;
    const theirs = now.find(isOne);
    if (!theirs || theirs.formula === names.find(isOne)!.formula) continue;
    namesOf(context, scope).getItem(name).formula = theirs.formula;
  }
}

/** Whether somebody has changed a name. */
export function haveChanged(names: readonly KnownName[], now: readonly KnownName[]): boolean {
  return JSON.stringify(names) !== JSON.stringify(now);
}
