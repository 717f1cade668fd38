import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Fraction from 'fraction.js';
import type { DepartmentScore, PersonScore, Scheme, ScoreBook } from '../../src/model';
import { published } from '../../src/model';
import { sampleNeeded } from '../../src/checks/sampleSize';
import { schemeById } from '../../src/schemes';
import { resolveRulings, scoreBook } from '../../src/scoring';
import { readCases, type Case, type Expectation } from './readCases';

const scheme = schemeById('yinchuan-2008')!;

/** What is asked for, to two decimals; a rank is text as well. */
function found(book: ScoreBook, wanted: Expectation): string | null {
  const department = book.departments.find(({ name }) => name === wanted.subject);
  if (department) return ofDepartment(department, wanted.quantity);
  const person = book.persons.find(
    ({ assessee }) => assessee.name === wanted.subject && isPost(assessee.post, wanted),
  );
  if (!person) throw new Error(`没有人员或部(所)“${wanted.subject}”`);
  return ofPerson(person, wanted.quantity, scheme);
}

function ofDepartment(department: DepartmentScore, quantity: string): string | null {
  if (quantity === '名次') return place(department.rank);
  if (quantity === '是否达标') return verdict(department.qualified);
  if (quantity === '平均得分') return decimal(department.score);
  if (quantity === '负责人扣分') return decimal(department.headDeduction);
  if (quantity === '人数') return String(department.persons);
  throw new Error(`部(所)没有项目“${quantity}”`);
}

function isPost(id: string, { post }: Expectation): boolean {
  return post === null || scheme.posts.find((each) => each.id === id)?.name === post;
}

function ofPerson(person: PersonScore, quantity: string, { sections }: Scheme): string | null {
  switch (quantity) {
    case '总得分':
      return decimal(person.rawTotal);
    case '应得分':
      return person.rawMaximum === null ? null : String(person.rawMaximum);
    case '折算百分制':
      return decimal(person.score);
    case '考核扣分':
      return decimal(person.deduction);
    case '名次':
      return place(person.rank);
    case '是否达标':
      return verdict(person.qualified);
  }
  const section = sections.find(({ title }) => title === quantity);
  if (section) return decimal(person.sections.find((each) => each.section === section.id)?.points ?? null);
  const step = person.sections
    .flatMap((each) => each.step.children)
    .find(({ subject }) => subject === quantity);
  if (!step) throw new Error(`没有项目“${quantity}”`);
  return decimal(step.value);
}

function place(rank: number | null): string | null {
  return rank === null ? null : String(rank);
}

function verdict(qualified: boolean | null): string | null {
  const { results } = scheme.words;
  return qualified === null ? null : qualified ? results.qualified : results.unqualified;
}

/** How many households of an area must be visited. */
function sampleOf(example: Case, { subject }: Expectation): string {
  const customers = example.areas.get(subject);
  if (customers === undefined) throw new Error(`“${subject}”没有写片区`);
  return String(sampleNeeded(scheme.sampling, customers));
}

function decimal(value: Fraction | null): string | null {
  return value === null ? null : String(published(value));
}

/** `84.80` and `84.8` are the same figure; a word stays what it is. */
function plain(value: string): string {
  return Number.isNaN(Number(value)) ? value : String(Number(value));
}

function bookOf(example: Case, settings: Expectation['settings']): ScoreBook {
  return scoreBook(scheme, resolveRulings(scheme, settings), example.assessments, new Set());
}

function casesOf(file: string): readonly Case[] {
  return readCases(readFileSync(join(__dirname, file), 'utf8'), scheme);
}

const files = readdirSync(__dirname).filter((name) => name.endsWith('.txt') && name !== '说明.txt');

describe.each(files)('%s', (file) => {
  test.each(casesOf(file))('$title', (example) => {
    expect(example.expectations.length).toBeGreaterThan(0);
    for (const wanted of example.expectations) {
      const value =
        wanted.quantity === '应抽户数'
          ? sampleOf(example, wanted)
          : found(bookOf(example, wanted.settings), wanted);
      const expected = wanted.value === null ? null : plain(wanted.value);
      expect(`第 ${wanted.line} 行:${value}`).toBe(`第 ${wanted.line} 行:${expected}`);
    }
  });
});

test('every ruling has a case for every value', () => {
  const tried = files.flatMap(casesOf).flatMap(({ expectations }) => expectations);
  const missing = scheme.rulings.flatMap(({ key, default: usual, values }) =>
    (values ?? [])
      .filter(({ value }) =>
        tried.every(({ settings }) =>
          settings[key] === undefined ? value !== usual : String(value) !== String(settings[key]),
        ),
      )
      .map(({ value }) => `${key}=${String(value)}`),
  );
  expect(missing).toEqual([]);
});
