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
