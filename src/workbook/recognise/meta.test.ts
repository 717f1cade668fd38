import { yinchuan2008 } from '../../schemes';
import { sheetOfRows } from '../../../tests/fixtures/sheetEdits';
import { readMeta } from './meta';

/** What the rows above a table say, by field. */
function said(...rows: readonly (readonly string[])[]): Record<string, string> {
  const meta = readMeta(sheetOfRows('卡', rows), rows.length, yinchuan2008().words);
  return Object.fromEntries([...meta].map(([field, { text }]) => [field, text]));
}

test('a label that is part of a longer one gives way to one of its own', () => {
  expect(said(['填报单位:督察考评中心'], ['部(所):城东部 检查日期:2008-4-1'])).toEqual({
    department: '城东部',
    date: '2008-4-1',
  });
  expect(said(['填报单位:城东部'])).toEqual({ department: '城东部' });
});

test('the day of a signature is no day of a visit, and parts no value', () => {
  expect(said(['填报日期:2008年7月5日'], ['姓名:张三', '检查日期:2008-4-1'])).toEqual({
    name: '张三',
    date: '2008-4-1',
  });
  expect(said(['部(所):城东部  填表日期:2008年7月5日'])).toEqual({ department: '城东部' });
  expect(said(['被测评人:张三 制表日期:2008年7月5日'])).toEqual({ name: '张三' });
  expect(said(['抽查日期:2008-4-1'])).toEqual({ date: '2008-4-1' });
});

test('of two labels the one that is more surely the field counts, wherever it stands', () => {
  expect(said(['单位:市公司  部门:城东部', '责任人:李四', '被测评人:张三'])).toEqual({
    department: '城东部',
    name: '张三',
  });
  expect(said(['被测评人:张三岗位:客户经理部(所):城东部'])).toEqual({
    name: '张三',
    post: '客户经理',
    department: '城东部',
  });
});
