import { useMemo } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import { formatFigure } from '../../locales';
import type { RulingValue } from '../../model';
import { rulingsWords } from '../../locales/pages/rulings';
import type { RulingEffect } from '../state/services';
import { usePane, useServices, useWords, useWordsOf } from '../state/context';
import { personCount, postName } from '../state/persons';
import { DataTable } from './DataTable';

const useStyles = makeStyles({
  effects: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  table: { maxHeight: '240px', overflowY: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Props {
  readonly evaluation: Evaluation;
  readonly change: Readonly<Record<string, RulingValue>>;
  readonly onDone: () => void;
}

/** Whose score, deduction or result a change of ruling would move, and the question whether to apply it. */
export function RulingEffects({ evaluation, change, onDone }: Props) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(rulingsWords);
  const services = useServices();
  const busy = usePane((state) => state.work !== null);
  const apply = usePane((state) => state.applyRulings);
  const key = JSON.stringify(change);
  const effects = useMemo(
    () => services.previewRulings(evaluation, JSON.parse(key) as Record<string, RulingValue>),
    [services, evaluation, key],
  );
  const resultOf = (qualified: boolean | null) => {
    if (qualified === null) return null;
    return qualified ? t.persons.qualified : t.persons.notQualified;
  };
  const figure = (effect: RulingEffect, side: 'from' | 'to') => {
    const score = effect.score[side];
    const notes = [
      effect.deduction.from === effect.deduction.to
        ? null
        : t.person.deduction(formatFigure(effect.deduction[side])),
      effect.qualified.from === effect.qualified.to ? null : resultOf(effect.qualified[side]),
    ].filter((note) => note !== null);
    return (
      <>
        {score === null ? t.persons.unscored : formatFigure(score)}
        {notes.map((note) => (
          <div key={note} className={styles.quiet}>
            {note}
          </div>
        ))}
      </>
    );
  };
  const who = ({ person, department, post }: RulingEffect) => (
    <>
      {person}
      <div className={styles.quiet}>
        {department} · {postName(evaluation.scheme, post)}
      </div>
    </>
  );
  return (
    <div className={styles.effects} role="group" aria-label={words.effect}>
      <span aria-live="polite">
        {effects.length === 0 ? words.noEffect : words.affected(personCount(effects))}
      </span>
      {effects.length > 0 && (
        <div className={styles.table}>
          <DataTable
            label={words.effect}
            columns={[
              { title: t.persons.name },
              { title: words.from, numeric: true },
              { title: words.to, numeric: true },
            ]}
            rows={effects.map((effect, index) => ({
              key: String(index),
              cells: [who(effect), figure(effect, 'from'), figure(effect, 'to')],
            }))}
          />
        </div>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void apply(change).then(onDone)}>
          {words.apply}
        </Button>
        <Button onClick={onDone}>{words.discard}</Button>
      </div>
    </div>
  );
}
