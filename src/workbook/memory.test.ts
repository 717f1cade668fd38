import { EMPTY_MEMORY, type Memory, MemoryError, readMemory, writeMemory } from './memory';

const memory: Memory = {
  period: '2008H1',
  rulings: { percentStep: 'whole', qualifyingLine: 80, accidentNeedsViolation: false },
  undo: {
    created: null,
    cells: [{ sheet: '汇总 & <表>', row: 3, column: 4, before: '=1"', formula: null, after: 10 }],
    formulas: [{ sheet: '汇总', row: 24, home: 22, column: 4, before: '=SUM(E4:E22)' }],
    inserted: [{ sheet: '汇总', row: 22, count: 2 }],
  },
  others: new Map([['seal', '{"of":"a newer version"}']]),
};

describe('the memory of a workbook', () => {
  it('reads a record that keeps each cell by itself', () => {
    const xml = writeMemory({ ...memory, undo: null })!;
    const cells = JSON.stringify({ ...memory.undo });
    const kept = xml.replace(
      '</memory>',
      `<entry name="undo">${cells.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</entry></memory>`,
    );
    expect(readMemory(kept).undo).toEqual(memory.undo);
  });

  it('comes back as it was written, entries of newer versions too', () => {
    expect(readMemory(writeMemory(memory))).toEqual(memory);
  });

  it('is empty where there is no part, and leaves none where nothing is remembered', () => {
    expect(readMemory(null)).toEqual(EMPTY_MEMORY);
    expect(writeMemory(EMPTY_MEMORY)).toBeNull();
  });

  it('reads what another program has written in its own way', () => {
    const xml = `\ufeff<?xml version='1.0'?>\n<a:memory xmlns:a='urn:service-score:memory:1'>
      <a:entry name='period'><![CDATA["2008H2"]]></a:entry> <a:entry name="x">&#x4e00;&apos;</a:entry>
    </a:memory>\n`;
    expect(readMemory(xml)).toEqual({ ...EMPTY_MEMORY, period: '2008H2', others: new Map([['x', "一'"]]) });
    expect(readMemory('<memory xmlns="urn:service-score:memory:1"/>')).toEqual(EMPTY_MEMORY);
  });

  it.each([
    ['', 'nothing'],
    ['<memory xmlns="urn:other"/>', 'another namespace'],
    ['<memory xmlns="urn:service-score:memory:1"><entry name="x"></memory>', 'an open entry'],
    ['<memory xmlns="urn:service-score:memory:1"><entry name="rulings">{</entry></memory>', 'broken JSON'],
    ['<memory xmlns="urn:service-score:memory:1"><entry name="period">"2008"</entry></memory>', 'no period'],
    ['<memory xmlns="urn:service-score:memory:1"><entry name="rulings">[1]</entry></memory>', 'no rulings'],
    [
      '<memory xmlns="urn:service-score:memory:1"><entry name="x">&#x110000;</entry></memory>',
      'no character',
    ],
    [
      '<memory xmlns="urn:service-score:memory:1"><entry name="x">1</entry><entry name="x">2</entry></memory>',
      'an entry twice',
    ],
    [
      '<memory xmlns="urn:service-score:memory:1"><entry name="undo">{"cells":[1]}</entry></memory>',
      'no record',
    ],
  ])('refuses %s (%s)', (xml) => {
    expect(() => readMemory(xml)).toThrow(MemoryError);
  });
});
