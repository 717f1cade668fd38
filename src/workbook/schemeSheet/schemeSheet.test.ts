import fc from 'fast-check';
import { applied, snapshotOf } from '../../../tests/fixtures/snapshots';
import { set } from '../../../tests/fixtures/sheetEdits';
import { newWorkbook } from '../../hosts/file/newWorkbook';
import { readWorkbook } from '../../hosts/file/read/readWorkbook';
import type { Indicator, Scheme } from '../../model';
import { loadScheme, schemeById, schemeIds, yinchuan2008 } from '../../schemes';
import type { SheetSnapshot } from '../snapshot';
import { isSchemeSheet, readSchemeSheet, schemeIdIn, schemeSheet } from '.';

const base = yinchuan2008();

function sheetOf(scheme: Scheme): SheetSnapshot {
  return applied(snapshotOf(), [{ kind: 'addSheet', sheet: schemeSheet(scheme) }]).sheets[0]!;
}

/** What the loader makes of a sheet, `null` beside faults. */
function readBack(
  sheet: SheetSnapshot,
  over: Scheme = base,
): { scheme: Scheme | null; faults: readonly string[] } {
  const { json, faults } = readSchemeSheet(sheet, over);
  return {
    scheme: faults.length > 0 ? null : loadScheme(json),
    faults: faults.map(({ message }) => message),
  };
}

it.each(schemeIds)('%s comes back from its sheet as it was, also through a file', (id) => {
  const scheme = schemeById(id)!;
  expect(readBack(sheetOf(scheme), scheme)).toEqual({ scheme, faults: [] });
  const [sheet] = readWorkbook(newWorkbook([schemeSheet(scheme)]), '评分标准.xlsx').sheets;
  expect(isSchemeSheet(sheet!)).toBe(true);
  expect(schemeIdIn(sheet!)).toBe(id);
  expect(readBack(sheet!, scheme)).toEqual({ scheme, faults: [] });
});

const half = (most: number) => fc.integer({ min: 1, max: most * 2 }).map((halves) => halves / 2);
const word = fc.stringMatching(/^[\u4e00-\u9fa5A-Za-z0-9]{1,8}$/);
const share = fc.integer({ min: 1, max: 9999 }).map((basis) => String(basis / 10_000));

/** Another owner's version of an indicator: other points, item points, thresholds and titles. */
function changedIndicator(indicator: Indicator): fc.Arbitrary<Indicator> {
  return fc
    .record({
      points: half(10),
      cap: fc.option(half(5), { nil: undefined }),
      threshold: share,
      step: share,
      title: word,
    })
    .map(({ points, cap, threshold, step, title }) => {
      const made = { ...indicator, title, clause: `第九条${title}` };
      if (cap !== undefined && made.id.startsWith('CM-S')) Object.assign(made, { cap });
      if (made.kind !== 'zeroOnAccident') Object.assign(made, { points });
      if ((made.kind === 'rateBelow' || made.kind === 'rateAbove') && !made.groups)
        Object.assign(made, { threshold });
      if (made.kind === 'band') Object.assign(made, { lower: threshold, step });
      if (made.kind === 'rateBelow') Object.assign(made, { step });
      return made;
    });
}

const owners: fc.Arbitrary<Scheme> = fc
  .tuple(
    fc.subarray(
      base.indicators.map((_, index) => index),
      { minLength: 0, maxLength: 6 },
    ),
    fc.tuple(...base.indicators.map(changedIndicator)),
    fc.record({
      version: word,
      sections: fc.tuple(...base.sections.map(() => half(60).filter((points) => points >= 5))),
      rulings: fc.tuple(
        ...base.rulings.map(({ values }) => fc.integer({ min: 0, max: (values?.length ?? 1) - 1 })),
      ),
      bands: fc.option(
        fc.constant([
          { title: '优秀', from: 90.5 },
          { title: '其他', from: 0 },
        ]),
        { nil: undefined },
      ),
      history: fc.option(
        fc.array(fc.record({ version: word, date: fc.constant('2008-06-30'), who: word, what: word }), {
          minLength: 1,
        }),
        { nil: undefined },
      ),
    }),
  )
  .map(([which, changed, { version, sections, rulings, bands, history }]) => ({
    ...base,
    version,
    indicators: base.indicators.map((indicator, index) =>
      which.includes(index) ? changed[index]! : indicator,
    ),
    sections: base.sections.map((section, index) => ({
      ...section,
      points: Object.fromEntries(Object.keys(section.points).map((post) => [post, sections[index]!])),
    })),
    rulings: base.rulings.map((ruling, index) => {
      const chosen = ruling.values?.[rulings[index]!];
      if (!chosen) return ruling;
      return {
        ...ruling,
        default: chosen.value,
        values: [chosen, ...ruling.values.filter((each) => each !== chosen)],
      };
    }),
    ...(bands ? { bands } : {}),
    ...(history ? { history } : {}),
  }));

it('whatever its owner makes of it comes back from the sheet', () => {
  fc.assert(
    fc.property(owners, (scheme) => {
      expect(readBack(sheetOf(scheme))).toEqual({ scheme, faults: [] });
    }),
    { numRuns: 40 },
  );
});

it('an indicator that its owner adds or strikes out is read so', () => {
  const sheet = sheetOf(base);
  const last = sheet.values.findIndex((row) => row[0] === 'K2');
  const added = [
    'CM-S12',
    '第十一条',
    '',
    '送货提醒',
    '提醒',
    '客户经理',
    '标准服务',
    '逐项扣分',
    '',
    '',
    1.5,
    '',
    '每户明细',
    '按次计',
  ];
  const values = sheet.values.map((row) => [...row]);
  values.splice(last + 1, 0, added);
  values.splice(
    sheet.values.findIndex((row) => row[0] === 'CM-S07'),
    1,
  );
  const { scheme } = readBack({ ...sheet, values });
  expect(scheme!.indicators.map(({ id }) => id)).not.toContain('CM-S07');
  expect(scheme!.indicators.at(-1)).toEqual({
    id: 'CM-S12',
    clause: '第十一条',
    printed: [],
    title: '送货提醒',
    aliases: ['提醒'],
    posts: ['CM'],
    section: 'standard',
    kind: 'perFinding',
    points: 1.5,
    countsOccurrences: true,
  });
});

it('thresholds are read as text or under a percent format', () => {
  const sheet = sheetOf(base);
  const row = sheet.values.findIndex((cells) => cells[0] === 'CM-U1');
  const { scheme } = readBack({
    ...set({ [`I${row + 1}`]: 0.12 })(sheet),
    formats: new Map([[row * 16384 + 8, '0%']]),
  });
  expect(scheme!.indicators.find(({ id }) => id === 'CM-U1')).toMatchObject({ threshold: '0.12' });
});
