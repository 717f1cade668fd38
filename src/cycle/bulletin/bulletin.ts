import { resultDigest } from '../../app/handin/record';
import { memoryOf } from '../../app/remembered';
import type { Evaluation } from '../../app/evaluation';
import type { CellValue, DepartmentScore, PersonScore, Scheme } from '../../model';
import { gradeOf, periodTitle, published } from '../../model';
import type { PrintedSheet } from '../../workbook/printed';
import { parseSeal, SEAL_ENTRY } from '../../workbook/seal';
import { fieldName } from '../fieldName';
import { type Facts, factsOf } from './facts';
import { type Naming, publishedName } from './naming';
import { PageDraft } from './page';
import { sentences } from './sentences';

/** Characters of the digest that are printed. */
const SHOWN = 16;

/**
 * The bulletin of a half-year as sheets to be printed on A4. Customers' names stand nowhere in it (R33); persons as
 * `naming` says. Each page says from which result its figures are. Throws MemoryError.
 */
export async function bulletinSheets(evaluation: Evaluation, naming: Naming): Promise<PrintedSheet[]> {
  const facts = factsOf(evaluation);
  const origin = await originText(evaluation);
  const pages = [
    departmentPage(evaluation, facts, origin),
    postPage(evaluation, facts, naming, origin),
    rulePage(facts, origin),
  ];
  return pages;
}

async function originText(evaluation: Evaluation): Promise<string> {
  const digest = await resultDigest(evaluation);
  const text = memoryOf(evaluation.snapshot).others.get(SEAL_ENTRY);
  const seal = text === undefined ? null : parseSeal(text);
  const sealed =
    seal === null
      ? '工作簿未封存'
      : `提交凭证校验码 ${seal.code.slice(0, SHOWN)}${seal.result === digest ? '' : '(封存以后结果有变化)'}`;
  const file = evaluation.snapshot.name === null ? '' : `“${evaluation.snapshot.name}”`;
  return `本页数字出自${file}的测评结果,结果摘要 ${digest.slice(0, SHOWN)};${sealed}。`;
}

/** Columns of a table that the scheme has a name for: not every regulation deducts, or ranks, or grades. */
function named<Row>(
  { fields }: Scheme,
  columns: readonly (readonly [field: string, of: (row: Row) => CellValue | null])[],
): { readonly headers: string[]; readonly of: (row: Row) => (CellValue | null)[]; readonly ids: string[] } {
  const own = columns.filter(([id]) => fields.some((field) => field.id === id));
  return {
    headers: own.map(([id]) => fieldName({ fields }, id)),
    of: (row) => own.map(([, value]) => value(row)),
    ids: own.map(([id]) => id),
  };
}

/** Places of the columns that hold whole numbers. */
function wholeOf(ids: readonly string[]): readonly number[] {
  return ids.flatMap((id, index) => (['sumPersons', 'sumRank'].includes(id) ? [index] : []));
}

function result(scheme: Scheme, qualified: boolean | null): string {
  const { results } = scheme.words;
  return qualified === null ? results.unscored : qualified ? results.qualified : results.unqualified;
}

function departmentPage(evaluation: Evaluation, facts: Facts, origin: string): PrintedSheet {
  const { scheme, scores } = evaluation;
  const page = new PageDraft('通报', [22, 10, 14, 8, 12, 14]);
  page.across(`${periodTitle(evaluation.period)}测评通报`, 'title');
  page.skip();
  for (const line of sentences(evaluation, facts)) page.paragraph(line);
  page.skip();
  const columns = named<DepartmentScore>(scheme, [
    ['department', ({ name }) => name],
    ['sumPersons', ({ persons }) => persons],
    ['sumMean', ({ score }) => published(score)],
    ['sumGrade', ({ score }) => gradeOf(scheme, score)],
    ['sumRank', ({ rank }) => rank],
    ['sumQualified', ({ qualified }) => result(scheme, qualified)],
    ['sumHeadDeduction', ({ headDeduction }) => published(headDeduction)],
  ]);
  const departments = [...scores.departments].sort(
    (one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity),
  );
  const table = page.table(columns.headers, departments.map(columns.of), wholeOf(columns.ids));
  const title = `各${fieldName(scheme, 'department')}${fieldName(scheme, 'sumMean')}`;
  page.chart({ title, kind: 'bar' }, table, { categories: 0, values: columns.ids.indexOf('sumMean') });
  page.skip();
  page.paragraph(origin);
  return page.sheet(false);
}

