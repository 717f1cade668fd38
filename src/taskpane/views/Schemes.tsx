import { useMemo } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SchemeOffer } from '../../app/schemesDesk';
import { schemesWords } from '../../locales/pages/schemes';
import { Page } from '../components/Page';
import { usePane, useServices, useWordsOf } from '../state/context';
import { type SchemeWork, useSchemeWork } from './useSchemeWork';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
  },
  offer: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: { margin: 0, overflowWrap: 'anywhere' },
  // Stands there empty, so that it is heard when it speaks; it takes no room until then.
  said: { margin: 0, overflowWrap: 'anywhere', ':empty': { marginBottom: '-12px' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The schemes of the product: those whose sheets the workbook has first, each with its template and what it can do. */
export default function Schemes() {
  const styles = useStyles();
  const words = useWordsOf(schemesWords);
  const services = useServices();
  const evaluation = usePane((state) => state.evaluation);
  const offers = useMemo(() => (evaluation ? services.schemes.list(evaluation) : []), [services, evaluation]);
  const work = useSchemeWork(words);
  return (
    <Page back title={words.title} intro={words.intro}>
      <p aria-live="polite" className={styles.said}>
        {work.said}
      </p>
      <ul className={styles.list} aria-label={words.list}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <Offer offer={offer} work={work} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** One scheme: whether the workbook has it, and what can be done with it. */
function Offer({ offer, work }: { offer: SchemeOffer; work: SchemeWork }) {
  const styles = useStyles();
  const words = useWordsOf(schemesWords);
  const show = usePane((state) => state.show);
  const { id, title, isTable, fits, isOwn } = offer;
  const state = [isOwn ? words.own : '', fits ? words.fits : ''].filter((each) => each !== '').join(' · ');
  return (
    <>
      <p className={styles.name} title={id}>
        {title}
      </p>
      {state !== '' && <p className={styles.quiet}>{state}</p>}
      <div className={styles.buttons}>
        {isTable
          ? fits && (
              <Button
                appearance="primary"
                aria-label={`${words.results} ${title}`}
                onClick={() => show({ name: 'table', id })}
              >
                {words.results}
              </Button>
            )
          : !isOwn && (
              <Button
                {...(fits ? { appearance: 'primary' as const } : {})}
                aria-label={`${words.use} ${title}`}
                disabledFocusable={work.busy}
                onClick={() => void work.use(id)}
              >
                {words.use}
              </Button>
            )}
        <Button
          aria-label={`${words.template} ${title}`}
          disabledFocusable={work.busy}
          onClick={() => void work.template(id)}
        >
          {words.template}
        </Button>
      </div>
    </>
  );
}
