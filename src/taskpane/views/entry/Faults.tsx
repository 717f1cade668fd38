import { Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { formatFigure } from '../../../locales';
import { entryWords } from '../../../locales/pages/entry';
import { useWordsOf } from '../../state/context';
import type { FaultChoice } from './form';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  fault: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { overflowWrap: 'anywhere' },
  points: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  count: { width: '56px' },
});

interface Props {
  readonly title: string;
  readonly choices: readonly FaultChoice[];
  readonly counts: Readonly<Record<string, number>>;
  readonly onChange: (indicator: string, count: number) => void;
}

/** The faults of one post, to be ticked by their titles; a ticked one can be found at several places. */
export function Faults({ title, choices, counts, onChange }: Props) {
  const styles = useStyles();
  const words = useWordsOf(entryWords);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {choices.map(({ indicator, title: fault, points }) => {
        const count = counts[indicator] ?? 0;
        return (
          <div key={indicator} className={styles.fault}>
            <Checkbox
              className={styles.title}
              label={fault}
              checked={count > 0}
              onChange={(_, { checked }) => onChange(indicator, checked === true ? 1 : 0)}
            />
            {count === 0 ? (
              <span className={styles.points}>{words.pointsEach(formatFigure(points))}</span>
            ) : (
              <Input
                className={styles.count}
                size="small"
                type="number"
                min={1}
                max={99}
                aria-label={words.placesOf(fault)}
                title={words.places}
                value={String(count)}
                onChange={(_, { value }) => {
                  const typed = Math.floor(Number(value));
                  if (typed >= 1 && typed <= 99) onChange(indicator, typed);
                }}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
