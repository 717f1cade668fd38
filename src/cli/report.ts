import type { Evaluation } from '../app/evaluation';
import { cellName, gradeOf, type Issue, published, reportDay, type Scheme, type Severity } from '../model';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };

/** Everything that `check` and `fill` tell people, a text of several lines. */
export function reportText(evaluation: Evaluation): string {
  const lines = [
    ...headLines(evaluation),
    ...readingLines(evaluation),
    ...issueLines(evaluation),
    ...evaluation.notRun.map(({ check, reason }) => `未检查 ${check}:${reason}`),
    summaryLine(evaluation),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line: how many are scored, how many errors and warnings there are. */
export function summaryLine({ scores, counts }: Evaluation): string {
  const scored = scores.persons.filter(({ status }) => status === 'scored').length;
  const unscored = scores.persons.length - scored;
  const people = `已计分 ${scored} 人次${unscored > 0 ? `,未计分 ${unscored} 人次` : ''}`;
  return `${people};错误 ${counts.error} 个,提醒 ${counts.warning} 个,提示 ${counts.info} 个。`;
}

const SOURCES = { workbook: '(工作簿中保存)', option: '(本次指定)', scheme: '', dates: '' };

function headLines(evaluation: Evaluation): string[] {
  const { snapshot, scheme, period, periodSource, rulings, rulingSources } = evaluation;
  const changed = Object.entries(rulings).filter(([key]) => rulingSources[key] !== 'scheme');
  const regulation = `${scheme.title}(${scheme.number},${scheme.version})`;
  return [
    `${snapshot.name ?? '工作簿'}:${regulation},测评期间 ${period ?? '未定'}${SOURCES[periodSource]}`,
    ...reportingLines(scheme, period),
    ...changed.map(
      ([key, value]) => `规定 ${key} = ${String(value)}${SOURCES[rulingSources[key] ?? 'scheme']}`,
    ),
  ];
}

/** By when the results of the period are to be reported, where the scheme says it. */
function reportingLines({ reporting }: Scheme, period: string | null): string[] {
  const day = reporting && period !== null ? reportDay(period, reporting.day) : null;
  return day === null ? [] : [`应于 ${day} 前通报(${reporting!.clause})`];
}

function readingLines({ readings, standing }: Evaluation): string[] {
  return readings.map(({ sheet, label, definition, dataRows }) => {
    if (sheet === standing.sheet) return `工作表“${sheet}”:评分标准,版本 ${standing.scheme.version}`;
    return definition === null ? `工作表“${sheet}”:未使用` : `工作表“${sheet}”:${label},${dataRows} 行数据`;
  });
}

/** Issues by sheet and severity, each with its cell. */
function issueLines({ issues }: Evaluation): string[] {
  const sheets = [...new Set(issues.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => [
    '',
    sheet === null ? '整个工作簿' : `工作表“${sheet}”`,
    ...SEVERITIES.flatMap((severity) =>
      issues.filter((issue) => issue.sheet === sheet && issue.severity === severity).map(issueLine),
    ),
  ]);
}

/** One issue, with its place, clause and code. */
export function issueLine(issue: Issue): string {
  const place = issue.cell ? ` ${cellName(issue.cell.row, issue.cell.column)}` : '';
  const clause = issue.clause ? `(${issue.clause})` : '';
  return `  [${NAMES[issue.severity]}]${place} ${issue.message}${clause} ${issue.code}`;
}

/** The scores, a line a person in a post, then a line a department. */
export function scoreLines({ scores, scheme }: Evaluation): string {
  const shown = (value: number | null): string => (value === null ? '—' : value.toFixed(2));
  const { results } = scheme.words;
  const persons = scores.persons.map((person) => {
    const { assessee, status, score, rank, qualified } = person;
    const post = scheme.posts.find(({ id }) => id === assessee.post)?.name ?? assessee.post;
    const verdict = qualified ? results.qualified : results.unqualified;
    const figures =
      status === 'unscored'
        ? results.unscored
        : `${shown(published(score))}  第 ${rank ?? '—'} 名  ${gradeOf(scheme, score) ?? verdict}`;
    return `  ${assessee.department} ${assessee.name} ${post}  ${figures}`;
  });
  const departments = scores.departments.map(
    ({ name, persons: count, score }) => `  ${name}  ${count} 人  平均 ${shown(published(score))}`,
  );
  return `${[...persons, ...departments].join('\n')}\n`;
}
