import fc from 'fast-check';
import type { UndoCell } from './record';
import { finished } from '../../model';
import { packed, packedText, unpacked } from './strips';

const cell = (row: number, column: number, rest: Partial<UndoCell> = {}): UndoCell => ({
  sheet: '汇总表',
  row,
  column,
  before: '',
  formula: null,
  after: row * 10 + column,
  ...rest,
});

describe('strips of an undo record', () => {
  it('keeps cells that stand side by side as one strip, and what was blank before without a word', () => {
    const made = finished(packed([cell(1, 0), cell(1, 1), cell(1, 2), cell(2, 0, { before: '旧' })]));
    expect(made).toEqual([
      {
        sheet: '汇总表',
        strips: [
          [1, 0, [10, 11, 12]],
          [2, 0, [20], ['旧']],
        ],
      },
    ]);
  });

  it('gives every list of cells back in its order', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(''));
    const cells = fc.array(
      fc.record(
        {
          sheet: fc.constantFrom('甲', '乙'),
          row: fc.nat(3),
          column: fc.nat(4),
          before: value,
          after: value,
          formula: fc.oneof(fc.constant(null), fc.constant('=A1')),
          afterFormula: fc.constant('=B1'),
        },
        { requiredKeys: ['sheet', 'row', 'column', 'before', 'after', 'formula'] },
      ),
    );
    fc.assert(
      fc.property(cells, (list) => {
        const made = finished(packed(list));
        const text = finished(packedText(made));
        expect(text).toBe(JSON.stringify(made));
        expect(finished(unpacked(JSON.parse(text)))).toEqual(list);
      }),
    );
  });

  it.each([
    ['a strip without its values', [{ sheet: '甲', strips: [[1, 2]] }]],
    ['fewer values before than after', [{ sheet: '甲', strips: [[1, 2, ['a', 'b'], ['c']]] }]],
    ['a row that is no number', [{ sheet: '甲', strips: [['1', 2, ['a']]] }]],
    ['values that no cell holds', [{ sheet: '甲', strips: [[1, 2, [null]]] }]],
    ['no list', {}],
    ['a number', [7]],
  ])('does not understand %s', (_what, value) => {
    expect(finished(unpacked(value))).toBeNull();
  });
});
