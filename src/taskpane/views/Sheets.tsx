import { useEffect, useRef, useState } from 'react';
import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SheetReading } from '../../app/evaluation';
import { formatShare } from '../../locales';
import { fullWidth } from '../../locales/punctuation';
import type { Scheme } from '../../model';
import { sheetsWords } from '../../locales/pages/sheets';
import { CellLink } from '../components/CellLink';
import { ColumnChoices } from '../components/ColumnChoices';
import { DataTable } from '../components/DataTable';
import { Page } from '../components/Page';
import { SheetChoices } from '../components/SheetChoices';
import { usePane, useWords, useWordsOf } from '../state/context';
import type { Question } from '../state/view';

const useStyles = makeStyles({
  sheet: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: '8px' },
  summary: { cursor: 'pointer', padding: '6px 0', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorNeutralForeground2, display: 'block', paddingInlineStart: '16px' },
  body: { display: 'flex', flexDirection: 'column', gap: '8px', paddingInlineStart: '16px' },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  badge: { marginInlineStart: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function Skipped({ reading }: { reading: SheetReading }) {
  const styles = useStyles();
  const words = useWordsOf(sheetsWords);
  if (reading.skipped.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{words.skipped(reading.skipped.length)}</summary>
      <DataTable
        label={words.skipped(reading.skipped.length)}
        columns={[{ title: words.skippedRow }, { title: words.reason }]}
        rows={reading.skipped.map(({ row, reason }) => ({
          key: String(row),
          cells: [
            <CellLink key="cell" short cell={{ sheet: reading.sheet, row, column: 0 }} />,
            fullWidth(reason),
          ],
        }))}
      />
    </details>
  );
}

function Facts({ reading }: { reading: SheetReading }) {
  const styles = useStyles();
  const t = useWords();
  const words = useWordsOf(sheetsWords);
  const facts =
    reading.definition === null
      ? []
      : [
          words.headerRows(reading.headerRows.map((row) => row + 1).join('、')),
          words.dataRows(reading.dataRows),
          words.confidence(formatShare(reading.confidence, t.language)),
        ];
  return (
    <>
      {facts.length > 0 && <p className={styles.fact}>{facts.join(' · ')}</p>}
      {reading.evidence.length > 0 && (
        <p className={mergeClasses(styles.fact, styles.quiet)}>
          {words.because(reading.evidence.map(fullWidth))}
        </p>
      )}
    </>
  );
}

/** Opens at the question and brings it into sight; whoever came by a button finds the focus on it. */
function useQuestion(question: Question | undefined, sheet: string) {
  const here = question?.sheet === sheet ? question : undefined;
  const [open, setOpen] = useState(here !== undefined);
  const frame = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!here) return;
    const name = here.about === 'column' ? `column-${here.column}` : here.about;
    const asked = frame.current?.querySelector<HTMLElement>(`[data-question="${name}"]`);
    const target = asked ?? frame.current?.querySelector<HTMLElement>('summary');
    target?.scrollIntoView?.({ block: 'center' });
    target?.focus({ preventScroll: true });
  }, [here]);
  return { open, setOpen, frame };
}

interface ReadingProps {
  readonly reading: SheetReading;
  readonly scheme: Scheme;
  readonly question: Question | undefined;
}

function Reading({ reading, scheme, question }: ReadingProps) {
  const styles = useStyles();
  const words = useWordsOf(sheetsWords);
  const { open, setOpen, frame } = useQuestion(question, reading.sheet);
  const used = reading.definition !== null;
  return (
    <details
      ref={frame}
      className={styles.sheet}
      data-sheet={reading.sheet}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <span className={styles.name}>{reading.sheet}</span>
        {(!used || reading.label !== reading.sheet || reading.answer) && (
          <span className={styles.label}>
            {used ? reading.label : words.ignored}
            {reading.answer && (
              <Badge className={styles.badge} appearance="tint" color="brand">
                {words.chosen}
              </Badge>
            )}
          </span>
        )}
      </summary>
      {/* Hundreds of sheets may be listed; what is closed costs nothing. */}
      {open && (
        <div className={styles.body}>
          <Facts reading={reading} />
          <SheetChoices reading={reading} scheme={scheme} />
          <ColumnChoices reading={reading} scheme={scheme} />
          <Skipped reading={reading} />
        </div>
      )}
    </details>
  );
}

/** What each sheet was taken for, which column was read as what, and which rows were passed over; all can be corrected. */
export default function Sheets({ question }: { question?: Question }) {
  const words = useWordsOf(sheetsWords);
  const evaluation = usePane((state) => state.evaluation);
  const readings = evaluation?.readings ?? [];
  return (
    <Page title={words.title} intro={readings.length === 0 ? words.empty : words.intro}>
      <div>
        {evaluation &&
          readings.map((reading) => (
            <Reading key={reading.sheet} reading={reading} scheme={evaluation.scheme} question={question} />
          ))}
      </div>
    </Page>
  );
}
