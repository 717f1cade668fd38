import { figure } from '../../app/explain/figures';
import type { Evaluation } from '../../app/evaluation';
import { gradeOf, periodTitle, type PersonScore, published } from '../../model';
import type { PrintedSheet } from '../../workbook/printed';
import { LINE_HEIGHT, PageDraft } from '../bulletin/page';
import { fieldName } from '../fieldName';
import { lostPoints } from './lostPoints';

/** Name of the sheet of slips. */
export const SLIPS = '个人扣分明细单';

/** Wide enough that a clause, the longest title of a rule and a cell of the longest tab take one line each. */
const WIDTHS = [20, 32, 18, 8, 30, 27];

/**
 * Points for rows on a landscape A4 page. 508 stand between its margins; columns of these widths (宋体 11) are printed at
 * nine tenths and a little, so that some 549 go in. A few are left for what a printer takes for itself.
 */
const PAGE = 535;
/** Lines above the table of a first page (the title is as high as two) and of a next one, the header among them. */
const ABOVE = { first: 5, next: 2 };
/** Lines below the table: how it is counted, a blank one, and two to sign. */
const BELOW = 5;

/** The slips of persons, each beginning a page, with room for the signature of the assessed person. */
export function slipSheet(evaluation: Evaluation, persons: readonly PersonScore[]): PrintedSheet {
  const page = new PageDraft(SLIPS, WIDTHS);
  for (const person of persons) {
    page.newPage();
    putSlip(page, evaluation, person);
    page.skip();
  }
  return page.sheet(true);
}

function putSlip(page: PageDraft, evaluation: Evaluation, person: PersonScore): void {
  const { scheme, period } = evaluation;
  const { department, name, post } = person.assessee;
  const postName = scheme.posts.find(({ id }) => id === post)?.name ?? post;
  const whose = `被测评人:${name}  岗位:${postName}  ${fieldName(scheme, 'department')}:${department}  测评期间:${periodTitle(period)}`;
  page.across(SLIPS, 'title');
  page.across(whose, 'meta');
  page.across(scoreText(evaluation, person), 'meta');
  const rows = person.sections.flatMap(({ section, points, maximum }) => {
    const title = scheme.sections.find(({ id }) => id === section)?.title ?? section;
    const reached = points === null ? '没有得出' : `${figure(points)} 分`;
    const lines = lostPoints(person, section, scheme).map((line) => [
      line.clause,
      line.rule,
      line.household,
      Number(line.points),
      line.reason,
      line.place,
    ]);
    return [[title, `应得 ${maximum} 分,实得 ${reached}`, '', '', '', ''], ...lines];
  });
  const room = (above: number): number => PAGE - above * LINE_HEIGHT;
  const pages = page.dealt(rows, room(ABOVE.first), room(ABOVE.next));
  // A page that is signed, or lies apart from the others, has to say whose it is.
  const goOn = (): void => {
    page.newPage();
    page.across(`${whose}(续)`, 'meta');
  };
  pages.forEach((each, index) => {
    if (index > 0) goOn();
    page.table(['依据的条款', '内容', fieldName(scheme, 'household'), '扣几分', '原因', '出处'], each.rows);
  });
  if (pages.at(-1)!.left < BELOW * LINE_HEIGHT) goOn();
  const where = fieldName(scheme, 'household');
  page.paragraph(
    `写明“${where}”的扣分是那一次的扣分,各次合成以后才是本部分的扣分(口径见结果);每次、每部分扣完为止。`,
  );
  page.skip();
  page.across('对以上扣分:□ 无异议  □ 有异议(另附说明)', 'meta');
  page.across(
    '被测评人签字:________________    测评人签字:________________    日期:______年____月____日',
    'meta',
  );
}

function scoreText({ scheme }: Evaluation, person: PersonScore): string {
  if (person.status === 'unscored')
    return `${scheme.words.results.unscored}:资料有错误或不全,改正后才能得出总分。`;
  const { results } = scheme.words;
  const line = person.qualified === true ? results.qualified : results.unqualified;
  const grade = gradeOf(scheme, person.score);
  const verdict = grade === null ? line : `${grade},${line}`;
  const deducted =
    scheme.passLine.deducts === false ? '' : `,考核扣分 ${published(person.deduction) ?? '未定'}`;
  return `本期得分 ${published(person.score) ?? ''}(实得 ${published(person.rawTotal) ?? ''} / 应得 ${person.rawMaximum ?? ''}),名次 ${person.rank ?? ''},${verdict}${deducted}`;
}
