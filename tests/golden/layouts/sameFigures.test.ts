import type { CellValue } from '../../../src/model';
import { yinchuan2008 } from '../../../src/schemes';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import { mapTexts, merged } from '../../fixtures/sheetEdits';
import { edited, sample, without, withSheets } from '../../fixtures/workbooks';
import {
  ALL,
  BOOK,
  card,
  dateText,
  findingList,
  LIST,
  POST_NAMES,
  POST_SHEETS,
  rest,
  visitList,
  type VisitOf,
} from './books';

const of = (...posts: readonly string[]): VisitOf[] => ALL.filter((visit) => posts.includes(visit.post));

function sameFigures(book: Snapshot): void {
  const found = difference(plain(BOOK), run(book));
  expect(found).toEqual(NO_DIFFERENCE);
}

describe('the same visits in other layouts', () => {
  const list = withSheets(rest, findingList(ALL), visitList(ALL));
  test('list with visit list', () => sameFigures(list));
  test('list whose 条款 and 问题描述 both name the rule in the first row', () => {
    sameFigures(
      edited(
        list,
        LIST,
        mapTexts(2, 2, (t) => (t === '问题描述' ? '问题' : t)),
      ),
    );
  });
  test('one list a post', () => {
    const lists = POST_NAMES.map((post) => findingList(of(post), `${post}问题`));
    sameFigures(withSheets(rest, ...lists, visitList(ALL)));
  });
  test('merged cells of one household over its findings', () => {
    const sheet = findingList(ALL);
    const values = sheet.values.map((row) => [...row]);
    const areas: { top: number; left: number; bottom: number; right: number }[] = [];
    for (let at = values.length - 1; at > 2; at -= 1) {
      if (values[at]![5] !== values[at - 1]![5] || values[at]![2] !== values[at - 1]![2]) continue;
      let first = at - 1;
      while (
        first > 2 &&
        values[first - 1]![5] === values[at]![5] &&
        values[first - 1]![2] === values[at]![2]
      )
        first -= 1;
      for (let column = 1; column <= 6; column += 1) {
        areas.push({ top: first, left: column, bottom: at, right: column });
        for (let row = first + 1; row <= at; row += 1) values[row]![column] = '';
      }
      at = first;
    }
    expect(areas.length).toBeGreaterThan(10);
    sameFigures(withSheets(rest, merged(...areas)({ ...sheet, values }), visitList(ALL)));
  });
  test('households without a finding in the list too', () => {
    const clean = ALL.filter((v) => v.findings.length === 0).map((v): VisitOf => ({
      ...v,
      findings: [['无', 0]],
    }));
    sameFigures(withSheets(rest, findingList([...ALL, ...clean]), visitList(ALL)));
  });
  test('cards', () => sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at)))));
  test('cards that say how many faults there were', () => {
    const rules = yinchuan2008().indicators.filter((each) => each.kind === 'perFinding');
    const counted = ALL.map((visit, at) => {
      const post = yinchuan2008().posts.find(({ name }) => name === visit.post)!.id;
      const own = rules.filter(({ posts }) => posts.includes(post));
      const counts = (row: readonly CellValue[]): CellValue => {
        const points = own.find(({ title }) => title === row[1])?.points;
        if (points === undefined) return row[4] === '扣分' ? '项数' : row[4]!;
        return typeof row[4] === 'number' ? row[4] / points : row[4]!;
      };
      const sheet = card(visit, at);
      const values = sheet.values.map((row) =>
        row.length > 4 ? [...row.slice(0, 4), counts(row), ...row.slice(5)] : row,
      );
      return { ...sheet, values };
    });
    sameFigures(withSheets(rest, ...counted));
  });
  test('cards whose labels and values stand in cells of their own', () => {
    const meta = (v: VisitOf): CellValue[][] => [
      ['被测评人:', v.name, '岗位:', v.post, '部(所):', v.department],
      ['客户名称:', v.household, '许可证号:', v.licence, '检查日期:', v.date],
    ];
    sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at, meta))));
    const bare = (v: VisitOf): CellValue[][] => [
      ['姓名', v.name, '岗位', v.post, '部(所)', v.department],
      ['客户名称', v.household, '许可证号', v.licence, '检查日期', v.date],
    ];
    sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at, bare))));
  });
  test.each<[string, (v: VisitOf) => CellValue[][]]>([
    [
      'other labels',
      (v) => [
        [`责任人:${v.name} 工种:${v.post} 所属部门:${v.department}`],
        [`店名:${v.household} 客户编码:${v.licence} 走访时间:${dateText(v.date)}`],
      ],
    ],
    [
      'lines to write on, and commas between',
      (v) => [
        [`被测评人:__${v.name}__,岗位:${v.post}__;部(所):_${v.department}`],
        [`客户名称:${v.household}/许可证号:${v.licence},检查日期:${dateText(v.date)}__`],
      ],
    ],
  ])('cards with %s', (_, meta) => sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at, meta)))));
  test('a card with lines that nobody has written on is a blank form', () => {
    const lines = [
      ['被测评人:____  岗位:客户经理  部(所):____'],
      ['客户名称:____  许可证号:____  检查日期:____'],
    ];
    const blank = card({ ...ALL[0]!, findings: [] }, ALL.length, () => lines);
    sameFigures(withSheets(rest, ...ALL.map((v, at) => card(v, at)), blank));
  });
  test('matrix for one post, list for another, cards for the third', () => {
    const cm = sample(BOOK).sheets.find((each) => each.name === POST_SHEETS[0])!;
    const cards = of('送货员').map((v, at) => card(v, at));
    sameFigures(withSheets(rest, cm, findingList(of('专管员')), visitList(of('专管员')), ...cards));
  });
  test('a visit list beside a matrix is a register of it', () => {
    sameFigures(withSheets(sample(BOOK), visitList(ALL)));
  });
  test('without a roster', () => {
    const book = without(list, '人员名册');
    const found = run(book);
    const wanted = run(without(sample(BOOK), '人员名册'));
    expect(difference(wanted, found)).toMatchObject({
      unscored: [],
      changed: [],
      appeared: [],
      vanished: [],
    });
    expect(found.notRun).toContain('unknown-person');
  });
});

describe('list without a visit list', () => {
  const found = difference(plain(BOOK), run(withSheets(rest, findingList(ALL))));
  test('warns once a sheet, at the header', () => {
    expect(found.added.filter((issue) => issue.startsWith('visit-count-inferred'))).toEqual([
      `visit-count-inferred ${LIST}!F2`,
    ]);
    expect(
      found.added.filter((issue) => !/^(visit-count-inferred|no-sample|sample-too-small)/.test(issue)),
    ).toEqual([]);
  });
});