function postPage(evaluation: Evaluation, facts: Facts, naming: Naming, origin: string): PrintedSheet {
  const { scheme } = evaluation;
  const page = new PageDraft('岗位与扣分', [18, 12, 12, 12, 12, 12, 14]);
  page.across('各岗位成绩', 'title');
  const posts = page.table(
    ['岗位成绩', '人次', '已计分', '平均', '最高', '最低', '低于达标线'],
    facts.posts.map(({ name, persons, scored, mean, highest, lowest, below }) => [
      name,
      persons,
      scored,
      mean,
      highest,
      lowest,
      below,
    ]),
    [1, 2, 6],
  );
  page.chart({ title: '各岗位平均得分', kind: 'column' }, posts, { categories: 0, values: 3 });
  page.skip();
  const deducted = scheme.passLine.deducts === false ? '' : `和${scheme.passLine.clause}的扣分`;
  page.across(`低于达标线(${facts.line} 分)${deducted}`, 'title');
  if (facts.below.length === 0) page.paragraph('没有。');
  else if (naming === 'departments') byDepartment(page, evaluation, facts);
  else persons(page, scheme, facts.below, naming);
  page.skip();
  page.paragraph(origin);
  return page.sheet(false);
}

function persons(page: PageDraft, scheme: Scheme, below: readonly PersonScore[], naming: Naming): void {
  const columns = named<PersonScore>(scheme, [
    ['department', ({ assessee }) => assessee.department],
    ['name', ({ assessee }) => publishedName(assessee.name, naming)],
    ['post', ({ assessee }) => scheme.posts.find(({ id }) => id === assessee.post)?.name ?? ''],
    ['sumScore', ({ score }) => published(score)],
    ['sumGrade', ({ score }) => gradeOf(scheme, score)],
    ['sumRank', ({ rank }) => rank],
    ['sumQualified', ({ qualified }) => result(scheme, qualified)],
    ['sumDeduction', ({ deduction }) => published(deduction)],
  ]);
  page.table(columns.headers, below.map(columns.of), wholeOf(columns.ids));
}

function byDepartment(page: PageDraft, { scheme, scores }: Evaluation, facts: Facts): void {
  const rows = scores.departments
    .map(({ name }) => {
      const own = facts.below.filter(({ assessee }) => assessee.department === name);
      const sum = own.reduce((total, { deduction }) => total + (published(deduction) ?? 0), 0);
      return [name, own.length, sum];
    })
    .filter(([, count]) => count !== 0);
  const sums = scheme.passLine.deducts === false ? [] : ['考核扣分合计'];
  const shown = rows.map((row) => row.slice(0, 2 + sums.length));
  page.table([fieldName(scheme, 'department'), '人次', ...sums], shown, [1]);
}

function rulePage(facts: Facts, origin: string): PrintedSheet {
  const page = new PageDraft('扣分最多的条款', [12, 34, 26, 10, 8, 8]);
  page.across('扣分最多的条款', 'title');
  const table = page.table(
    ['条款编号', '内容', '依据', '共扣分', '扣分处数', '人次'],
    facts.rules.map(({ id, title, clause, points, places, persons: count }) => [
      id,
      title,
      clause,
      points,
      places,
      count,
    ]),
    [4, 5],
  );
  page.chart({ title: '各条款共扣的分数', kind: 'bar' }, table, { categories: 1, values: 3 });
  page.skip();
  page.paragraph(origin);
  return page.sheet(false);
}
