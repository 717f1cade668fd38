import { useState } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FixOffer } from '../../app/submission';
import { CellLink } from '../components/CellLink';
import { Icon } from '../components/Icon';
import { Page } from '../components/Page';
import { usePane, useWords } from '../state/context';
import { placeName } from '../state/persons';
import { useOffers } from '../state/useOffers';

/** As many repairs at once. */
const PAGE = 100;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  kind: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  values: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', marginTop: '2px' },
  // Blanks are what many repairs are about, so they must be seen.
  value: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: '0 4px',
    borderRadius: tokens.borderRadiusSmall,
  },
  before: {
    textDecorationLine: 'none',
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  after: {
    textDecorationLine: 'none',
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  arrow: { color: tokens.colorNeutralForeground2 },
  all: { alignSelf: 'flex-start' },
  none: { color: tokens.colorNeutralForeground2 },
});

function Offer({ offer }: { offer: FixOffer }) {
  const styles = useStyles();
  const words = useWords().submission.fixes;
  const busy = usePane((state) => state.work !== null);
  const fix = usePane((state) => state.fix);
  const place = placeName(offer.cell);
  return (
    <li className={styles.item}>
      <div>
        <CellLink cell={offer.cell} />
        <div className={styles.kind}>{words.kinds[offer.kind]}</div>
        <div className={styles.values}>
          <del className={mergeClasses(styles.value, styles.before)} title={words.before}>
            {String(offer.before)}
          </del>
          <span className={styles.arrow} aria-hidden>
            →
          </span>
          <ins className={mergeClasses(styles.value, styles.after)} title={words.after}>
            {offer.shown}
          </ins>
        </div>
      </div>
      <Button
        size="small"
        disabledFocusable={busy}
        aria-label={words.oneAt(place)}
        onClick={() => void fix([offer])}
      >
        {words.one}
      </Button>
    </li>
  );
}

/** The repairs that change no meaning, each with before and after; nothing is repaired unasked. */
export default function Fixes() {
  const styles = useStyles();
  const t = useWords();
  const words = t.submission.fixes;
  const evaluation = usePane((state) => state.evaluation);
  const busy = usePane((state) => state.work !== null);
  const fix = usePane((state) => state.fix);
  const [limit, setLimit] = useState(PAGE);
  const found = useOffers(evaluation);
  const offers = found ?? [];
  return (
    <Page back title={words.title} intro={words.intro}>
      {found?.length === 0 && <div className={styles.none}>{words.none}</div>}
      {offers.length > 0 && (
        <Button
          className={styles.all}
          appearance="primary"
          icon={<Icon name="fix" />}
          disabledFocusable={busy}
          onClick={() => void fix(offers)}
        >
          {words.all(offers.length)}
        </Button>
      )}
      <ul role="list" className={styles.list} aria-label={words.list}>
        {offers.slice(0, limit).map((offer) => (
          <Offer key={placeName(offer.cell)} offer={offer} />
        ))}
      </ul>
      {offers.length > limit && (
        <Button onClick={() => setLimit(limit + PAGE)}>
          {t.actions.more(Math.min(PAGE, offers.length - limit))}
        </Button>
      )}
    </Page>
  );
}
