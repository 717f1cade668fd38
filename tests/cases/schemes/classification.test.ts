import { readFileSync } from 'node:fs';
import path from 'node:path';
import { classifyCustomers, type Classification } from '../../../src/app/classify/classify';
import type { CellValue } from '../../../src/model';
import { classificationById } from '../../../src/schemes';
import { sheetOf, snapshotOf } from '../../fixtures/snapshots';

const scheme = classificationById('retail-customer-class')!;
const HEADER = ['客户名称', '市场类型', '业态', '购进量', '购进额', '登记分类', '客户经理'];

interface Case {
  readonly title: string;
  readonly rows: CellValue[][];
  readonly expected: {
    readonly line: number;
    readonly what: string;
    readonly name: string;
    readonly value: string;
  }[];
}

function readCases(text: string): readonly Case[] {
  const cases: Case[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const [, word = '', rest = ''] = /^([^::]+)[::]\s*(.*)$/.exec(line) ?? [];
    const [name = '', value = ''] = rest.split(/\s*=\s*/);
    if (word === '例') cases.push({ title: rest, rows: [], expected: [] });
    else if (word === '客户') cases.at(-1)!.rows.push(rest.split(/\s+/).map(cellOf));
    else cases.at(-1)!.expected.push({ line: index + 1, what: word, name, value });
  });
  return cases;
}

function cellOf(text: string): CellValue {
  if (text === '-') return '';
  return /^\d+$/.test(text) ? Number(text) : text;
}

function found(result: Classification, what: string, name: string): string {
  if (what === '两端户数') return String(result.groups.find(({ code }) => code === name)!.ends);
  if (what === '不符')
    return String(result.differing!.find(({ by }) => by.includes(name))!.differing ?? '未确定');
  return result.customers.find((customer) => customer.name === name)!.code ?? '未分类';
}

const cases = readCases(readFileSync(path.join(__dirname, 'retail-customer-class.txt'), 'utf8'));

test.each(cases)('$title', ({ rows, expected }) => {
  const result = classifyCustomers(snapshotOf(sheetOf('客户', [HEADER, ...rows])), scheme);
  for (const { line, what, name, value } of expected) {
    expect(`第 ${line} 行:${found(result, what, name)}`).toBe(`第 ${line} 行:${value}`);
  }
  expect(expected.length).toBeGreaterThan(0);
});
