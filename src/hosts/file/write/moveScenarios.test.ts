import { partText } from '../../../../tests/contract/archive';
import { buildWorkbook } from '../../../../tests/contract/buildWorkbook';
import { applyChanges } from './applyChanges';

test('what-if scenarios and watched cells stay with their cells: showing one later overwrites no other cell', () => {
  const bytes = buildWorkbook({
    sheets: [
      {
        name: '表',
        cells: { A1: 1, A6: 2 },
        tail:
          '<scenarios><scenario name="甲"><inputCells r="A1" val="1"/><inputCells r="A6" val="2"/></scenario></scenarios>' +
          '<cellWatches><cellWatch r="A6"/></cellWatches>',
      },
    ],
  });
  const insert = { kind: 'insertRows', sheet: '表', row: 4, count: 2, formatOf: 3 } as const;
  const xml = partText(applyChanges(bytes, [insert], '测试.xlsx'), 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<inputCells r="A1" val="1"/><inputCells r="A8" val="2"/>');
  expect(xml).toContain('<cellWatch r="A8"/>');
});
