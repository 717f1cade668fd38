import type Fraction from 'fraction.js';
import { sample } from '../../tests/fixtures/workbooks';
import type { PersonScore, Rulings } from '../model';
import { yinchuan2008 } from '../schemes';
import { ruleCosts } from './costs';
import { evaluate } from './evaluate';

const scheme = yinchuan2008();
const personsOf = (book: string, rulings: Rulings = {}) =>
  evaluate(sample(book), scheme, { rulings }).scores.persons;
/** The person with these sections alone; a result is made when looked at, so that it cannot be spread. */
const withSections = (person: PersonScore, sections: PersonScore['sections']): PersonScore =>
  Object.create(person, { sections: { value: sections } }) as PersonScore;
const sum = (values: readonly Fraction[]) => values.reduce((total, each) => total + each.valueOf(), 0);

test.each(['meanOfCapped', 'capOfMean', 'cumulative'])(
  'what the rules of a section cost adds up to what it has lost (%s)',
  (householdAveraging) => {
    for (const book of ['worked-examples', 'city-matrix']) {
      for (const person of personsOf(book, { householdAveraging })) {
        for (const section of person.sections.filter(({ state }) => state === 'scored')) {
          const own = ruleCosts([withSections(person, [section])]);
          const lost = section.maximum - section.points!.valueOf();
          expect(sum(own.map(({ points }) => points))).toBeCloseTo(lost, 9);
        }
      }
    }
  },
);

test('the dearest come first, with places and cells', () => {
  const person = personsOf('worked-examples').find(({ assessee }) => assessee.name === '李明')!;
  const costs = ruleCosts([person]);
  const points = costs.map((cost) => cost.points.valueOf());
  expect(points).toEqual([...points].sort((one, other) => other - one));
  expect(sum(costs.map((cost) => cost.points))).toBeCloseTo(120 - 82, 9);
  for (const cost of costs) {
    expect(cost.persons).toBe(1);
    expect(cost.cells.length).toBeGreaterThan(0);
  }
});

test('persons who lost points under a rule are counted once', () => {
  const persons = personsOf('city-matrix');
  const [first] = ruleCosts(persons);
  expect(first!.persons).toBeLessThanOrEqual(persons.length);
  expect(first!.places).toBeGreaterThanOrEqual(first!.persons);
});

test('an accident that takes the whole score has cost all that was reached', () => {
  const scope = scheme.indicators.find((each) => each.kind === 'zeroOnAccident')!.rulings.scope;
  const whole = scheme.rulings.find(({ key }) => key === scope)!.values!.map(({ value }) => value);
  const zeroed = whole
    .flatMap((value) => personsOf('worked-examples', { [scope]: value, accidentNeedsViolation: false }))
    .filter((person) => person.score?.valueOf() === 0 && person.rawTotal!.valueOf() > 0);
  expect(zeroed.length).toBeGreaterThan(0);
  for (const person of zeroed) {
    const costs = ruleCosts([person]);
    expect(sum(costs.map(({ points }) => points))).toBeCloseTo(person.rawMaximum!, 9);
  }
});
