import type { RowMove } from '../../../workbook/formulaMoves';
import { movedLinks } from './moveLinks';

const MOVE: RowMove = { sheet: '汇总', row: 9, count: 2 };

describe('what is linked to cells that move', () => {
  test.each([
    ['a text box', '<xdr:sp macro="" textlink="汇总!$K$10"><a/></xdr:sp>', '汇总!$K$12'],
    ['a picture of cells', '<a14:cameraTool cellRange="汇总!$A$9:$K$10" spid="1"/>', '汇总!$A$9:$K$12'],
    ['a control', '<formControlPr objectType="CheckBox" fmlaLink="$B$10" fmlaRange="$B$3:$B$5"/>', '"$B$12"'],
    ['a control of the sheet', '<controlPr linkedCell="B10" listFillRange="其他!A10"/>', '"B12"'],
    ['an old control', '<x:FmlaLink>$B$10</x:FmlaLink>', '>$B$12<'],
  ])('%s', (_what, xml, after) => {
    const moved = movedLinks(xml, '汇总', MOVE);
    expect(moved).toContain(after);
    expect(moved.replace(after, '')).toHaveLength(xml.length - after.length);
  });

  test('on another sheet only where it names the sheet', () => {
    const xml = '<xdr:sp textlink="$K$10"/><xdr:sp textlink="\'汇总\'!$K$10"/>';
    expect(movedLinks(xml, '统计', MOVE)).toBe(
      '<xdr:sp textlink="$K$10"/><xdr:sp textlink="\'汇总\'!$K$12"/>',
    );
  });
});
