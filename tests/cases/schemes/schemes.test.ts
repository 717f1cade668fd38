import { existsSync } from 'node:fs';
import path from 'node:path';
import { evaluateWorkbook } from '../../../src/app/scheme/evaluateWorkbook';
import { toResult } from '../../../src/app/result';
import { computeTable } from '../../../src/app/tables/compute';
import { tableResult } from '../../../src/app/tables/result';
import { tableTemplate } from '../../../src/app/tables/sheets';
import { schemeById, schemeIds, tableSchemeById, tableSchemeIds } from '../../../src/schemes';
import { templateSheets } from '../../../src/workbook/template';
import { filled, readTypedCases, type TypedCase, type TypedExpectation } from '../../fixtures/templates';

/** Words of the case files for what stands in a result. */
const QUANTITIES: Readonly<Record<string, string>> = {
  得分: 'score',
  等次: 'grade',
  名次: 'rank',
  合格: 'qualified',
  期间: 'period',
  通报期限: 'reportBy',
};

type Data = Readonly<Record<string, unknown>>;

/** The whole result of a scheme over its own template, filled in. */
function resultOf(id: string, { tables, settings }: TypedCase): Data {
  const table = tableSchemeById(id);
  if (table) return tableResult(computeTable(filled(tableTemplate(table), tables), table)) as Data;
  const scheme = schemeById(id)!;
  const snapshot = filled(templateSheets(scheme), tables);
  return toResult(evaluateWorkbook(snapshot, scheme, { rulings: settings })) as unknown as Data;
}

/** What a result says of a subject; a number of issues for `问题 CODE`, a field of the result itself without a subject. */
function found(result: Data, { subject, quantity }: TypedExpectation): unknown {
  if (subject === '问题') return (result.issues as Data[]).filter(({ code }) => code === quantity).length;
  const key = QUANTITIES[quantity] ?? quantity;
  if (subject === '') return result[key];
  const lists: readonly unknown[] = [...Object.values(result), ...Object.values(result.by ?? {})];
  const own = lists
    .filter((list): list is Data[] => Array.isArray(list))
    .flat()
    .find(({ name }) => name === subject);
  if (!own) throw new Error(`结果里没有“${subject}”`);
  return key in own ? own[key] : (own.aspects as Data)[key];
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '未知';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const ids = [...schemeIds.slice(1), ...tableSchemeIds].filter((id) => id !== 'retail-customer-class');

describe.each(ids)('%s', (id) => {
  const file = path.join(__dirname, `${id}.txt`);
  test('has cases', () => expect(existsSync(file)).toBe(true));

  test.each(readTypedCases(file))('$title', (example) => {
    expect(example.expectations.length).toBeGreaterThan(0);
    const result = resultOf(id, example);
    for (const wanted of example.expectations) {
      const what = `第 ${wanted.line} 行:${wanted.subject} ${wanted.quantity}`;
      expect(`${what} = ${shown(found(result, wanted))}`).toBe(`${what} = ${wanted.value}`);
    }
  });
});
