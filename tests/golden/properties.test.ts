import fc from 'fast-check';
import type Fraction from 'fraction.js';
import type { Assessment, RulingValue, ScoreBook } from '../../src/model';
import { schemeById } from '../../src/schemes';
import { resolveRulings, scoreBook } from '../../src/scoring';
import { person, settings } from './arbitrary';
import { referenceScore } from './reference';

const scheme = schemeById('yinchuan-2008')!;
const NOBODY: ReadonlySet<string> = new Set();
const anyone = person(scheme);
const anyRulings = settings(scheme);

type Setting = Readonly<Record<string, RulingValue>>;

function book(persons: readonly Assessment[], setting: Setting = {}): ScoreBook {
  return scoreBook(scheme, resolveRulings(scheme, setting), persons, NOBODY);
}

const text = (value: Fraction | null): string => (value === null ? '—' : value.toFraction());

test('every figure is what the slow reference gives, under any rulings', () => {
  fc.assert(
    fc.property(anyone, anyRulings, (one, setting) => {
      const scored = book([one], setting).persons[0]!;
      const wanted = referenceScore(one, resolveRulings(scheme, setting));
      expect(scored.sections.map(({ points }) => text(points))).toEqual(wanted.parts.map(text));
      expect(text(scored.rawTotal)).toBe(text(wanted.raw));
      expect(scored.rawMaximum).toBe(wanted.maximum.valueOf());
      expect(text(scored.score)).toBe(text(wanted.score));
    }),
    { numRuns: 4 * (fc.readConfigureGlobal()?.numRuns ?? 100) },
  );
});

test('no section is below 0 or above its points', () => {
  fc.assert(
    fc.property(anyone, anyRulings, (one, setting) => {
      for (const { points, maximum } of book([one], setting).persons[0]!.sections) {
        expect(points === null || (points.compare(0) >= 0 && points.compare(maximum) <= 0)).toBe(true);
      }
    }),
  );
});

test('one more finding never raises a score', () => {
  fc.assert(
    fc.property(
      anyone,
      anyRulings,
      fc.nat(),
      fc.integer({ min: 1, max: 30 }),
      (one, setting, pick, times) => {
        const own = scheme.indicators.flatMap((each) =>
          each.kind === 'perFinding' && each.posts.includes(one.assessee.post) ? [each] : [],
        );
        const rule = own[pick % own.length]!;
        const finding = {
          indicator: rule.id,
          hundredths: rule.points * 100 * times,
          cell: one.assessee.cell,
          note: null,
        };
        const visits = [...one.visits].map((visit, index) =>
          index === pick % one.visits.length ? { ...visit, findings: [...visit.findings, finding] } : visit,
        );
        const [before, after] = [one, { ...one, visits }].map(
          (each) => book([each], setting).persons[0]!.score!,
        );
        expect(after!.compare(before!)).toBeLessThanOrEqual(0);
      },
    ),
  );
});

test('the order of households, findings and persons does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 8 }), anyRulings, (persons, setting) => {
      const turned = [...persons].reverse().map((one) => ({
        ...one,
        visits: [...one.visits]
          .reverse()
          .map((visit) => ({ ...visit, findings: [...visit.findings].reverse() })),
        register: [...one.register].reverse(),
      }));
      const there = book(persons, setting);
      const back = book(turned, setting);
      const row = ({ score, rank, deduction, rawTotal }: ScoreBook['persons'][number]): string =>
        [text(score), rank, text(deduction), text(rawTotal)].join(' ');
      expect([...back.persons].reverse().map(row)).toEqual(there.persons.map(row));
      const departments = ({ departments: all }: ScoreBook): string[] =>
        all.map(({ name, score, rank, persons: n }) => [name, text(score), rank, n].join(' ')).sort();
      expect(departments(back)).toEqual(departments(there));
    }),
  );
});

test('splitting by department gives the same persons', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 8 }), anyRulings, (persons, setting) => {
      const whole = book(persons, setting);
      for (const { name, score } of whole.departments) {
        const part = book(
          persons.filter(({ assessee }) => assessee.department === name),
          setting,
        );
        const own = whole.persons.filter(({ assessee }) => assessee.department === name);
        expect(part.persons.map((each) => text(each.score))).toEqual(own.map((each) => text(each.score)));
        expect(part.persons.map((each) => text(each.deduction))).toEqual(
          own.map((each) => text(each.deduction)),
        );
        expect(text(part.departments[0]!.score)).toBe(text(score));
      }
    }),
  );
});

test('whole steps take no more than a proportion, and a proportion no more than started ones', () => {
  fc.assert(
    fc.property(anyone, anyRulings, (one, setting) => {
      const scores = ['whole', 'proportional', 'started'].map(
        (percentStep) => book([one], { ...setting, percentStep }).persons[0]!.score!,
      );
      expect(scores[0]!.compare(scores[1]!)).toBeGreaterThanOrEqual(0);
      expect(scores[1]!.compare(scores[2]!)).toBeGreaterThanOrEqual(0);
      const deductions = ['whole', 'proportional', 'started'].map(
        (shortfallDeduction) => book([one], { ...setting, shortfallDeduction }).persons[0]!.deduction!,
      );
      expect(deductions[0]!.compare(deductions[1]!)).toBeLessThanOrEqual(0);
      expect(deductions[1]!.compare(deductions[2]!)).toBeLessThanOrEqual(0);
    }),
  );
});
