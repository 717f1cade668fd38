import type { Evaluation } from '../../app/evaluation';
import { fullWidth } from '../../locales/punctuation';
import type { Issue, RulingDefinition, RulingValue } from '../../model';

/** An answer to a ruling in words; a number of its own as it is, and nothing for no answer. */
export function rulingText({ values }: RulingDefinition, value: RulingValue | undefined): string {
  return fullWidth(values?.find((each) => each.value === value)?.title ?? String(value ?? ''));
}

/** The rulings that an issue wants confirmed, which it names by their keys; none for issues about anything else. */
export function rulingsOf({ code, received }: Issue, { scheme }: Evaluation): readonly RulingDefinition[] {
  if (code !== 'needs-confirmation' || received === null) return [];
  const keys = [...received.matchAll(/\(([^()=]+)=/g)].map(([, key]) => key);
  return scheme.rulings.filter(({ key }) => keys.includes(key));
}

/** What an issue found, for people: of rulings the answer in force in words, not their keys. */
export function receivedText(issue: Issue, evaluation: Evaluation | null): string | null {
  const asked = evaluation === null ? [] : rulingsOf(issue, evaluation);
  if (evaluation === null || asked.length === 0) return issue.received;
  return asked.map((ruling) => rulingText(ruling, evaluation.rulings[ruling.key])).join('；');
}
