import { isSatisfied } from './weigh';
import { type Draft, missing, postName } from './draft';
import type { MetaValue, PersonColumn, RuleColumn } from './layout';

/** Every rule of the post needs its column, and the persons theirs; a missing one is never read as no fault. */
export function requireRules(
  draft: Draft,
  rules: readonly RuleColumn[],
  persons: readonly PersonColumn[],
): void {
  const posts = new Set(rules.map((rule) => rule.post));
  for (const post of posts) {
    if (!draft.unreadable.has('name') && !persons.some((person) => person.post === post)) {
      const what =
        draft.definition.kind === 'combined' ? postName(draft, post) : draft.vocabulary.field('name').name;
      missing(draft, what, `person:${post}`);
    }
    for (const rule of draft.vocabulary.findings) {
      if (rule.posts.includes(post) && !rules.some((each) => each.indicator === rule.id)) {
        missing(draft, `${rule.id} ${rule.title}`, rule.id);
      }
    }
  }
}

/** What stands above the table for all its rows needs no column. */
export function requireFields(draft: Draft, meta: ReadonlyMap<string, MetaValue>): void {
  const present = new Set(draft.fields.keys());
  const readable = new Set([...present, ...draft.unreadable, ...meta.keys()]);
  for (const need of draft.definition.required) {
    if (isSatisfied(need, readable)) continue;
    if (typeof need === 'string') {
      if (need === 'name' && draft.definition.kind === 'matrix') continue;
      missing(draft, draft.vocabulary.field(need).name, need);
      continue;
    }
    const choices = need.map((choice) => (typeof choice === 'string' ? [choice] : choice));
    const nearest = [...choices].sort(
      (one, other) =>
        other.filter((id) => present.has(id)).length - one.filter((id) => present.has(id)).length,
    )[0]!;
    const absent = nearest.filter((id) => !present.has(id));
    missing(draft, absent.map((id) => draft.vocabulary.field(id).name).join('、'), absent[0]!);
  }
}
