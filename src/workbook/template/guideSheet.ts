import type { Scheme, SheetDefinition, SheetKind } from '../../model';
import type { NewSheet } from '../host';

const NAME = '填写说明';

/** What one row of a sheet is. */
const ROWS: Readonly<Record<SheetKind, string>> = {
  roster: '一人一岗一行;一人兼两岗的写两行。',
  matrix: '一行是一人的一个抽查户;各条款下填扣的分数,没有扣分的留空。',
  combined: '一行是一个抽查户,三个岗位写在同一行;没有参加测评的岗位留空。',
  findings: '一行是一处问题,没有问题的户不写;走访过的户另在走访表里写全。',
  visits: '一行是一人走访的一户,没有发现问题的户也要写。',
  card: '一张是一人的一个抽查户,可以复制多张。',
  measures: '一人一行,按列填写数字。',
  register: '一行是一起投诉。',
  summary: '由本工具填写,不用手工录入。',
};

/** Kinds of which one is enough: ways to write down the same visits. */
const ALTERNATIVES: readonly SheetKind[] = ['matrix', 'combined', 'findings', 'card'];

function lineOf(sheet: SheetDefinition): string {
  return `《${sheet.name}》:${ROWS[sheet.kind]}`;
}

/** The sheet that says how the others are filled in. One text a row, so that it is never taken for a table. */
export function guideSheet(scheme: Scheme): NewSheet {
  const names = (kind: SheetKind): string =>
    scheme.sheets
      .filter((sheet) => sheet.kind === kind)
      .map(({ name }) => name)
      .join('、');
  const lines = [
    `本工作簿按《${scheme.title}》(${scheme.number})的各项条款生成。`,
    `抽查明细有几种写法,选一种填写,不用的表可以删去:${ALTERNATIVES.map(names).filter(Boolean).join(';')}。`,
    ...scheme.sheets.map(lineOf),
    '比率可以写 95%,也可以写 0.95,同一列写法要一致。日期写成 2008-6-30 这样的样子。',
    '表头的名称不要改;列的先后可以调整,也可以增加自己的列。',
    '填好以后,先做提交前校验,再填写汇总表。',
  ];
  return {
    name: NAME,
    cells: [
      { row: 0, column: 0, value: NAME, style: 'title' },
      ...lines.map((value, index) => ({ row: 2 + index, column: 0, value, style: 'note' as const })),
    ],
    merges: [],
    columnWidths: [110],
    headerRows: 0,
    landscape: true,
    lists: [],
  };
}
