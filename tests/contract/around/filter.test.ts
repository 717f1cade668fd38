import { formatArea } from '../../../emulator/model';
import { bookWith } from './book';
import { course, HOSTS, type Seen } from './course';

const CRITERIA = '<filters><filter val="城西营销部"/></filters>';
const filter = (ref: string): string =>
  `<autoFilter ref="${ref}"><filterColumn colId="1">${CRITERIA}</filterColumn></autoFilter>`;

/** The rows (1-based) of the other departments. */
const OTHERS = [4, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20, 21, 22];
const HIDDEN_COLUMNS = [15, 16];

function look({ sheet }: Seen) {
  const rows = [...sheet.hiddenRows].map((row) => row + 1).sort((a, b) => a - b);
  return {
    filter: sheet.filter && formatArea(sheet.filter),
    criteria: [...sheet.filterColumns],
    rows,
    columns: [...sheet.hiddenColumns].map((column) => column + 1).sort((a, b) => a - b),
    frozen: sheet.frozen && [sheet.frozen.top, sheet.frozen.bottom],
    filled: rows.filter((row) => sheet.value(row - 1, 9) !== ''),
  };
}

describe.each(HOSTS)('in %s', (_name, open) => {
  test('a filter keeps its rows and what it filters by; hidden rows and columns stay hidden, and are filled', async () => {
    const bytes = bookWith({
      behindCells: filter('A3:P23'),
      hiddenRows: OTHERS,
      hiddenColumns: HIDDEN_COLUMNS,
    });
    const stages = await course(open, bytes, look);
    const criteria = [[1, CRITERIA]];
    const stays = { criteria, columns: HIDDEN_COLUMNS, frozen: [0, 2] };
    const after = OTHERS.map((row) => (row > 12 ? row - 1 : row));
    expect(stages.before).toEqual({ ...stays, filter: 'A3:P23', rows: OTHERS, filled: [] });
    expect(stages.filled).toEqual({ ...stays, filter: 'A3:P25', rows: OTHERS, filled: OTHERS });
    expect(stages.cut).toEqual({ ...stays, filter: 'A3:P24', rows: after, filled: after });
    expect(stages.again).toEqual({ ...stages.cut, filter: 'A3:P25' });
    for (const stage of [stages.undone, stages.marked, stages.unmarked]) expect(stage).toEqual(stages.cut);
  });
});
