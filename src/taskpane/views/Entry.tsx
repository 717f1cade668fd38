import { useMemo } from 'react';
import type { EntryChoices } from '../../app/entry/desk';
import { entryWords } from '../../locales/pages/entry';
import { fullWidth } from '../../locales/punctuation';
import { Page } from '../components/Page';
import { usePane, useServices, useWordsOf } from '../state/context';
import { EntryFields } from './entry/EntryFields';

/** Sheets that are closed for one reason stand together: of cards there are many. */
function byReason(closed: EntryChoices['closed']): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>();
  for (const { sheet, reason } of closed) {
    const sheets = reasons.get(reason);
    if (sheets) sheets.push(sheet);
    else reasons.set(reason, [sheet]);
  }
  return reasons;
}

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
        // Where nothing can be entered, the reason is all that there is to read.
        <details open={!open}>
          <summary>{words.closed}</summary>
          <ul>
            {[...byReason(choices.closed)].map(([reason, sheets]) => (
              <li key={reason}>
                {sheets.join('、')}：{fullWidth(reason)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}
