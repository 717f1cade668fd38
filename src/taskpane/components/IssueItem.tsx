import { memo, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Issue } from '../../model';
import { fullWidth } from '../../locales/punctuation';
import { usePane, useWords } from '../state/context';
import { receivedText } from '../state/rulings';
import { CellLink } from './CellLink';
import { QuestionLink } from './QuestionLink';
import { RulingLink } from './RulingLink';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles({
  item: {
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 72px',
  },
  body: { display: 'flex', gap: '8px' },
  text: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  message: { margin: 0 },
  details: {
    margin: '2px 0 0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Props {
  readonly issue: Issue;
  /** Stands above the first issue of a group. */
  readonly heading?: ReactNode;
}

/** One issue: how grave, what is wrong, what was expected, and the way to the cell. */
export const IssueItem = memo(function IssueItem({ issue, heading }: Props) {
  const styles = useStyles();
  const t = useWords();
  const received = usePane(({ evaluation }) => receivedText(issue, evaluation));
  const found = [
    received === null ? null : t.issues.received(received),
    issue.expected === null ? null : t.issues.expected(fullWidth(issue.expected)),
  ].filter((part) => part !== null);
  return (
    <li className={styles.item} data-code={issue.code} data-severity={issue.severity}>
      {heading}
      <div className={styles.body}>
        <SeverityIcon severity={issue.severity} />
        <div className={styles.text}>
          <p className={styles.message}>{fullWidth(issue.message)}</p>
          {found.length > 0 && <p className={styles.details}>{found.join(' · ')}</p>}
          <div className={styles.foot}>
            {issue.cell && <CellLink cell={issue.cell} />}
            {issue.clause !== null && <span>{issue.clause}</span>}
            <QuestionLink issue={issue} />
            {issue.code === 'needs-confirmation' && <RulingLink issue={issue} />}
          </div>
        </div>
      </div>
    </li>
  );
});
