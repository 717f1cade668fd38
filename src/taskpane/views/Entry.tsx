import { useMemo } from 'react';
import { entryWords } from '../../locales/pages/entry';
import { fullWidth } from '../../locales/punctuation';
import { Page } from '../components/Page';
import { usePane, useServices, useWordsOf } from '../state/context';
import { EntryFields } from './entry/EntryFields';

/** 快速登记: the visit at hand, written into the staff's own sheet. */
export default function Entry() {
  const words = useWordsOf(entryWords);
  const { entry } = useServices();
  const evaluation = usePane((state) => state.evaluation);
  const choices = useMemo(() => evaluation && entry.choices(evaluation), [entry, evaluation]);
  const open = evaluation && choices && choices.targets.length > 0;
  return (
    <Page back title={words.title} intro={open ? words.intro : words.noSheet}>
      {open && <EntryFields choices={choices} scheme={evaluation.scheme} />}
      {choices && choices.closed.length > 0 && (
        <details>
          <summary>{words.closed}</summary>
          <ul>
            {choices.closed.map(({ sheet, reason }) => (
              <li key={sheet}>
                {sheet}：{fullWidth(reason)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}
