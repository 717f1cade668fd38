import { lineCounts } from '../../hosts/file/write/lineCounts';
import { yinchuan2008 } from '../../schemes';
import { Collection } from './collection';
import type { CollectedFile } from './part';
import { collectReportSheet } from './reportSheet';

const file = (name: string, seal: CollectedFile['seal']): CollectedFile => ({
  file: name,
  period: '2008H1',
  rulings: {},
  sheets: [],
  hasRoster: true,
  notes: [],
  counts: { error: 0, warning: 0, info: 0 },
  seal,
});

function report(...files: CollectedFile[]) {
  const collection = new Collection(yinchuan2008(), { period: null, units: null }, { row: () => undefined });
  files.forEach((each) => collection.add(each));
  collection.leaveOut('物业.xlsx', '这个文件记住的办法是“mall-property”。');
  return collection.report();
}

test('a file that was changed after it was sealed is named as something to look at', () => {
  const { notes, files } = report(file('甲.xlsx', 'changed'), file('乙.xlsx', 'intact'));
  expect(notes.filter(({ severity }) => severity === 'warning')).toEqual([
    expect.objectContaining({ file: '甲.xlsx', message: expect.stringContaining('封存以后改动过') }),
  ]);
  expect(files.map(({ state, remark }) => [state, remark])).toEqual([
    ['taken', '封存后改动过'],
    ['taken', '与封存时一致'],
    ['left-out', '属于另一个办法'],
  ]);
});

test('what has to be looked at can be read and printed: a message has the width of five columns', () => {
  const sheet = collectReportSheet(report(file('甲.xlsx', 'changed')));
  const messages = sheet.cells.filter(({ row, column }) => row > 5 && column === 4);
  expect(messages.map(({ value }) => String(value).slice(0, 4))).toEqual([
    '问题和处',
    '这个文件',
    '这个文件',
  ]);
  for (const { row } of messages) {
    expect(sheet.merges).toContainEqual({ top: row, left: 4, bottom: row, right: 8 });
  }
  expect([...lineCounts(sheet).values()]).toEqual([2]);
});
