import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fullWidth } from './punctuation';

test.each([
  ['扣了 98 分,大于满分 20 分,请改成扣的分数。', '扣了 98 分，大于满分 20 分，请改成扣的分数。'],
  ['看不出是哪个半年:2008H1和2008H2的走访一样多。', '看不出是哪个半年：2008H1和2008H2的走访一样多。'],
  ['是否为“何雪梅”?请核对', '是否为“何雪梅”？请核对'],
  ['例如 1;说明写到备注', '例如 1；说明写到备注'],
  ['“1,2:三,四”不是数字,请改', '“1,2:三,四”不是数字，请改'],
  ['问题记录!I34,第五条(一)2)2.2', '问题记录!I34，第五条(一)2)2.2'],
  ['每 1% 扣 2 分(只算满的):3 × 2 = 6', '每 1% 扣 2 分(只算满的)：3 × 2 = 6'],
  ['第五条(1):3', '第五条(1):3'],
  ['=IF(A1:B2,1,2) at 10:30', '=IF(A1:B2,1,2) at 10:30'],
  ['', ''],
])('%s', (sentence, set) => {
  expect(fullWidth(sentence)).toBe(set);
});

test('the words of the pane are set that way already', () => {
  const folders = [__dirname, path.join(__dirname, 'pages')];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.includes('test'))
      .map((name) => path.join(folder, name)),
  );
  const texts = files.flatMap((file) => readFileSync(file, 'utf8').match(/'[^'\n]*'|`[^`]*`/g) ?? []);
  const chinese = texts.filter((text) => /[\u4e00-\u9fff]/.test(text));
  expect(chinese.length).toBeGreaterThan(300);
  expect(chinese.filter((text) => fullWidth(text) !== text)).toEqual([]);
});
