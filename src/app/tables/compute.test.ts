import { filled } from '../../../tests/fixtures/templates';
import { tableSchemeById } from '../../schemes';
import { sheetOf, snapshotOf } from '../../../tests/fixtures/snapshots';
import { cellKey, type Snapshot } from '../../workbook/snapshot';
import { computeTable } from './compute';
import { outcomeSheets, tableTemplate } from './sheets';

describe('who leads a department', () => {
  it('is one person where a space stands inside the name, several where commas part them', () => {
    const scheme = tableSchemeById('daily-service')!;
    const snapshot = filled(tableTemplate(scheme), [
      {
        sheet: '部门月度考核',
        columns: ['考核月份', '部门', '分管领导', '考核得分'],
        rows: [
          ['2024-06', '品质部', '吴 总', 92],
          ['2024-06', '人力部', '吴总,张　总', 80],
        ],
      },
    ]);
    const [, led] = computeTable(snapshot, scheme).tables;
    expect(led!.rows.map(([name, count, mean]) => [name, count, mean])).toEqual([
      ['吴总', 2, 86],
      ['张总', 1, 80],
    ]);
  });
});

describe('a kind of work that stands twice in a week', () => {
  it('is undecided in both rows: each is a part of the figure', () => {
    const scheme = tableSchemeById('sampling-minimums')!;
    const snapshot = filled(tableTemplate(scheme), [
      {
        sheet: '每周抽查登记',
        columns: ['抽查周次', '工作类别', '当周总数', '低于3分的单数', '实际抽查数'],
        rows: [
          ['第27周', '商务', 9, '', 4],
          ['第27周', '商务', 9, '', 5],
          ['第27周', '实施项目', 9, '', 2],
        ],
      },
    ]);
    const { tables, issues } = computeTable(snapshot, scheme);
    expect(tables[0]!.rows.map((row) => row.at(-1))).toEqual(['未确定', '未确定', '达到']);
    expect(issues.map(({ code }) => code)).toEqual(['duplicate-row']);
  });
});

/** The table with areas of its sheet merged, the lower cells blank. */
function merged(
  snapshot: Snapshot,
  tab: string,
  areas: readonly (readonly [string, number, number])[],
): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    if (sheet.name !== tab) return sheet;
    const header = sheet.values.findIndex((cells) => cells.includes(areas[0]![0]));
    const own = areas.map(([name, first, last]) => {
      const left = sheet.left + sheet.values[header]!.indexOf(name);
      const top = sheet.top + header + first;
      return { top, left, bottom: top + last - first, right: left };
    });
    return { ...sheet, merges: [...sheet.merges, ...own] };
  });
  return { ...snapshot, sheets };
}

describe('cells that are merged over several rows', () => {
  it('a leader and a month hold for all of them, a score for the first alone', () => {
    const scheme = tableSchemeById('daily-service')!;
    const tab = '部门月度考核';
    const typed = filled(tableTemplate(scheme), [
      {
        sheet: tab,
        columns: ['考核月份', '部门', '分管领导', '考核得分'],
        rows: [
          ['2024-06', '品质部', '张总', 90],
          ['', '人力部', '', 80],
          ['2024-06', '财务部', '李总', 70],
          ['2024-06', '工程部', '王总', ''],
        ],
      },
    ]);
    const areas = [
      ['考核月份', 1, 2],
      ['分管领导', 1, 2],
      ['考核得分', 3, 4],
    ] as const;
    const { tables, issues } = computeTable(merged(typed, tab, areas), scheme);
    expect(tables[1]!.rows.map(([name, count, mean]) => [name, count, mean])).toEqual([
      ['张总', 2, 85],
      ['李总', 1, 70],
      ['王总', 1, ''],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['missing-input']);
  });

  it('a week holds for all of them; one that is blank is asked for', () => {
    const scheme = tableSchemeById('sampling-minimums')!;
    const tab = '每周抽查登记';
    const typed = filled(tableTemplate(scheme), [
      {
        sheet: tab,
        columns: ['抽查周次', '工作类别', '当周总数', '低于3分的单数', '实际抽查数'],
        rows: [
          ['第1周', '实施项目', 6, '', 2],
          ['', '商务', 9, '', 5],
          ['第2周', '商务', 9, '', 5],
          ['', '实施项目', 6, '', 2],
        ],
      },
    ]);
    const { tables, issues } = computeTable(merged(typed, tab, [['抽查周次', 1, 2]]), scheme);
    expect(tables[0]!.rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['第1周', '达到'],
      ['第1周', '达到'],
      ['第2周', '达到'],
      ['', '未确定'],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['missing-input']);
  });
});

describe('a score that is shown as 92 %', () => {
  it('is not taken for 0.92 points: the cell is named, and the other department has its score', () => {
    const rows = [
      ['考核月份', '部门', '分管领导', '考核得分'],
      ['2024-06', '品质部', '张总', 0.92],
      ['2024-06', '人力部', '李总', 85],
    ];
    const sheet = { ...sheetOf('部门月度考核', rows), formats: new Map([[cellKey(1, 3), '0%']]) };
    const { issues, tables } = computeTable(snapshotOf(sheet), tableSchemeById('daily-service')!);
    expect(issues.map(({ code, cell, message }) => [code, cell, message])).toEqual([
      ['not-a-number', { sheet: '部门月度考核', row: 1, column: 3 }, expect.stringContaining('百分比格式')],
    ]);
    expect(tables[0]!.rows.map(([name, , score]) => [name, score])).toEqual([
      ['品质部', ''],
      ['人力部', 85],
    ]);
  });
});

describe('a sheet of results', () => {
  it('has room for a licence and the name of a shop, which are longer than their headers', () => {
    const scheme = tableSchemeById('retail-customer-class')!;
    const snapshot = filled(tableTemplate(scheme), [
      {
        sheet: '零售客户分类数据',
        columns: ['客户经理', '客户名称', '许可证号', '市场类型', '经营业态', '购进量', '购进额'],
        rows: [['李明', '银川市兴庆区好又来超市', '640100000001', '城镇', '超市', 5, 50]],
      },
    ]);
    const [sheet] = outcomeSheets(computeTable(snapshot, scheme));
    const header = sheet!.cells.filter(({ row }) => row === 1).map(({ value }) => value);
    const width = (name: string): number => sheet!.columnWidths[header.indexOf(name)]!;
    expect([width('客户名称'), width('许可证号'), width('规模')]).toEqual([24, 14, 12]);
  });
});
