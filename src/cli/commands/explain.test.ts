import path from 'node:path';
import { run } from '../run';

jest.setTimeout(60_000);

const folder = path.join(__dirname, '../../../tests/samples');

async function called(...words: string[]): Promise<{ status: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const io = {
    folder,
    out: (more: string): void => void (out += more),
    error: (more: string): void => void (error += more),
  };
  return { status: await run(['explain', ...words], io), out, error };
}

interface Explained {
  readonly role: string;
  readonly score: number | null;
  readonly explanation: readonly { readonly reached: number | null }[];
}

test.each(['李明', '王芳', '赵强', '郑凯', '冯洁'])('%s is explained from the score down', async (name) => {
  const { status, out } = await called('worked-examples.xlsx', '--person', name);
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`^示例.所 ${name} \\S+  第 \\d 名\\n成绩 `));
  expect(out).toContain('第十九条');
});

test('the JSON holds the same score at the top of the tree', async () => {
  const { out } = await called('worked-examples.xlsx', '--person', '李明', '--json', '-');
  const [person] = JSON.parse(out) as Explained[];
  expect(person).toMatchObject({ role: '客户经理', score: 68.33, rank: 4, deduction: 16, errors: [] });
  expect(person!.explanation[0]!.reached).toBe(68.33);
});

test('somebody with two posts is told how they are taken together', async () => {
  const { out } = await called('worked-examples.xlsx', '--person', '周敏');
  expect(out).toContain('几个岗位按平均成绩计入部门平均分:(84.8 + 76.59) ÷ 2 = 80.7');
});

test('who is not scored gets the errors to be mended, and status 1', async () => {
  const { status, out } = await called('list-with-defects.xlsx', '--person', '陈秀兰');
  expect(status).toBe(1);
  expect(out).toContain('未计分');
  expect(out).toMatch(/\[错误\] \S+![A-Z]+\d+ /);
});

test('a name that nobody has is refused with the nearest one, a ruling with the possible ones', async () => {
  expect(await called('worked-examples.xlsx', '--person', '李名')).toEqual({
    status: 2,
    out: '',
    error: '结果里没有“李名”。是否想找“李明”?\n',
  });
  expect((await called('worked-examples.xlsx', '--person', '李明', '--department', '示例九所')).error).toBe(
    '“李明”不在“示例九所”,在:示例一所。\n',
  );
  const value = await called('worked-examples.xlsx', '--person', '李明', '--set', 'percentStep=strted');
  expect(value).toMatchObject({ status: 2, out: '' });
  expect(value.error).toBe(
    '裁定 percentStep 没有取值 strted。是否想写 started?可用的有:whole、started、proportional\n',
  );
});
