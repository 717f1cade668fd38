import type { Scheme } from '../../src/model';
import type { NewSheet } from '../../src/workbook/host';
import { type TemplateRow, templateSheet } from '../../tests/fixtures/templateSheet';
import { dice, personName } from '../city';

const FIRST_DAY = 39_448;

/** Households that one person visits, by post: rulebook §5 has 7 to 14. */
const HOUSEHOLDS = { CM: 10, MS: 12, DL: 8 } as const;
const POSTS = ['CM', 'MS', 'DL'] as const;
type Post = (typeof POSTS)[number];

/** Persons of one department in one post. */
const MEMBERS = 6;

const figure = (roll: () => number, from: number, to: number): number =>
  Math.round((from + roll() * (to - from)) * 10) / 10;

const FIGURES: Readonly<Record<Post, (roll: () => number) => TemplateRow>> = {
  CM: (roll) => ({
    grossMargin: `${figure(roll, 8, 13)}%`,
    closingStock: 4000 + Math.floor(roll() * 2000),
    periodSales: 10_000,
    socialStockRatio: 0.5,
    formatMismatches: Math.floor(roll() * 3),
    targetShops: 100,
    stockingShops: 60 + Math.floor(roll() * 40),
    cityShops: 120,
    cityGuided: 50 + Math.floor(roll() * 70),
    awarenessAsked: 20,
    awarenessKnown: 15 + Math.floor(roll() * 6),
  }),
  MS: (roll) => ({
    marketShare: `${figure(roll, 96, 100)}%`,
    legalPurchase: `${figure(roll, 96, 100)}%`,
    licensedRate: `${figure(roll, 96, 100)}%`,
    inspectedShops: 20,
    violatingShops: Math.floor(roll() * 3),
    mispricedShops: Math.floor(roll() * 4),
  }),
  DL: (roll) => ({
    deliveriesChecked: 60,
    deliveriesOnTime: 56 + Math.floor(roll() * 5),
    securityLapses: roll() < 0.1 ? 1 : 0,
    safetyViolation: '否',
    accident: '否',
    routePlan: '未到期',
    goodsDelivered: 125_000,
    goodsBroken: Math.floor(roll() * 40),
  }),
};

interface Member {
  readonly post: Post;
  readonly department: string;
  readonly name: string;
}

/**
 * The workbook of one city's half-year: `households` visited by each of the three posts, one matrix a post, with
 * roster, figures, complaints and 满意度. `seed` makes it different from the next city's; the same seed, the same
 * workbook. Departments are called the same in every city, as they are in life.
 */
export function cityBook(scheme: Scheme, households: number, seed: number): readonly NewSheet[] {
  const roll = dice(seed);
  const members = POSTS.flatMap((post) => membersOf(post, households, seed));
  const postName = (post: Post): string => scheme.posts.find(({ id }) => id === post)!.name;
  const person = ({ post, department, name }: Member): TemplateRow => ({
    department,
    name,
    post: postName(post),
  });
  return [
    templateSheet(
      scheme,
      'roster',
      members.map((each, at) => ({ ...person(each), area: `片区${at + 1}`, areaCustomers: 160 })),
    ),
    ...POSTS.map((post) =>
      templateSheet(scheme, `matrix-${post}`, visits(scheme, members, post, households, roll)),
    ),
    ...POSTS.map((post) =>
      templateSheet(
        scheme,
        `enhanced-${post}`,
        members
          .filter((each) => each.post === post)
          .map(({ department, name }) => ({ department, name, ...FIGURES[post](roll) })),
      ),
    ),
    templateSheet(
      scheme,
      'complaints',
      members
        .filter((_, at) => at % 12 === 0)
        .map((each) => ({
          ...person(each),
          receivedDate: FIRST_DAY + Math.floor(roll() * 180),
          household: '某商店',
          complaint: '送货不及时',
          verdict: roll() < 0.6 ? '有理' : '无理',
        })),
    ),
    templateSheet(
      scheme,
      'satisfaction',
      members.map((each) => ({ ...person(each), satisfaction: figure(roll, 85, 99) })),
    ),
  ];
}

function membersOf(post: Post, households: number, seed: number): Member[] {
  return Array.from({ length: Math.ceil(households / HOUSEHOLDS[post]) }, (_, at) => ({
    post,
    department: `第${Math.floor(at / MEMBERS) + 1}营销部`,
    name: personName(seed * 7 + POSTS.indexOf(post) * 200 + at),
  }));
}

function visits(
  scheme: Scheme,
  members: readonly Member[],
  post: Post,
  households: number,
  roll: () => number,
): TemplateRow[] {
  const own = members.filter((each) => each.post === post);
  const rules = scheme.indicators.flatMap((each) =>
    each.kind === 'perFinding' && each.posts.includes(post) ? [each] : [],
  );
  return Array.from({ length: households }, (_, at): TemplateRow => {
    const { department, name } = own[Math.floor(at / HOUSEHOLDS[post])]!;
    const findings = rules.map(
      ({ id, points }) => [id, roll() < 0.06 && id !== 'DL-S04b' ? points : ''] as const,
    );
    return {
      department,
      name,
      household: `便民商店${at + 1}`,
      licence: String(640_100_000_000 + at * 7),
      date: FIRST_DAY + Math.floor(roll() * 180),
      ...Object.fromEntries(findings),
    };
  });
}
