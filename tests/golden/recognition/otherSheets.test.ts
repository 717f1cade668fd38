import type { CellValue } from '../../../src/model';
import { difference, NO_DIFFERENCE, plain, run } from '../../fixtures/outcomes';
import { sheetOfRows } from '../../fixtures/sheetEdits';
import { sample, withSheets } from '../../fixtures/workbooks';
import { MATRIX, rules } from './detailSheets';

describe('sheets that are something else are left alone', () => {
  const foreign: [string, readonly (readonly CellValue[])[]][] = [
    [
      '通讯录',
      [
        ['部门', '姓名', '职务', '电话'],
        ['城东营销部', '赵六', '部长', '13900000000'],
        ['城东营销部', '华立新', '客户经理', '13900000001'],
      ],
    ],
    [
      '电话表',
      [
        ['部门', '姓名', '电话'],
        ['城东营销部', '赵六', '13900000000'],
      ],
    ],
    [
      '考勤',
      [
        ['部门', '姓名', '日期', '出勤'],
        ['城东营销部', '赵六', 39500, '√'],
      ],
    ],
    ['空表', []],
    [
      '图表数据',
      [
        ['月份', '销量', '库存'],
        ['1月', 120, 40],
        ['2月', 130, 42],
      ],
    ],
    [
      '零售户名单',
      [
        ['许可证号', '客户名称', '姓名', '片区', '业态', '电话'],
        ['640110074986', '五村顺达超市', '老王', '城东第1片区', '食杂店', '138'],
      ],
    ],
    [
      '客户档案',
      [
        ['部门', '客户经理', '客户名称', '许可证号', '地址'],
        ['城东营销部', '华立新', '五村顺达超市', '640110074986', '五村'],
      ],
    ],
    [
      '签收单',
      [
        ['客户名称', '许可证号', '订货单签字', '客户验收', '日期'],
        ['五村顺达超市', '640110074986', '是', '是', 39500],
      ],
    ],
    [
      '校验结果',
      [
        ['序号', '级别', '代码', '工作表', '单元格', '条款', '部(所)', '姓名', '岗位', '说明', '备注'],
        [
          1,
          '错误',
          'not-a-number',
          '明细',
          'D12',
          '第五条',
          '城东营销部',
          '华立新',
          '客户经理',
          '不是数',
          '',
        ],
      ],
    ],
    [
      '填写说明',
      [
        ['填写说明'],
        ['编号', '测评项目', '岗位', '分值'],
        ...rules.map((r) => [r.id, r.title, r.posts[0]!, r.points]),
      ],
    ],
    [
      '评分标准',
      [
        ['序号', '测评项目', '评分标准', '分值'],
        ...rules.map((r) => [r.printed[0]!, r.title, '一项不符扣分', r.points]),
      ],
    ],
    ['指标', rules.map((r) => [r.id, r.title])],
    [
      '培训',
      [
        ['日期', '部门', '项目', '备注'],
        [39500, '城东营销部', '价签维护', ''],
      ],
    ],
    [
      '说明',
      [
        ['本工作簿由测评小组填写'],
        ['部(所):城东营销部   测评人:张三'],
        ['姓名:', '张三', '岗位:', '客户经理'],
      ],
    ],
  ];
  test.each(foreign)('%s', (name, rows) => {
    for (const book of [MATRIX, 'no-roster', 'cards'] as const) {
      const found = difference(plain(book), run(withSheets(sample(book), sheetOfRows(name, rows))));
      expect({ book, ...found }).toEqual({ book, ...NO_DIFFERENCE });
      const first = { ...sample(book), sheets: [sheetOfRows(name, rows), ...sample(book).sheets] };
      expect(difference(plain(book), run(first))).toEqual(NO_DIFFERENCE);
    }
  });
});
