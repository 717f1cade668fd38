import { periodOfText, periodText, votePeriodOfDays } from '../checks/period';
import { type Issue, makeIssue, type Period, PERIOD_EXAMPLES, PERIOD_WORDS, type PeriodUnit } from '../model';
import type { Entries } from '../workbook/read/read';
import type { Recognition } from '../workbook/recognise/recognise';
import { countDays, countFindingDays } from './days';

/** The period that is asked for, else the one that most dates or a title tell; `null` with an issue where none does. */
export function decidePeriod(
  entries: Entries,
  recognition: Recognition,
  unit: PeriodUnit,
  given: string | undefined,
): { period: Period | null; issues: Issue[] } {
  if (given !== undefined) return { period: given, issues: [] };
  const { visits, findings } = entries;
  const days = visits.length > 0 ? countDays(visits) : countFindingDays(findings);
  const vote = votePeriodOfDays(days, unit);
  if (vote.kind === 'period') return { period: vote.period, issues: [] };
  if (vote.kind === 'none') {
    for (const layout of recognition.layouts) {
      const named = periodOfText(layout.meta.get('period')?.text ?? '', unit);
      if (named !== null) return { period: named, issues: [] };
    }
    if (visits.length + findings.length === 0) return { period: null, issues: [] };
  }
  const found = vote.kind === 'tie' ? vote.periods.map(periodText).join('和') : '没有任何带年份的日期';
  const issue = makeIssue('period-ambiguous', {
    clause: null,
    received: found,
    expected: `一个${PERIOD_WORDS[unit]},例如 ${PERIOD_EXAMPLES[unit]}`,
    message: `看不出是哪个${PERIOD_WORDS[unit]}:${vote.kind === 'tie' ? `${found}的走访一样多` : found}。请选定测评期间后再计算。`,
  });
  return { period: null, issues: [issue] };
}
