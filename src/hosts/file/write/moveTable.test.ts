import type { RowMove } from '../../../workbook/formulaMoves';
import { movedTable } from './moveTable';

/** Two rows come in below the persons of rows 3 to 9. */
const MOVE: RowMove = { sheet: '汇总', row: 9, count: 2, formatOf: 8, namesFrom: 2 };

function table(ref: string, filter: string, more = ''): string {
  return `<table xmlns="m" id="1" ref="${ref}"${more}><autoFilter ref="${filter}"><filterColumn colId="0"/></autoFilter><sortState ref="A3:O9"/></table>`;
}

describe('a table that holds the persons below whom new ones come in', () => {
  test('takes them in, with its filter', () => {
    expect(movedTable(table('A2:O9', 'A2:O9'), MOVE)).toBe(
      table('A2:O11', 'A2:O11').replace('A3:O9', 'A3:O11'),
    );
  });

  test('keeps its totals below them', () => {
    const totals = ' totalsRowCount="1"';
    expect(movedTable(table('A2:O10', 'A2:O9', totals), MOVE)).toBe(
      table('A2:O12', 'A2:O11', totals).replace('A3:O9', 'A3:O11'),
    );
  });

  test('takes them in without a header of its own, too', () => {
    const headless = ' headerRowCount="0"';
    expect(movedTable(table('A3:O9', 'A3:O9', headless), MOVE)).toContain('ref="A3:O11"');
  });

  test.each([
    ['holds a part of them', 'A4:O9', MOVE],
    ['ends above them', 'A2:O8', MOVE],
    ['has nothing to do with whose rows they are', 'A2:O9', { ...MOVE, namesFrom: undefined }],
  ])('stays as it is where it %s', (_what, ref, move) => {
    expect(movedTable(`<table id="1" ref="${ref}"/>`, move)).toBe(`<table id="1" ref="${ref}"/>`);
  });
});
