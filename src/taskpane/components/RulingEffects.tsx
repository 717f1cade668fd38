import { useMemo } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import { formatFigure } from '../../locales';
import type { RulingValue } from '../../model';
import type { RulingEffect } from '../state/services';
import { usePane, useServices, useWords } from '../state/context';
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
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Props {
  readonly evaluation: Evaluation;
  readonly change: Readonly<Record<string, RulingValue>>;
  readonly onDone: () => void;
}

/** Whose score a change of ruling would move, and the question whether to apply it. */
export function RulingEffects({ evaluation, change, onDone }: Props) {
  const styles = useStyles();
  const t = useWords();
  const services = useServices();
  const busy = usePane((state) => state.work !== null);
  const apply = usePane((state) => state.applyRulings);
  const key = JSON.stringify(change);
  const effects = useMemo(
    () => services.previewRulings(evaluation, JSON.parse(key) as Record<string, RulingValue>),
    [services, evaluation, key],
  );
  const figure = (effect: RulingEffect, side: 'from' | 'to') => {
    const score = effect.score[side];
    const text = score === null ? t.persons.unscored : formatFigure(score);
    if (effect.deduction.from === effect.deduction.to) return text;
    return `${text} (${t.person.deduction(formatFigure(effect.deduction[side]))})`;
  };
  return (
    <div className={styles.effects} role="group" aria-label={t.rulings.effect}>
      <span aria-live="polite">
        {effects.length === 0 ? t.rulings.noEffect : t.rulings.affected(effects.length)}
      </span>
      {effects.length > 0 && (
        <div className={styles.table}>
          <DataTable
            label={t.rulings.effect}
            columns={[
              { title: t.persons.name },
              { title: t.rulings.from, numeric: true },
              { title: t.rulings.to, numeric: true },
            ]}
            rows={effects.map((effect, index) => ({
              key: String(index),
              cells: [effect.person, figure(effect, 'from'), figure(effect, 'to')],
            }))}
          />
        </div>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void apply(change).then(onDone)}>
          {t.rulings.apply}
        </Button>
        <Button onClick={onDone}>{t.rulings.discard}</Button>
      </div>
    </div>
  );
}
