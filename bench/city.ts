import type { CellValue } from '../src/model';

/** A sheet as a host delivers it: rows of values, blank cells ''. */
export interface SheetValues {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
}

/** Households that one person visits in a half-year (rulebook §5: 7 to 14). */
const HOUSEHOLDS = 10;
/** Persons of one department. */
const MEMBERS = 12;
const FIRST_DAY = 39_448;
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红';

const MATRIX_HEADER = [
  '序号',
  '部(所)',
  '姓名',
  '客户名称',
  '许可证号',
  '检查日期',
  '陈列整洁',
  '条包正面',
  '价签维护',
  '卷烟库存',
  '订单本填写',
  '合理周转数维护',
  '货源告知',
  '新品告知',
  '已告知但目标客户未上柜',
  '新品上柜后一月内价签到位',
  '小票装订',
  '客户信息',
];
/** Points of the twelve rules above. */
const POINTS = [1, 1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 1];

/** Numbers that repeat from run to run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function personName(person: number): string {
  const given = Math.floor(person / SURNAMES.length);
  return (
    SURNAMES[person % SURNAMES.length]! +
    GIVEN[given % GIVEN.length]! +
    GIVEN[Math.floor(given / GIVEN.length) % GIVEN.length]!
  );
}

function departmentName(person: number): string {
  return `第${Math.floor(person / MEMBERS) + 1}营销部`;
}

/**
 * The values of a workbook with `rows` visited households in one matrix of 18 columns, its roster, 提升服务,
 * complaints and 满意度. About one household in two has a finding, a few rows in a thousand a fault. As a file:
 * bench/fill/workbook.cjs.
 */
export function cityValues(rows: number): readonly SheetValues[] {
  const roll = dice(rows);
  const persons = Math.ceil(rows / HOUSEHOLDS);
  const people = Array.from({ length: persons }, (_, id) => [departmentName(id), personName(id)] as const);
  return [
    {
      name: '人员名册',
      values: [
        ['部(所)', '姓名', '岗位', '片区', '片区零售客户数', '是否负责人'],
        ...people.map(([department, name], id) => [department, name, '客户经理', `片区${id + 1}`, 180, '']),
      ],
    },
    { name: '明细测评表-客户经理', values: [MATRIX_HEADER, ...visits(rows, people, roll)] },
    { name: '提升服务-客户经理', values: enhanced(people, roll) },
    {
      name: '客户投诉测评表',
      values: [
        ['受理日期', '客户名称', '被投诉人', '岗位', '部(所)', '投诉内容', '是否有理', '备注'],
        ...people
          .filter((_, id) => id % 20 === 0)
          .map(([department, name]) => [
            FIRST_DAY + Math.floor(roll() * 180),
            '某商店',
            name,
            '客户经理',
            department,
            '送货不及时',
            roll() < 0.6 ? '有理' : '无理',
            '',
          ]),
      ],
    },
    {
      name: '客户满意度',
      values: [
        ['部(所)', '姓名', '岗位', '满意度'],
        ...people.map(([department, name]) => [
          department,
          name,
          '客户经理',
          Math.round((85 + roll() * 14) * 10) / 10,
        ]),
      ],
    },
  ];
}

function visits(
  rows: number,
  people: readonly (readonly [string, string])[],
  roll: () => number,
): readonly CellValue[][] {
  return Array.from({ length: rows }, (_, row) => {
    const [department, name] = people[Math.floor(row / HOUSEHOLDS)]!;
    const licence = roll() < 0.001 ? String(64_000_000 + row) : String(640_100_000_000 + row * 7);
    const findings = POINTS.map((points): CellValue => (roll() < 0.06 ? points : ''));
    return [
      row + 1,
      department,
      name,
      `便民商店${row + 1}`,
      licence,
      FIRST_DAY + Math.floor(roll() * 180),
      ...findings,
    ];
  });
}

function enhanced(
  people: readonly (readonly [string, string])[],
  roll: () => number,
): readonly (readonly CellValue[])[] {
  const header = [
    '部(所)',
    '姓名',
    '毛利率',
    '期末库存',
    '期间销量',
    '社会存销比',
    '业态不符户数',
    '目标客户数',
    '上柜户数',
    '城市户数',
    '城市有效指导户数',
    '农村户数',
    '农村有效指导户数',
    '考核客户数',
    '知晓客户数',
  ];
  const rate = (): number => Math.round((8 + roll() * 5) * 10) / 10;
  const some = (most: number): number => Math.floor(roll() * most);
  return [
    header,
    ...people.map(([department, name]) => [
      department,
      name,
      rate(),
      4000 + some(2000),
      9000 + some(3000),
      0.5,
      some(3),
      100,
      55 + some(45),
      120,
      50 + some(70),
      60,
      20 + some(40),
      20,
      15 + some(6),
    ]),
  ];
}
