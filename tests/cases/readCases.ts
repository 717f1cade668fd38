import Fraction from 'fraction.js';
import type {
  Assessment,
  Measure,
  RegisterEntry,
  RulingValue,
  Scheme,
  Section,
  Visit,
} from '../../src/model';

/** A line of a case file that says what must come out. `settings` are the rulings in brackets. */
export interface Expectation {
  readonly line: number;
  readonly subject: string;
  readonly post: string | null;
  readonly quantity: string;
  /** As written; `null` where 没有 stands. */
  readonly value: string | null;
  readonly settings: Readonly<Record<string, RulingValue>>;
}

/** One example of a case file: its persons, and what must come out. */
export interface Case {
  readonly title: string;
  readonly assessments: readonly Assessment[];
  readonly expectations: readonly Expectation[];
  /** Person's name → retail customers of their area, where one is given. */
  readonly areas: ReadonlyMap<string, number>;
}

interface Person {
  readonly department: string;
  readonly name: string;
  readonly post: string;
  readonly visits: Visit[];
  readonly measures: Map<string, Measure>;
  readonly register: RegisterEntry[];
  customers: number | null;
}

const CELL = { sheet: '案例', row: 0, column: 0 };

/** Reads a case file; how it is written stands in tests/cases/说明.txt. Throws with the line that is not understood. */
export function readCases(text: string, scheme: Scheme): readonly Case[] {
  const cases: { title: string; persons: Person[]; expectations: Expectation[] }[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const [, word = '', rest = ''] = /^([^::]+)[::]\s*(.*)$/.exec(line) ?? [];
    try {
      if (word === '例') cases.push({ title: rest, persons: [], expectations: [] });
      else readLine(word, rest, index + 1, cases.at(-1)!, scheme);
    } catch (error) {
      throw new Error(`第 ${index + 1} 行看不懂:${line}(${error instanceof Error ? error.message : ''})`);
    }
  });
  return cases.map(({ title, persons, expectations }) => ({
    title,
    expectations,
    assessments: persons.map((person, id) => assessmentOf(person, id, scheme)),
    areas: new Map(
      persons.flatMap(({ name, customers }) => (customers === null ? [] : [[name, customers] as const])),
    ),
  }));
}

function readLine(
  word: string,
  rest: string,
  line: number,
  current: { persons: Person[]; expectations: Expectation[] },
  scheme: Scheme,
): void {
  const person = current.persons.at(-1);
  if (word === '人员') current.persons.push(personOf(rest, scheme));
  else if (word === '得出') current.expectations.push(expectationOf(rest, line));
  else if (!person) throw new Error('前面还没有写人员');
  else if (word === '片区') person.customers = Number(/^(\d+)\s*户$/.exec(rest)?.[1] ?? refuse(rest));
  else if (word === '户') person.visits.push(visitOf(rest, person.visits.length));
  else if (/^其余\d+户$/.test(word)) {
    const more = Number(word.slice(2, -1));
    for (let n = 0; n < more; n += 1) person.visits.push(visitOf(rest, person.visits.length));
  } else if (word === '数据') items(rest).forEach((item) => addMeasure(person, item, scheme));
  else if (word === '投诉') items(rest).forEach((item) => addEntries(person, item, scheme));
  else throw new Error(`不认识“${word}”`);
}

function refuse(text: string): never {
  throw new Error(`“${text}”应写成:203 户`);
}

function items(text: string): readonly string[] {
  return text.split(/[、;;]/).flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}

function pair(item: string): [string, string] {
  const at = item.lastIndexOf(' ');
  if (at < 0) throw new Error(`“${item}”缺少数值`);
  return [item.slice(0, at).trim(), item.slice(at + 1)];
}

function personOf(text: string, scheme: Scheme): Person {
  const [name = '', postName = '', department = '示例所'] = text.split(/\s+/);
  const post = scheme.posts.find((each) => each.name === postName);
  if (!post) throw new Error(`没有岗位“${postName}”`);
  return { department, name, post: post.id, visits: [], measures: new Map(), register: [], customers: null };
}

