import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../hosts/file';
import { yinchuan2008 } from '../../schemes';
import { evaluate } from '../evaluate';
import type { Rulings } from '../../model';
import { explain, type ExplainedLine } from './explain';
import { explainData, type ExplainedNode } from './explainData';

function explained(sample: string, name: string, rulings: Rulings = {}): readonly ExplainedLine[] {
  const file = path.join(__dirname, `../../../tests/samples/${sample}.xlsx`);
  const { scores, scheme } = evaluate(readWorkbook(readFileSync(file), sample), yinchuan2008(), { rulings });
  return explain(
    scores.persons.find((person) => person.assessee.name === name)!,
    scheme,
  );
}

const texts = (lines: readonly ExplainedLine[], depth: number) =>
  lines.filter((line) => line.depth === depth).map((line) => line.text);

test('the score, its sections and the pass line come first', () => {
  const lines = explained('worked-examples', '李明');
  expect(texts(lines, 0)).toEqual([
    '成绩 68.33:各项合计 82 ÷ 应得 120 × 100【待确认:R1】',
    '达标线 85 分:差 16.67 分,考核扣分 16',
  ]);
  expect(texts(lines, 1)).toEqual([
    '标准服务 13 / 20',
    '提升服务 23 / 50',
    '客户投诉 18 / 20',
    '客户满意度 28 / 30',
  ]);
  expect(lines[1]!.lost).toBe('7');
});

test('households that lost points are told one by one, down to the cell; the others in one line', () => {
  const lines = explained('worked-examples', '李明');
  const finding = lines.find((line) => line.text === 'CM-S05 订单本填写')!;
  expect(finding).toMatchObject({ depth: 4, lost: '1' });
  expect(finding.cells).toHaveLength(1);
  expect(texts(lines, 3)).toContain('示例零售户03:0 / 20,扣完为止');
  expect(texts(lines, 3)).toContain('其余 1 户没有扣分');
});

test('a rate tells what was found, what was wanted, and how the steps were counted', () => {
  const lines = texts(explained('worked-examples', '李明'), 2);
  expect(lines).toContain(
    'CM-U4 目标产品铺货率:上柜户数 199 ÷ 目标客户数 300 = 66.33%,要求不低于 70%;相差 3.67%,每 1% 扣 1 分(只算满的):3 × 1 = 3【待确认:R7】',
  );
  expect(lines.find((line) => line.startsWith('CM-U2'))).toContain(
    '期末库存 5335 ÷ 期间销量 10000 = 0.5335,社会存销比 0.5,相当于标准的 106.7%(应在 80% 到 100% 之间)',
  );
  const purity = texts(explained('worked-examples', '王芳'), 2).find((line) => line.startsWith('MS-U1'));
  expect(purity).toContain('市场占有率 97%、合法渠道进货率 98.5%、持证经营率 96%的平均值 = 97.17%');
  const priced = texts(explained('worked-examples', '王芳'), 2).find((line) => line.startsWith('MS-U3'));
  expect(priced).toContain('(抽查户数 20 - 违价户数 3) ÷ 抽查户数 20 = 85%');
  expect(texts(explained('worked-examples', '李明'), 3)).toContain(
    '城市:城市有效指导户数 91 ÷ 城市户数 200 = 45.5%,要求不低于 50%;相差 4.5%,每 1% 扣 2 分(只算满的):4 × 2 = 8',
  );
});

test('an accident, a register entry and a missing section are told in words', () => {
  expect(texts(explained('worked-examples', '郑凯'), 2)).toContain(
    'DL-U2b 安全事故:发生事故,违反规定,本类计 0 分【待确认:R18】',
  );
  expect(texts(explained('worked-examples', '郑凯'), 3)).toContain('服务不及时(有理)');
  expect(texts(explained('worked-examples', '冯洁'), 1)).toContain('客户满意度(30 分):没有数据,不计入总分');
});

test('each basis and each way of averaging has its own sentence', () => {
  expect(texts(explained('worked-examples', '李明', { totalBasis: 'raw' }), 0)[0]).toContain(
    '成绩 82:各项合计 82 / 120',
  );
  expect(texts(explained('worked-examples', '李明', { householdAveraging: 'capOfMean' }), 2)[0]).toContain(
    '平均每户扣分:34 ÷ 4 = 8.5;20 - 8.5 = 11.5',
  );
  const added = explained('worked-examples', '李明', { householdAveraging: 'cumulative' });
  expect(texts(added, 2)[0]).toContain('各户扣分累计 34 分;20 - 34 = 0(扣完为止)');
  expect(texts(added, 1)[0]).toBe('标准服务 0 / 20,应扣 34 分,扣完为止');
});

test('a rate over the households that takes more than there is says where it stops', () => {
  const lines = explained('worked-examples', '王芳', { policyAwareness: 'perPercent' });
  expect(texts(lines, 1)[0]).toBe('标准服务 0 / 30,应扣 40.4 分,扣完为止');
});

test('a ruling marks an indicator only where it changes what the section comes to', () => {
  const marked = explained('worked-examples', '郑凯').filter(({ text }) => text.includes('待确认:R7'));
  expect(marked.map(({ text }) => text.slice(0, 2))).toEqual(['K2']);
  const item = explained('worked-examples', '郑凯', { accidentZeroes: 'item' });
  expect(texts(item, 2).filter((text) => text.includes('待确认:R7'))).toHaveLength(3);
});

test('who is not scored is told why', () => {
  const lines = explained('list-with-defects', unscoredName());
  expect(lines[0]!.text).toContain('未计分');
});

function unscoredName(): string {
  const file = path.join(__dirname, '../../../tests/samples/list-with-defects.expected.json');
  const { persons } = JSON.parse(readFileSync(file, 'utf8')) as {
    persons: { name: string; status: string }[];
  };
  return persons.find((person) => person.status === 'unscored')!.name;
}

describe('as data', () => {
  function nodes(name: string): readonly ExplainedNode[] {
    const file = path.join(__dirname, '../../../tests/samples/worked-examples.xlsx');
    const { scores, scheme } = evaluate(readWorkbook(readFileSync(file), 'book'), yinchuan2008());
    const all = (list: readonly ExplainedNode[]): readonly ExplainedNode[] =>
      list.flatMap((node) => [node, ...all(node.children)]);
    return all(
      explainData(
        scores.persons.find((person) => person.assessee.name === name)!,
        scheme,
      ),
    );
  }

  test('a section says what it reached and lost, an indicator what it lost, with clause, cells and figures', () => {
    const found = nodes('李明');
    expect(found.find(({ subject }) => subject === 'enhanced')).toMatchObject({ reached: 23, lost: 27 });
    expect(found.find(({ subject }) => subject === 'CM-U1')).toMatchObject({
      kind: 'indicator',
      reached: null,
      lost: 2,
      clause: '第六条(一)(1)',
      cells: ['提升服务-客户经理!C3'],
      toConfirm: ['R7'],
      figures: { rate: 0.087, threshold: 0.1, distance: 0.013, steps: 1, mode: 'whole' },
    });
  });

  test('every household stands there by itself, with its findings', () => {
    const households = nodes('李明').filter(({ kind }) => kind === 'household');
    expect(households.map(({ reached, lost }) => [reached, lost])).toEqual([
      [17, 3],
      [20, 0],
      [0, 26],
      [15, 5],
    ]);
    expect(households[0]!.children.map(({ subject, lost }) => [subject, lost])).toEqual([
      ['CM-S05', 1],
      ['CM-S06', 2],
    ]);
  });
});
