import { type SheetAnswer, signatureOf, type Tab } from './answers';
import type { HeaderBlock } from './header';
import type { SheetLayout } from './layout';

/** A tab as it was read by what was said of it alone. */
interface Read {
  readonly tab: Tab;
  readonly answer: SheetAnswer | null;
  readonly layout: SheetLayout | null;
}

/** What tells one blank form from another: the texts of its header. `''` without a header. */
export function formOf(header: HeaderBlock | null): string {
  return header ? keyOf(signatureOf(header)) : '';
}

function keyOf(signature: readonly string[]): string {
  return [...new Set(signature)].sort().join('\n');
}

/**
 * What was said of one card, for all others of its form: hundreds of copies are filled in, and a column or √ means
 * the same on each. A form whose cards were answered differently has no common answer. That a sheet is to be left
 * alone is said of that sheet only. `orphans` are answers whose tab is gone.
 */
export function formAnswers(
  tabs: readonly Read[],
  orphans: readonly SheetAnswer[],
): ReadonlyMap<string, SheetAnswer> {
  const answered = tabs
    .filter(({ answer, layout }) => answer !== null && layout?.definition.kind === 'card')
    .map(({ tab, answer }) => [formOf(tab.header), answer!] as const);
  const gone = orphans
    .filter(({ signature, definition }) => signature !== undefined && definition !== null)
    .map((answer) => [keyOf(answer.signature!), answer] as const);
  const forms = new Map<string, SheetAnswer | null>();
  for (const [form, answer] of answered) {
    const before = forms.get(form);
    forms.set(form, before === undefined || (before && meaning(before) === meaning(answer)) ? answer : null);
  }
  for (const [form, answer] of gone) if (!forms.has(form)) forms.set(form, answer);
  return new Map([...forms].filter((each): each is [string, SheetAnswer] => each[1] !== null));
}

/** What an answer says, whichever tab it was said of. */
function meaning({ definition, columns, mark, deductions }: SheetAnswer): string {
  return JSON.stringify([definition, columns, mark, deductions]);
}
