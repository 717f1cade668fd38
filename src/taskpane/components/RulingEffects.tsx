import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Evaluation } from '../../app/evaluation';
import { formatFigure } from '../../locales';
import type { RulingValue, Scheme } from '../../model';
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
  names: { overflowWrap: 'anywhere' },
  table: { maxHeight: '240px', overflowY: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** A province has hundreds of departments: so many are named. */
const MOST_NAMES = 5;

interface Props {
  readonly evaluation: Evaluation;
  readonly change: Readonly<Record<string, RulingValue>>;
  readonly onDone: () => void;
}

/** The figures of a person on one side of the change; deduction and result where they differ. */
function Figures({ effect, side }: { effect: RulingEffect; side: 'from' | 'to' }) {
  const styles = useStyles();
  const t = useWords();
  const score = effect.score[side];
  const { deduction, qualified } = effect;
  const result = qualified[side] ? t.persons.qualified : t.persons.notQualified;
  const notes = [
    deduction.from === deduction.to ? null : t.person.deduction(formatFigure(deduction[side])),
    qualified.from === qualified.to || qualified[side] === null ? null : result,
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
}

function Effects({ scheme, effects }: { scheme: Scheme; effects: readonly RulingEffect[] }) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(rulingsWords);
  return (
    <DataTable
      label={words.effect}
      columns={[
        { title: t.persons.name },
        { title: words.from, numeric: true },
        { title: words.to, numeric: true },
      ]}
      rows={effects.map((effect, index) => ({
        key: String(index),
        cells: [
          <div key="who">
            {effect.person}
            <div className={styles.quiet}>
              {effect.department} · {postName(scheme, effect.post)}
            </div>
          </div>,
          <Figures key="from" effect={effect} side="from" />,
          <Figures key="to" effect={effect} side="to" />,
        ],
      }))}
    />
  );
}

/** Where the focus goes when the box goes with the button that was pressed: to the head of the ruling, not to the next one. */
function useWayOut(box: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const gone = box.current;
    return () => {
      if (gone?.contains(document.activeElement)) gone.closest('details')?.querySelector('summary')?.focus();
    };
  }, [box]);
}

/** Whose score, deduction or result, and which departments' figures, a change of ruling would move, and the question whether to apply it. */
export function RulingEffects({ evaluation, change, onDone }: Props) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useWayOut(box);
  const words = useWordsOf(rulingsWords);
  const services = useServices();
  const busy = usePane((state) => state.work !== null);
  const apply = usePane((state) => state.applyRulings);
  const key = JSON.stringify(change);
  const { persons, departments } = useMemo(
    () => services.previewRulings(evaluation, JSON.parse(key) as Record<string, RulingValue>),
    [services, evaluation, key],
  );
  return (
    <div ref={box} className={styles.effects} role="group" aria-label={words.effect}>
      <div aria-live="polite">
        {persons.length === 0 ? words.noEffect : words.affected(personCount(persons))}
        {departments.length > 0 && (
          <div className={styles.names}>
            {words.departments(departments, departments.slice(0, MOST_NAMES))}
          </div>
        )}
      </div>
      {persons.length > 0 && (
        // Long, so it scrolls; whoever has no mouse reaches it too.
        <div className={styles.table} role="region" aria-label={words.effect} tabIndex={0}>
          <Effects scheme={evaluation.scheme} effects={persons} />
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