function visitOf(text: string, index: number): Visit {
  const findings = items(text === '无' ? '' : text).map((item) => {
    const [indicator, points] = pair(item);
    return { indicator, hundredths: Math.round(Number(points) * 100), cell: CELL, note: null };
  });
  return { household: `第${index + 1}户`, licence: '', cell: CELL, date: null, findings };
}

function addMeasure(person: Person, item: string, scheme: Scheme): void {
  const [name, text] = pair(item);
  const used = usedFields(scheme, person.post);
  const field = scheme.fields.find((each) => each.name === name && used.has(each.id));
  if (!field) throw new Error(`没有数据项“${name}”`);
  const state = Object.entries(field.states ?? {}).find(([, words]) => words.includes(text))?.[0];
  const value = field.type === 'flag' ? state === 'true' : field.type === 'state' ? state : number(text);
  if (value === undefined) throw new Error(`“${name}”没有“${text}”这种情况`);
  const scaled = field.type === 'score' && value instanceof Fraction ? value.div(100) : value;
  person.measures.set(field.id, { field: field.id, value: scaled, cell: CELL });
}

/** Ids that stand anywhere in the indicators of a post: some field names belong to two fields. */
function usedFields(scheme: Scheme, post: string): ReadonlySet<string> {
  const own = scheme.indicators.filter(({ posts }) => posts.includes(post));
  return new Set([...JSON.stringify(own).matchAll(/"(\w+)"/g)].map((match) => match[1] ?? ''));
}

function number(text: string): Fraction {
  const plain = text.replaceAll(',', '');
  if (plain.endsWith('%')) return new Fraction(plain.slice(0, -1)).div(100);
  if (plain.endsWith('‰')) return new Fraction(plain.slice(0, -1)).div(1000);
  return new Fraction(plain);
}

function addEntries(person: Person, item: string, scheme: Scheme): void {
  const [word, count] = pair(item);
  const states = scheme.fields.flatMap((field) => Object.entries(field.states ?? {}));
  const state = states.find(([, words]) => words.includes(word))?.[0];
  if (state === undefined) throw new Error(`没有“${word}”这种投诉结论`);
  for (let n = 0; n < Number(count); n += 1) {
    person.register.push({ cell: CELL, state, date: null, summary: word });
  }
}

/** `李明 标准服务 = 13 (householdAveraging=capOfMean)`; a post may stand between name and quantity. */
function expectationOf(text: string, line: number): Expectation {
  const [, left = '', right = '', bracket = ''] =
    /^(.+?)\s*=\s*([^((]+?)\s*(?:[((](.*)[))])?$/.exec(text) ?? [];
  const words = left.split(/\s+/);
  const settings = bracket.split(/[,,]/).flatMap((entry) => {
    const [key = '', value] = entry.split('=').map((part) => part.trim());
    return value === undefined ? [] : [[key, value] as const];
  });
  if (words.length < 2 || right === '') throw new Error('应写成:名字 项目 = 数值');
  return {
    line,
    subject: words[0]!,
    post: words.length > 2 ? words[1]! : null,
    quantity: words.at(-1)!,
    value: right === '没有' ? null : right,
    settings: Object.fromEntries(settings),
  };
}

function assessmentOf(person: Person, id: number, scheme: Scheme): Assessment {
  const { department, name, post, visits, measures, register } = person;
  const isMissing = (section: Section): boolean =>
    section.grain === 'person' && !hasMeasures(section, person, scheme);
  return {
    assessee: { id, department, name, post, cell: CELL },
    visits,
    measures,
    register,
    missing: new Set(scheme.sections.filter(isMissing).map((section) => section.id)),
    blocked: new Set(),
    unresolved: false,
  };
}

function hasMeasures(section: Section, person: Person, scheme: Scheme): boolean {
  const own = scheme.indicators.filter(
    (indicator) => indicator.section === section.id && indicator.posts.includes(person.post),
  );
  const text = JSON.stringify(own);
  return [...person.measures.keys()].some((field) => text.includes(`"${field}"`));
}
