import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { TableLook } from '../../app/schemesDesk';
import { rulesWords } from '../../locales/pages/rules';
import { tableWords } from '../../locales/pages/table';
import { type Issue, periodTitle } from '../../model';
import { IssueItem } from '../components/IssueItem';
import { Page } from '../components/Page';
import { PendingRules } from '../components/PendingRules';
import { ResultTables } from '../components/ResultTables';
import { SectionHeading } from '../components/SectionHeading';
import { usePane, useWordsOf } from '../state/context';
import { type TableWork, useTableWork } from './useTableWork';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  // Stands there empty, so that it is heard when it speaks; it takes no room until then.
  said: { margin: 0, overflowWrap: 'anywhere', ':empty': { marginBottom: '-12px' } },
  rules: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  bad: { margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  effects: { margin: 0, paddingInlineStart: '18px', overflowWrap: 'anywhere' },
});

/** What a scheme over a table makes of the workbook: its results, what is wrong, its rules, and the way to its sheets. */
export default function TableResults({ id }: { id: string }) {
  const styles = useStyles();
  const words = useWordsOf(tableWords);
  const work = useTableWork(id, words);
  const { look, busy, said } = work;
  return (
    <Page back title={look?.outcome.scheme.title ?? words.title}>
      <p aria-live="polite" className={styles.said}>
        {said}
      </p>
      {look ? <Found look={look} work={work} /> : busy && <Spinner size="small" label={words.reading} />}
    </Page>
  );
}

function Found({ look: { outcome, pending }, work }: { look: TableLook; work: TableWork }) {
  const styles = useStyles();
  const words = useWordsOf(tableWords);
  const { scheme, period, standing, issues, tables, known, unknown } = outcome;
  const facts = [words.version(scheme.version), ...(period === null ? [] : [periodTitle(period)])];
  return (
    <>
      <p className={styles.quiet}>{facts.join(' · ')}</p>
      {standing.isInvalid ? (
        <p role="alert" className={styles.bad}>
          {words.invalid}
        </p>
      ) : (
        <p className={styles.text}>{words.known(known, unknown)}</p>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={work.busy || known === 0} onClick={work.fill}>
          {words.fill}
        </Button>
        <Button disabledFocusable={work.busy} onClick={work.compute}>
          {words.compute}
        </Button>
      </div>
      {pending && <Pending key={pending.changes.join()} pending={pending} work={work} />}
      <Wrong issues={issues} />
      <ResultTables tables={tables} />
      <RulesOf look={outcome} work={work} />
    </>
  );
}

function Pending({ pending, work }: { pending: NonNullable<TableLook['pending']>; work: TableWork }) {
  const styles = useStyles();
  const words = useWordsOf(tableWords);
  const { version, changes, effects } = pending;
  return (
    <PendingRules
      version={version}
      changes={changes}
      affected={effects.length === 0 ? words.noEffect : words.affected(effects.length)}
      busy={work.busy}
      onTakeOver={work.takeRulesOver}
    >
      {effects.length > 0 ? (
        <ul className={styles.effects}>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      ) : undefined}
    </PendingRules>
  );
}

function Wrong({ issues }: { issues: readonly Issue[] }) {
  const styles = useStyles();
  const words = useWordsOf(tableWords);
  if (issues.length === 0) return null;
  return (
    <section aria-labelledby="table-issues-title">
      <SectionHeading id="table-issues-title" title={words.issues} count={String(issues.length)} />
      <ul role="list" className={styles.list} aria-labelledby="table-issues-title">
        {issues.map((issue, index) => (
          <IssueItem key={index} issue={issue} />
        ))}
      </ul>
    </section>
  );
}

/** The rules that it goes by, and their sheet. */
function RulesOf({ look: { standing }, work }: { look: TableLook['outcome']; work: TableWork }) {
  const styles = useStyles();
  const words = useWordsOf(rulesWords);
  const jump = usePane((state) => state.jump);
  const { sheet, source } = standing;
  return (
    <section aria-labelledby="table-rules-title">
      <SectionHeading id="table-rules-title" title={words.title} />
      <p className={styles.rules}>{words.sources[source]}</p>
      <div className={styles.buttons}>
        {sheet === null ? (
          <Button disabledFocusable={work.busy} onClick={work.writeRules}>
            {words.write}
          </Button>
        ) : (
          <Button onClick={() => void jump({ sheet, row: 0, column: 0 })}>{words.goTo}</Button>
        )}
        {source === 'workbook' && (
          <Button disabledFocusable={work.busy} onClick={work.giveRulesUp}>
            {words.giveUp}
          </Button>
        )}
      </div>
    </section>
  );
}
