import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Fraction from 'fraction.js';
import type { Assessment, RulingValue, ScoreBook, Step } from '../../src/model';
import { yinchuan2008 } from '../../src/schemes';
import { resolveRulings, scoreBook } from '../../src/scoring';
import { readCases } from '../cases/readCases';

/*
 * The whole tree of some worked examples, as text beside this test: every node with its figures, cells and marks.
 * A file that is not there is written by the test, which fails then: read it, and keep it if it is right.
 */

const scheme = yinchuan2008();

function persons(file: string, title: string): readonly Assessment[] {
  const cases = readCases(readFileSync(join(__dirname, '../cases', `${file}.txt`), 'utf8'), scheme);
  return cases.find((each) => each.title === title)!.assessments;
}

function figure(value: Step['data'][string]): string {
  return value instanceof Fraction ? value.toFraction(true) : JSON.stringify(value);
}

function lines(step: Step, depth: number): readonly string[] {
  const data = Object.entries(step.data).map(([key, value]) => `${key} ${figure(value)}`);
  const cells = step.cells.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`);
  const parts = [
    `${step.kind} ${step.subject}`,
    step.value === null ? '—' : step.value.toFraction(true),
    data.join(', '),
    ...(cells.length > 0 ? [`[${cells.join('; ')}]`] : []),
    ...(step.rulings.length > 0 ? [`?${step.rulings.join('?')}`] : []),
  ];
  return [
    '  '.repeat(depth) + parts.join(' | '),
    ...step.children.flatMap((child) => lines(child, depth + 1)),
  ];
}

/** What a person's result says beside the tree. */
const FIGURES = [
  ...(['status', 'households', 'missing', 'rawTotal', 'rawMaximum'] as const),
  ...(['score', 'rank', 'qualified', 'deduction'] as const),
];

/** The same of a department. */
const MEANS = ['name', 'persons', 'score', 'rank', 'qualified', 'headDeduction'] as const;

function textOf({ persons: all, departments }: ScoreBook): string {
  const heads = all.map((person) => [
    `# ${person.assessee.name} ${person.assessee.post}`,
    ...FIGURES.map((key) => `${key}: ${figure(person[key] as Step['data'][string])}`),
    ...person.sections.map(
      (each) => `${each.section} ${each.state} ${figure(each.points)} / ${each.maximum}`,
    ),
    ...lines(person.step, 0),
  ]);
  const means = departments.map((department) => [
    `# ${department.name}`,
    ...MEANS.map((key) => `${key}: ${figure(department[key])}`),
    // What the persons' posts are made of stands above already.
    ...lines(department.step, 0).slice(0, 1),
    ...department.step.children.flatMap((child) => lines(child, 1).slice(0, 1)),
  ]);
  return [...heads, ...means].map((block) => `${block.join('\n')}\n`).join('\n');
}

type Settings = Readonly<Record<string, RulingValue>>;

const EXAMPLES: readonly (readonly [string, string, string, Settings])[] = [
  ['E12', '第十九条-部所与考核扣分', 'E12 示例一所', {}],
  [
    'E12-other-readings',
    '第十九条-部所与考核扣分',
    'E12 示例一所',
    {
      totalBasis: 'hundredMinusDeductions',
      repeatFindings: 'oncePerRule',
      householdAveraging: 'capOfMean',
      percentStep: 'proportional',
      'percentStep.CM-U1': 'started',
      rateRounding: 'twoDecimals',
      stockSalesUnit: 'points',
      policyAwareness: 'perPercent',
      marketPurity: 'minimum',
      breakageStep: 0.001,
      rounding: 'none',
      individualDeduction: 'onlyIfDepartmentBelowLine',
      shortfallDeduction: 'proportional',
    },
  ],
  ['E9', '第六条-送货员', 'E9 违反安全规定并且出现事故', {}],
  ['E9-item', '第六条-送货员', 'E9 违反安全规定并且出现事故', { accidentZeroes: 'item' }],
  [
    'E9-total',
    '第六条-送货员',
    'E9 违反安全规定并且出现事故',
    { accidentZeroes: 'total', householdAveraging: 'cumulative' },
  ],
  ['E11-two-posts', '第三条-总得分与缺项', 'E11 一人两岗', { policyAwareness: 'flat' }],
  ['E11-missing', '第三条-总得分与缺项', 'E11 赵强没有满意度调查', {}],
  ['unscored', '第十九条-部所与考核扣分', '一人未计分,部(所)平均分不公布,按条件扣的个人扣分也不能确定', {}],
  ['zero-findings', '第五条-标准服务', '填 0 就是没有不符', {}],
  ['groups', '第六条-客户经理', '城市、农村各按各的要求,扣分相加', {}],
];

test.each(EXAMPLES)('%s', (name, file, title, settings) => {
  const book = scoreBook(scheme, resolveRulings(scheme, settings), persons(file, title), new Set());
  const path = join(__dirname, 'trees', `${name}.txt`);
  const text = textOf(book);
  if (!existsSync(path)) {
    writeFileSync(path, text);
    throw new Error(`${path} is new: read it, and keep it if it is right`);
  }
  expect(text.split('\n')).toEqual(readFileSync(path, 'utf8').split('\n'));
});
