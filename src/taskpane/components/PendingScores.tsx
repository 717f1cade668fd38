import type { PendingRules as Pending } from '../../app/scheme/rulesDesk';
import { formatFigure } from '../../locales';
import { rulesWords } from '../../locales/pages/rules';
import type { Post } from '../../model';
import { usePane, useWords, useWordsOf } from '../state/context';
import { personCount } from '../state/persons';
import { DataTable } from './DataTable';
import { PendingRules } from './PendingRules';

/** What the sheet of rules would change, whose score from what to what, and the question whether to take it over. */
export function PendingScores({ pending, posts }: { pending: Pending; posts: readonly Post[] }) {
  const words = useWordsOf(rulesWords);
  const t = useWords();
  const busy = usePane((state) => state.work !== null);
  const takeOver = usePane((state) => state.takeRulesOver);
  const { version, changes, effects } = pending;
  const shown = (figure: number | null) => (figure === null ? t.persons.unscored : formatFigure(figure));
  const postName = (id: string) => posts.find((post) => post.id === id)?.name ?? id;
  return (
    <PendingRules
      version={version}
      changes={changes}
      affected={effects.length === 0 ? words.noEffect : words.affected(personCount(effects))}
      busy={busy}
      onTakeOver={(signature) => void takeOver(signature)}
    >
      {effects.length > 0 ? (
        <DataTable
          label={words.effects}
          columns={[
            { title: t.persons.name },
            { title: words.from, numeric: true },
            { title: words.to, numeric: true },
          ]}
          rows={effects.map(({ person, post, score }, index) => ({
            key: String(index),
            cells: [`${person} ${postName(post)}`, shown(score.from), shown(score.to)],
          }))}
        />
      ) : undefined}
    </PendingRules>
  );
}
