import { formatArea } from '../../../emulator/model';
import { bookWith } from './book';
import { course, HOSTS, type Seen } from './course';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function table(id: number, name: string, ref: string, heads: readonly string[]): string {
  const columns = heads.map((head, at) => `<tableColumn id="${at + 1}" name="${head}"/>`).join('');
  return (
    `<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${heads.length}">${columns}</tableColumns></table>`
  );
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** A table beside the summary, reaching over its last person, and one below it. */
const parts = {
  'xl/tables/table1.xml': [table(1, '旁表', 'R20:T27', ['甲', '乙', '丙']), TYPE],
  'xl/tables/table2.xml': [table(2, '下表', 'A33:C36', ['一', '二', '三']), TYPE],
} as const;

function look({ book, sheet }: Seen) {
  return book.tables.filter((one) => one.sheet === sheet).map(({ name, area }) => [name, formatArea(area)]);
}

describe.each(HOSTS)('in %s', (_name, open) => {
  test('a table beside the summary grows by the rows that come, one below it moves', async () => {
    const stages = await course(
      open,
      bookWith({
        parts,
        tail: '<tableParts count="2"><tablePart r:id="rIdT1"/><tablePart r:id="rIdT2"/></tableParts>'.replaceAll(
          'r:id',
          'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id',
        ),
        relations: [
          ['rIdT1', 'table', '../tables/table1.xml'],
          ['rIdT2', 'table', '../tables/table2.xml'],
        ],
      }),
      look,
    );
    const at = (beside: string, below: string): string[][] => [
      ['旁表', beside],
      ['下表', below],
    ];
    expect(stages.before).toEqual(at('R20:T27', 'A33:C36'));
    expect(stages.filled).toEqual(at('R20:T29', 'A35:C38'));
    expect(stages.cut).toEqual(at('R19:T28', 'A34:C37'));
    expect(stages.again).toEqual(at('R19:T29', 'A35:C38'));
    for (const stage of [stages.undone, stages.marked, stages.unmarked]) expect(stage).toEqual(stages.cut);
  });
});

describe.each(HOSTS)('in %s', (name, open) => {
  // In Excel it is left to Excel, which extends a table by what is typed below it; its stand-in does not.
  const [filled, cut, again] = name === 'a file' ? ['P24', 'P23', 'P24'] : ['P22', 'P21', 'P21'];

  test('a summary that is a table itself keeps its head and its persons, and takes in new ones', async () => {
    const heads = Array.from({ length: 16 }, (_, at) => `列${at + 1}`);
    const stages = await course(
      open,
      bookWith({
        parts: { 'xl/tables/table1.xml': [table(1, '汇总', 'A3:P22', heads), TYPE] },
        tail: '<tableParts count="1"><tablePart xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdT1"/></tableParts>',
        relations: [['rIdT1', 'table', '../tables/table1.xml']],
      }),
      look,
    );
    expect(stages.filled).toEqual([['汇总', `A3:${filled}`]]);
    expect(stages.again).toEqual([['汇总', `A3:${again}`]]);
    for (const stage of [stages.cut, stages.undone, stages.unmarked])
      expect(stage).toEqual([['汇总', `A3:${cut}`]]);
  });
});
