import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { blocksOf } from './markdown';

const docs = path.resolve(__dirname, '../../../../docs');

test('headings, paragraphs, pictures and tables; no title, no comment, no link', () => {
  const markdown = [
    '# 指南',
    '<!-- 给改它的人 -->',
    '## 1. 打开',
    '按“打开面板”。见[回答](answers.md),**错误**先改。',
    '![打开以后](images/guide/start.png)',
    '| 说 | 做 |\n|---|---|\n| `甲` | **乙** |',
  ].join('\n\n');
  expect(blocksOf(markdown)).toEqual([
    { kind: 'heading', text: '1. 打开' },
    {
      kind: 'paragraph',
      line: [
        { text: '按“打开面板”。见回答,', strong: false },
        { text: '错误', strong: true },
        { text: '先改。', strong: false },
      ],
    },
    { kind: 'picture', alt: '打开以后', file: 'images/guide/start.png' },
    {
      kind: 'table',
      head: ['说', '做'],
      rows: [[[{ text: '甲', strong: false }], [{ text: '乙', strong: true }]]],
    },
  ]);
});

test('nothing of the guide itself is left as Markdown, and its pictures are there', () => {
  const blocks = blocksOf(readFileSync(path.join(docs, 'guide.md'), 'utf8'));
  expect(blocks.length).toBeGreaterThan(20);
  const pictures = blocks.filter((block) => block.kind === 'picture');
  expect(pictures.filter(({ file }) => !existsSync(path.join(docs, file)))).toEqual([]);
  expect(JSON.stringify(blocks.filter(({ kind }) => kind !== 'picture'))).not.toMatch(/[*`#|<]|\]\(/);
});
