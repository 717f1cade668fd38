import { cellName } from '../../../src/model';
import { isMarkNote } from '../../../src/workbook/marks';
import { bookWith } from './book';
import { course, HOSTS, type Seen } from './course';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Cell, author and text of what the staff have noted; the author of a comment with answers begins with `tc=`. */
const NOTES = [
  ['C4', '王会计', '新来的'],
  ['P22', '王会计', '病假'],
  ['A23', '王会计', '合计 <不含> 借调'],
  ['C9', 'tc={4B7A1E60-0001-4C5D-9E8F-000000000001}', '请复核'],
] as const;

const authors = [...new Set(NOTES.map(([, author]) => author))];

function comment([ref, author, text]: (typeof NOTES)[number]): string {
  const escaped = text.replaceAll('<', '&lt;');
  return `<comment ref="${ref}" authorId="${authors.indexOf(author)}"><text><r><t>${escaped}</t></r></text></comment>`;
}

function box([ref]: (typeof NOTES)[number], at: number): string {
  const [row, column] = [Number(/\d+/.exec(ref)![0]) - 1, ref.charCodeAt(0) - 65];
  return (
    `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note">` +
    `<x:Anchor>1, 15, 1, 10, 4, 15, 6, 4</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

const bytes = bookWith({
  tail: `<legacyDrawing xmlns:r="${RELATIONS}" r:id="rIdV"/>`,
  relations: [
    ['rIdV', 'vmlDrawing', '../drawings/vmlDrawing9.vml'],
    ['rIdC', 'comments', '../comments9.xml'],
  ],
  parts: {
    'xl/comments9.xml': [
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>' +
        `${authors.map((author) => `<author>${author}</author>`).join('')}</authors>` +
        `<commentList>${NOTES.map(comment).join('')}</commentList></comments>`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
    ],
    'xl/drawings/vmlDrawing9.vml': [
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
        `xmlns:x="urn:schemas-microsoft-com:office:excel">${NOTES.map(box).join('')}</xml>`,
      'application/vnd.openxmlformats-officedocument.vmlDrawing',
    ],
  },
});

function look({ book, sheet }: Seen) {
  const own = sheet.notes.filter(({ content }) => !isMarkNote(content));
  return {
    notes: own.map(({ row, column, author, content }) => [cellName(row, column), author, content]),
    marks: book.sheets.flatMap(({ name, notes }) =>
      notes
        .filter(({ content }) => isMarkNote(content))
        .map(({ row, column }) => `${name} ${cellName(row, column)}`),
    ),
  };
}

/** The notes with those of the last person and of the total elsewhere. */
function expected(last: number, total: number): unknown[][] {
  const places = ['C4', `P${last}`, `A${total}`, 'C9'];
  return NOTES.map(([, author, text], at) => [places[at], author, text]);
}

describe.each(HOSTS)('in %s', (_name, open) => {
  test('notes and comments of the staff stay with their rows; marks bring their own and take only those away', async () => {
    const stages = await course(open, bytes, look);
    expect(stages.before.notes).toEqual(expected(22, 23));
    expect(stages.filled.notes).toEqual(expected(22, 25));
    expect(stages.again.notes).toEqual(expected(21, 25));
    for (const stage of [stages.cut, stages.undone, stages.marked, stages.unmarked])
      expect(stage.notes).toEqual(expected(21, 24));
    expect(stages.marked.marks).toContain('客户满意度 D3');
    expect(stages.unmarked.marks).toEqual([]);
  });
});
