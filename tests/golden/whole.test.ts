import fc from 'fast-check';
import { finished, type Scheme } from '../../src/model';
import { loadScheme, schemeById } from '../../src/schemes';
import { resolveRulings } from '../../src/scoring';
import { contextOf, indicatorsOf } from '../../src/scoring/context';
import { exact } from '../../src/scoring/exact';
import { indicatorSteps } from '../../src/scoring/mechanisms';
import { groupsByPost } from '../../src/scoring/groups';
import { totalsOf } from '../../src/scoring/totals';
import { scoreFrom } from '../../src/scoring/totalScore';
import { Columns, wholeLosses, wholeSums } from '../../src/scoring/whole';
import { atLength } from '../fixtures/atLength';
import { person, settings } from './arbitrary';

/** The first regulation, as it stands and with points of their own for some items (R3). */
function schemes(): readonly Scheme[] {
  const scheme = schemeById('yinchuan-2008')!;
  const capped = ['CM-U3', 'CM-U4', 'MS-U3', 'DL-U1'];
  const indicators = scheme.indicators.map((each) => (capped.includes(each.id) ? { ...each, cap: 3 } : each));
  return [scheme, loadScheme(JSON.parse(JSON.stringify({ ...scheme, indicators })))];
}

test.each(schemes())('what whole numbers tell is what the tree shows, under any rulings (%#)', (scheme) => {
  let [told, asked] = [0, 0];
  fc.assert(
    fc.property(person(scheme), settings(scheme), (assessment, setting) => {
      const context = contextOf(scheme, resolveRulings(scheme, setting));
      const { post } = assessment.assessee;
      for (const section of scheme.sections) {
        const scope = { context, assessment, section, maximum: exact(section.points[post]!) };
        const shown = new Map(indicatorSteps(scope).map(({ subject, value }) => [subject, value] as const));
        const losses = wholeLosses(context, section, post);
        if (losses === null) continue;
        const measured = indicatorsOf(context, section, post).filter(({ kind }) => kind !== 'perFinding');
        measured.forEach(({ id }, at) => {
          const hundredths = finished(wholeSums([losses[at]!], new Columns([assessment])))[0]!;
          asked += 1;
          if (Number.isNaN(hundredths)) return;
          told += 1;
          expect(shown.get(id)?.mul(100).toFraction()).toBe(String(hundredths));
        });
      }
    }),
    { numRuns: atLength(500, 4_000) },
  );
  // Half of the settings round rates, a third count in proportion.
  expect(told).toBeGreaterThan(asked / 4);
});

/** Without these nearly every score has a section that whole numbers do not tell. */
const TOLD = {
  rounding: 'atPersonAndDepartment',
  householdAveraging: 'meanOfCapped',
  rateRounding: 'exact',
};

test.each(['started', 'proportional'])(
  'a score told in whole hundredths is what exact sums give (%s)',
  (mode) => {
    const scheme = schemeById('yinchuan-2008')!;
    let [told, asked] = [0, 0];
    fc.assert(
      fc.property(person(scheme), settings(scheme), (assessment, setting) => {
        const context = contextOf(scheme, { ...resolveRulings(scheme, setting), ...TOLD, percentStep: mode });
        const [totals] = finished(totalsOf(context, finished(groupsByPost(context, [assessment]))));
        const exactly = scoreFrom(context, assessment, totals!.sections);
        asked += 1;
        expect(totals!.isScored).toBe(exactly !== null);
        if (Number.isNaN(totals!.whole)) return;
        told += 1;
        expect(exactly?.mul(100).toFraction()).toBe(String(totals!.whole));
      }),
      { numRuns: atLength(500, 4_000) },
    );
    expect(told).toBeGreaterThan(asked / 20);
  },
);
