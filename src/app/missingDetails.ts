import { type Issue, makeIssue, type Scheme } from '../model';
import type { Entries } from '../workbook/read/read';
import type { Recognition } from '../workbook/recognise/recognise';
import type { Snapshot } from '../workbook/snapshot';
import { type Assessed, DETAIL_KINDS } from './assess';
import type { CheckNotRun } from './evaluation';

/** That no sheet of details is there, or none that has a row: there is nothing to score. */
export function missingDetails(snapshot: Snapshot, recognition: Recognition, entries: Entries): Issue[] {
  const names = recognition.vocabulary.scheme.sheets
    .filter((each) => DETAIL_KINDS.has(each.kind))
    .map((each) => each.name);
  const details = recognition.layouts.filter((layout) => DETAIL_KINDS.has(layout.definition.kind));
  const file = snapshot.name === null ? '工作簿' : `“${snapshot.name}”`;
  if (details.length === 0) {
    return [
      makeIssue('sheet-missing', {
        received: snapshot.sheets.map((sheet) => sheet.name).join('、'),
        expected: names.join('、'),
        message: `${file}里没有认出明细表。找的是:${names.join('、')}(按表头认,不看工作表名称)。请核对表头,或用模板新建。`,
      }),
    ];
  }
  if (entries.visits.length > 0 || entries.findings.length > 0) return [];
  if (details.some((layout) => layout.unreadable.size > 0)) return [];
  const sheet = details[0]!.sheet.name;
  return [
    makeIssue('sheet-missing', {
      sheet,
      received: '没有数据行',
      expected: '每户一行的走访记录',
      message: `${file}的工作表“${sheet}”认出了表头,但下面没有一行数据。请填写走访记录后再计算。`,
    }),
  ];
}

/** The checks that only a roster makes possible, where there is none. */
export function rosterChecks(assessed: Assessed, scheme: Scheme): CheckNotRun[] {
  if (assessed.directory.fromRoster) return [];
  const roster = scheme.sheets.find((each) => each.kind === 'roster');
  // A regulation without a roster has no check that needs one.
  if (!roster) return [];
  const reason = `没有“${roster.name}”,人员取自明细表;补上这张表后再校验就会查`;
  const checks: CheckNotRun[] = [
    'unknown-person',
    'role-mismatch',
    'department-mismatch',
    'no-sample',
    'sample-too-small',
  ].map((check) => ({ check, reason }));
  const names = [...new Set(assessed.strangers.map((row) => `${row.who.department} ${row.who.name}`.trim()))];
  if (names.length > 0) {
    checks.push({
      check: 'unknown-person',
      reason: `这些人不在明细表中,他们的数据没有使用:${names.join('、')}`,
    });
  }
  return checks;
}
