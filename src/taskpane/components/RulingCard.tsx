import { useEffect, useRef, useState } from 'react';
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { fullWidth } from '../../locales/punctuation';
import type { Evaluation } from '../../app/evaluation';
import type { RulingDefinition, RulingValue } from '../../model';
import { rulingsWords } from '../../locales/pages/rulings';
import { useWordsOf } from '../state/context';
import { rulingText } from '../state/rulings';
import { RulingChoice } from './RulingChoice';
import { RulingEffects } from './RulingEffects';

const useStyles = makeStyles({
  card: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: '8px' },
  summary: { cursor: 'pointer', padding: '6px 0' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  now: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    alignItems: 'center',
    paddingInlineStart: '16px',
    color: tokens.colorNeutralForeground2,
  },
  body: { display: 'flex', flexDirection: 'column', gap: '8px', paddingInlineStart: '16px' },
  text: { margin: 0 },
  clause: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly definition: RulingDefinition;
  readonly evaluation: Evaluation;
  /** Somebody came here to look at this one. */
  readonly isAsked?: boolean;
}

/**
 * One ruling: what is open, what holds now, and what another answer would do before it is applied. Once that is settled
 * the fields show what holds.
 */
export function RulingCard({ definition, evaluation, isAsked = false }: Props) {
  const styles = useStyles();
  const words = useWordsOf(rulingsWords);
  const current = evaluation.rulings[definition.key] ?? definition.default;
  const [wanted, setWanted] = useState<RulingValue | null>(null);
  const [settled, setSettled] = useState(0);
  const card = useRef<HTMLDetailsElement>(null);
  const source = evaluation.rulingSources[definition.key] ?? 'scheme';
  const [wasAsked] = useState(isAsked);
  useEffect(() => {
    if (!wasAsked) return;
    const head = card.current?.querySelector('summary');
    head?.scrollIntoView?.({ block: 'start' });
    head?.focus({ preventScroll: true });
  }, [wasAsked]);
  const changes = wanted !== null && wanted !== current;
  const settle = () => {
    setWanted(null);
    setSettled(settled + 1);
  };
  return (
    <details ref={card} open={wasAsked} className={styles.card} data-ruling={definition.key}>
      <summary className={styles.summary}>
        <span className={styles.title}>
          {definition.number} {definition.title}
        </span>
        <span className={styles.now}>
          {rulingText(definition, current)}
          {definition.needsConfirmation && (
            <Badge appearance="tint" color="warning">
              {words.needsConfirmation}
            </Badge>
          )}
          {source !== 'scheme' && (
            <Badge appearance="tint" color="brand">
              {words.sources[source]}
            </Badge>
          )}
        </span>
      </summary>
      <div className={styles.body}>
        <p className={styles.text}>{fullWidth(definition.explanation)}</p>
        <div className={styles.clause}>{definition.clause}</div>
        <RulingChoice key={settled} definition={definition} value={wanted ?? current} onChange={setWanted} />
        {changes && (
          <RulingEffects evaluation={evaluation} change={{ [definition.key]: wanted }} onDone={settle} />
        )}
      </div>
    </details>
  );
}
