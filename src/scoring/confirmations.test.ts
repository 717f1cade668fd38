import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from '../../tests/cases/readCases';
import { yinchuan2008 } from '../schemes';
import { confirmations, resolveRulings, scoreBook, scoreChanges } from '.';

const scheme = yinchuan2008();

function persons(file: string, example: number) {
  return readCases(readFileSync(join(__dirname, '../../tests/cases', file), 'utf8'), scheme)[example]!
    .assessments;
}

function touched(file: string, example: number, settings = {}): Record<string, string[]> {
  const found = confirmations(
    scoreBook(scheme, resolveRulings(scheme, settings), persons(file, example), new Set()),
  );
  return Object.fromEntries(found.map(({ ruling, who }) => [ruling, who.map(({ name }) => name)]));
}

test('names whom each open ruling touches', () => {
  expect(touched('第十九条-部所与考核扣分.txt', 0)).toEqual({
    R1: ['李明', '赵强'],
    R7: ['李明', '王芳', '赵强'],
    R15: ['王芳'],
    R16: ['王芳', '孙丽'],
    R20: ['赵强'],
  });
});

test('a deduction that hangs on the department is touched by R30', () => {
  expect(touched('第十九条-部所与考核扣分.txt', 1).R30).toEqual(['钱红']);
});

test('somebody with two posts is one person', () => {
  const rulings = resolveRulings(scheme);
  const found = confirmations(scoreBook(scheme, rulings, persons('第三条-总得分与缺项.txt', 3), new Set()));
  expect(found.find(({ ruling }) => ruling === 'R7')).toMatchObject({ persons: 1, keys: ['percentStep'] });
});

test('both keys of the accident ruling are one question', () => {
  const found = confirmations(
    scoreBook(scheme, resolveRulings(scheme), persons('第六条-送货员.txt', 2), new Set()),
  );
  expect(found.find(({ ruling }) => ruling === 'R18')).toMatchObject({
    keys: ['accidentZeroes', 'accidentNeedsViolation'],
    persons: 1,
  });
});

test('a question is told with its titles and its clause; it touches whose score it would change', () => {
  const found = confirmations(
    scoreBook(scheme, resolveRulings(scheme), persons('第六条-送货员.txt', 2), new Set()),
  );
  const { titles, clause, who } = found.find(({ ruling }) => ruling === 'R18')!;
  const own = scheme.rulings.filter(({ number }) => number === 'R18');
  expect(titles).toEqual(own.map(({ title }) => title));
  expect(clause).toBe(own[0]!.clause);
  expect(who.map(({ post }) => post)).toEqual(['DL']);
});

/** A courier without a fault but for breakage, of whom R20 (the step of 破损率) alone asks. */
function breaking(name: string, place: string, broken = 4): string {
  const figures = `抽查户次 60、准时户次 60、安全不符项数 0、违反安全规定 否、安全事故 否、线路优化 已完成、送货总数 10000、破损数 ${broken}、满意度 97`;
  return `人员:${name} 送货员 ${place}\n户:DL-S01 1\n数据:${figures}\n`;
}

function toldOf(...persons: readonly string[]) {
  const { assessments } = readCases(`例:破损\n${persons.join('')}`, scheme)[0]!;
  return confirmations(scoreBook(scheme, resolveRulings(scheme), assessments, new Set()));
}

test('namesakes of two departments are two persons; whom it does not touch is none', () => {
  const told = toldOf(breaking('李明', '一所'), breaking('李明', '二所'), breaking('赵强', '二所', 0));
  expect(told.find(({ ruling }) => ruling === 'R20')).toMatchObject({
    persons: 2,
    who: [{ department: '一所' }, { department: '二所' }],
  });
  expect(told.map(({ ruling }) => ruling)).not.toContain('R18');
});

test('somebody of whose two posts one is touched is one person', () => {
  const manager =
    '人员:李明 专管员 一所\n户:无\n数据:市场净化率 99%、抽查户数 20、违规户数 0、违价户数 0、满意度 95\n';
  const told = toldOf(breaking('李明', '一所'), manager);
  expect(told.find(({ ruling }) => ruling === 'R20')).toMatchObject({ persons: 1, who: [{ post: 'DL' }] });
});

test('somebody who is not scored is touched by nothing', () => {
  const data = persons('第十九条-部所与考核扣分.txt', 0).map((each) => ({ ...each, unresolved: true }));
  expect(confirmations(scoreBook(scheme, resolveRulings(scheme), data, new Set()))).toEqual([]);
});

test('says as much as scoring anew under every alternative', () => {
  const data = ['第十九条-部所与考核扣分.txt', '第六条-送货员.txt'].flatMap((file) => persons(file, 0));
  const rulings = resolveRulings(scheme);
  const now = scoreBook(scheme, rulings, data, new Set());
  for (const definition of scheme.rulings.filter(({ needsConfirmation }) => needsConfirmation)) {
    const changes = (definition.values ?? []).flatMap(({ value }) => {
      const other = scoreBook(scheme, { ...rulings, [definition.key]: value }, data, new Set());
      return scoreChanges(now, other).filter(({ score }) => definition.number === 'R30' || !same(score));
    });
    const names = [...new Set(changes.map(({ assessee }) => assessee.name))].sort();
    const told = confirmations(scoreBook(scheme, rulings, data, new Set())).find(
      ({ ruling }) => ruling === definition.number,
    );
    for (const name of names) expect(told?.who.map((who) => who.name)).toContain(name);
  }
});

function same({ from, to }: ReturnType<typeof scoreChanges>[number]['score']): boolean {
  return from?.toFraction() === to?.toFraction();
}
