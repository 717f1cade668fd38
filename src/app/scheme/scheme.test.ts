import { set } from '../../../tests/fixtures/sheetEdits';
import { edited, sample, withSheets } from '../../../tests/fixtures/workbooks';
import { applied, snapshotOf } from '../../../tests/fixtures/snapshots';
import { yinchuan2008 } from '../../schemes';
import type { Scheme } from '../../model';
import { writeMemory, EMPTY_MEMORY } from '../../workbook/memory';
import { schemeSheet } from '../../workbook/schemeSheet';
import type { SheetSnapshot, Snapshot } from '../../workbook/snapshot';
import { evaluate } from '../evaluate';
import { toResult } from '../result';
import { evaluateWorkbook } from './evaluateWorkbook';
import { effectsSince } from './preview';
import { rulesOf, withScheme } from './rules';

const shipped = yinchuan2008();
const book = sample('worked-examples');

function sheetOf(scheme: Scheme): SheetSnapshot {
  return applied(snapshotOf(), [{ kind: 'addSheet', sheet: schemeSheet(scheme) }]).sheets[0]!;
}

const plain = withSheets(book, sheetOf(shipped));

/** The workbook with its sheet of rules, after some of its cells were changed; a row is named by its first cell. */
function withRules(changes: Readonly<Record<string, string | number>>): Snapshot {
  const { values } = plain.sheets.at(-1)!;
  const cells = Object.entries(changes).map(([place, value]) => {
    const [key = '', column = ''] = place.split('!');
    const row = values.findIndex((line) => line[0] === key);
    return [`${column}${row + 1}`, value] as const;
  });
  return edited(plain, '评分标准', set(Object.fromEntries(cells)));
}

const scoresOf = (snapshot: Snapshot) =>
  toResult(evaluateWorkbook(snapshot, shipped)).persons.map(({ name, score }) => [name, score]);

test('the product’s own rules on a sheet change nothing and say nothing', () => {
  const evaluation = evaluateWorkbook(plain, shipped);
  expect(toResult(evaluation)).toEqual(toResult(evaluate(book, shipped)));
  expect(evaluation.standing.before).toBeNull();
});

test('other points for a rule change exactly the scores that the preview said', () => {
  const changed = withRules({ 'CM-S04!K': 3, '现行版本!B': 'A/1' });
  const before = evaluate(book, shipped);
  const after = evaluateWorkbook(changed, shipped);
  expect(after.issues.filter(({ code }) => code.startsWith('scheme'))).toMatchObject([
    { code: 'scheme-applied', received: 'A/1', expected: 'A/0' },
  ]);
  const effects = effectsSince(after.standing.before!, after);
  expect(toResult(after).scheme).toEqual({ id: 'yinchuan-2008', version: 'A/1' });
  const expected = toResult(before).persons.flatMap((person, index) => {
    const other = toResult(after).persons[index]!;
    return person.score === other.score ? [] : [[person.name, person.score, other.score]];
  });
  expect(expected.length).toBeGreaterThan(0);
  expect(effects.map(({ person, score }) => [person, score.from, score.to])).toEqual(expected);
});

test('rules that were taken over hold without their sheet, at every door', () => {
  const changed = withRules({ 'CM-S04!K': 3, '现行版本!B': 'A/1' });
  const rules = evaluateWorkbook(changed, shipped).standing.rules;
  const memory = writeMemory(withScheme(EMPTY_MEMORY, shipped.id, rulesOf(rules)));
  const taken = { ...book, memory };
  expect(scoresOf(taken)).toEqual(scoresOf(changed));
  expect(evaluateWorkbook({ ...changed, memory }, shipped).standing.before).toBeNull();
});

test('a sheet that says otherwise than what was taken over holds, and says so', () => {
  const taken = withRules({ 'CM-S04!K': 3, '现行版本!B': 'A/1' });
  const { rules } = evaluateWorkbook(taken, shipped).standing;
  const memory = writeMemory(withScheme(EMPTY_MEMORY, shipped.id, rulesOf(rules)));
  const later = evaluateWorkbook({ ...plain, memory }, shipped);
  expect(toResult(later).persons).toEqual(toResult(evaluate(book, shipped)).persons);
  expect(later.issues.filter(({ code }) => code.startsWith('scheme'))).toMatchObject([
    { code: 'scheme-changed', received: 'A/0', expected: 'A/1' },
  ]);
});

test('rules changed under their old name are not passed for the old ones', () => {
  const changed = withRules({ 'CM-S04!K': 3 });
  expect(toResult(evaluateWorkbook(changed, shipped)).scheme.version).toBe('A/0(有改动)');
});

test.each<[string, Record<string, string | number>, string, string]>([
  ['points that are no number', { 'CM-S04!K': '两分' }, 'CM-S04', 'K'],
  ['points left blank', { 'CM-S04!K': '' }, 'CM-S04', 'K'],
  ['an unknown kind', { 'CM-S04!H': '随意扣分' }, 'CM-S04', 'H'],
  ['a threshold in the wrong unit', { 'CM-U1!I': '10‰' }, 'CM-U1', 'I'],
  ['a threshold without a unit', { 'CM-U1!I': 10 }, 'CM-U1', 'I'],
  ['a step in the wrong unit', { 'CM-U4!J': '1分' }, 'CM-U4', 'J'],
  ['an item above its section', { 'CM-S04!L': 21 }, 'CM-S04', 'L'],
  ['an id twice', { 'CM-S04!A': 'CM-S03' }, 'CM-S03', 'A'],
  ['an unknown post', { 'CM-S04!F': '收银员' }, 'CM-S04', 'F'],
  ['an unknown section', { 'CM-S04!G': '附加服务' }, 'CM-S04', 'G'],
  ['points that do not add up to what it says', { 'standard!F': 25 }, '各部分之和', 'F'],
  ['a source that is no column', { 'CM-U3!M': '业态错误' }, 'CM-U3', 'M'],
  ['a value that a ruling does not have', { 'missingSection!E': 'half' }, 'missingSection', 'E'],
  ['a share without a unit', { '抽样比例!B': 5 }, '抽样比例', 'B'],
  ['no version', { '现行版本!B': '' }, '现行版本', 'B'],
])('%s: one issue at its cell, and nobody is scored', (_, changes, key, column) => {
  const snapshot = withRules(changes);
  const evaluation = evaluateWorkbook(snapshot, shipped);
  const { values } = snapshot.sheets.at(-1)!;
  const rows = values.flatMap((line, row) => (line[0] === key ? [row] : []));
  const errors = evaluation.issues.filter(({ code }) => code === 'scheme-invalid');
  expect(errors.map(({ cell }) => [rows.includes(cell!.row), cell!.column])).toEqual([
    [true, column.charCodeAt(0) - 65],
  ]);
  expect(evaluation.scores.persons.map(({ status }) => status)).not.toContain('scored');
  expect(evaluation.scores.persons.length).toBeGreaterThan(0);
});

test('a sheet of another scheme, or two sheets, are mistakes', () => {
  const other = withRules({ '方案编号!B': 'other-rules' });
  const two = withSheets(plain, { ...sheetOf(shipped), name: '评分标准(2)' });
  for (const snapshot of [other, two]) {
    const { issues, scores } = evaluateWorkbook(snapshot, shipped);
    expect(issues.filter(({ code }) => code === 'scheme-invalid')).toHaveLength(1);
    expect(scores.persons.map(({ status }) => status)).not.toContain('scored');
  }
});
